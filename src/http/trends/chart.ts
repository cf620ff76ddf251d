import { createRequire } from "node:module";
import type { EChartsCoreOption } from "echarts/core";
import { NUMBER } from "../../trends/figure-text.ts";

/**
 * Loaded when the first chart is drawn, as one file: loaded at a start, module by module, it took 100 MB and a quarter
 * of the time of that start, also where nobody looks at trends.
 */
let echarts: typeof import("echarts/core") | undefined;
const load = createRequire(import.meta.url);

export interface Bar {
  /** Null: too small to show. */
  n: number | null;
  /** As people read it. */
  text: string;
  /** There is more than this. */
  orMore: boolean;
}

/** One bar, or one bar of each series. */
export interface Bars {
  /** One for each category. */
  labels: readonly string[];
  series: readonly { name: string; values: readonly Bar[] }[];
  /** Upright, for time; lying when the labels are long. */
  upright: boolean;
  /** Lines with a number above them. Each stands so many categories from the start, and a part of one. */
  marks: readonly { at: number; name: string }[];
}

/** What a picture says by itself: it may be seen without the page. */
export interface Caption {
  title: string;
  /** Below the title: what was chosen, and what must be known of the numbers. */
  lines: readonly string[];
}

/** Pixels. Text keeps its size, so a narrow window gets a chart of its own. */
const ROW_HEIGHT = 44;
const UPRIGHT_HEIGHT = 260;
const LEGEND_HEIGHT = 48;

/** So many upright bars can always be named, also on a phone. */
const MOST_LABELS = 4;

/** Part of the width for the labels of lying bars. Fonts differ in width: the lines stay well within it. */
const LABEL_PART = 0.42;
const LINE_PART = 0.34;

const MARK_HEIGHT = 24;
const PICTURE_WIDTH = 800;
const LINE_HEIGHT = 18;
/** Characters of a line that fit in the width of a picture. */
const LINE_LENGTH = 115;

interface Colours {
  bars: readonly string[];
  text: string;
  line: string;
}

/** From the stylesheet, so that one drawing serves light, dark and high contrast. */
const OF_PAGE: Colours = { bars: ["var(--bar-1)", "var(--bar-2)"], text: "var(--text)", line: "var(--line)" };
/** A picture goes into a report, which is white. */
const OF_PICTURE: Colours = { bars: ["#4f52b2", "#1f8a70"], text: "#242424", line: "#c7c7c7" };

/** A bar chart as SVG without styles of its own, so that a strict content security policy lets it through. */
export function drawBars(bars: Bars, width: number): string {
  return draw(optionOf(bars, { width, top: 0 }, OF_PAGE), width, heightOf(bars))
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (?:style|class|ecmeta_\w+)="[^"]*"/g, "")
    .replace("<svg ", '<svg aria-hidden="true" focusable="false" ');
}

/** The same chart as a file by itself, on white, with what it is about above it. */
export function drawPicture(bars: Bars, { title, lines }: Caption): string {
  const rows = lines.flatMap(wrapped);
  const top = 44 + rows.length * LINE_HEIGHT;
  const option = {
    ...optionOf(bars, { width: PICTURE_WIDTH, top }, OF_PICTURE),
    backgroundColor: "#ffffff",
    textStyle: { fontFamily: "Segoe UI, system-ui, sans-serif" },
    title: {
      left: 8,
      text: title,
      subtext: rows.join("\n"),
      textStyle: { color: OF_PICTURE.text, fontSize: 16 },
      subtextStyle: { color: OF_PICTURE.text, lineHeight: LINE_HEIGHT },
    },
  };
  return draw(option, PICTURE_WIDTH, heightOf(bars) + top);
}

function wrapped(line: string): string[] {
  return (line.match(new RegExp(`.{1,${LINE_LENGTH}}(?:\\s|$)|\\S+`, "g")) ?? []).map((part) => part.trim());
}

function draw(option: EChartsCoreOption, width: number, height: number): string {
  echarts ??= load("echarts/dist/echarts.common.min.js") as typeof import("echarts/core");
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

function heightOf({ upright, labels, series, marks }: Bars): number {
  const legend = series.length > 1 ? LEGEND_HEIGHT : 0;
  return (upright ? UPRIGHT_HEIGHT : labels.length * ROW_HEIGHT + 16) + legend + (marks.length > 0 ? MARK_HEIGHT : 0);
}

function optionOf(bars: Bars, { width, top }: { width: number; top: number }, colours: Colours): EChartsCoreOption {
  const { labels, series, upright, marks } = bars;
  const TEXT = { color: colours.text, textBorderWidth: 0 };
  const category = {
    type: "category",
    data: [...labels],
    inverse: !upright,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: upright
      ? { ...TEXT, ...(labels.length <= MOST_LABELS && { interval: 0 }) }
      : { ...TEXT, width: width * LINE_PART, overflow: "break", interval: 0 },
  };
  const value = {
    type: "value",
    show: upright,
    axisLabel: { ...TEXT, formatter: (n: number) => NUMBER.format(n) },
    splitLine: { lineStyle: { color: colours.line } },
  };
  return {
    animation: false,
    color: [...colours.bars],
    grid: gridOf(bars, width, top),
    legend: {
      show: series.length > 1,
      data: series.map(({ name }) => name),
      bottom: 0,
      itemWidth: 14,
      itemGap: 32,
      selectedMode: false,
      textStyle: TEXT,
    },
    xAxis: upright ? [category, { type: "value", min: 0, max: labels.length, show: false }] : value,
    yAxis: upright ? value : category,
    series: [
      ...series.map(({ name, values }, index) => ({
        name,
        type: "bar",
        silent: true,
        barMaxWidth: 28,
        data: values.map(({ n, orMore }) => ({ value: n, ...(orMore && { itemStyle: dashed(colours, index) }) })),
        label: {
          ...TEXT,
          show: !upright,
          position: upright ? "top" : "right",
          formatter: ({ dataIndex }: { dataIndex: number }) => values[dataIndex]?.text ?? "",
        },
      })),
      ...(marks.length > 0 ? [{ type: "line", xAxisIndex: 1, data: [], markLine: linesAt(marks, colours) }] : []),
    ],
  };
}

/** A bar of which there is more: hollow and with a dashed edge, so that nobody compares it by its length alone. */
function dashed({ bars }: Colours, index: number): object {
  return { color: "transparent", borderColor: bars[index % bars.length], borderWidth: 2, borderType: "dashed" };
}

/** A line at each mark, with its name above the chart. */
function linesAt(marks: Bars["marks"], { text }: Colours): object {
  return {
    silent: true,
    symbol: "none",
    // Behind the bars.
    z: 1,
    lineStyle: { color: text, type: "dashed", width: 1 },
    label: { color: text, textBorderWidth: 0, position: "end", formatter: "{b}" },
    data: marks.map(({ at, name }) => ({ xAxis: at, name })),
  };
}

function gridOf({ upright, series, marks }: Bars, width: number, above: number): object {
  const bottom = series.length > 1 ? LEGEND_HEIGHT : 4;
  const top = above + 12 + (marks.length > 0 ? MARK_HEIGHT : 0);
  if (upright) return { left: 4, right: 8, top, bottom };
  return { left: width * LABEL_PART, right: 84, top, bottom, outerBoundsMode: "none" };
}
