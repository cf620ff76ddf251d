import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { NUMBER } from "../../trends/figure-text.ts";

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

/** One bar, or one bar of each series. */
export interface Bars {
  /** One for each category. */
  labels: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
  /** Upright, for time; lying when the labels are long. */
  upright: boolean;
  /** After a number, such as `%`. */
  unit: string;
}

/** Pixels. Text keeps its size, so a narrow window gets a chart of its own. */
const ROW_HEIGHT = 44;
const UPRIGHT_HEIGHT = 260;
const LEGEND_HEIGHT = 48;

/** Part of the width for the labels of lying bars. Fonts differ in width: the lines stay well within it. */
const LABEL_PART = 0.42;
const LINE_PART = 0.34;

/** Colours come from the stylesheet, so that one drawing serves light, dark and high contrast. */
const COLOURS = ["var(--bar-1)", "var(--bar-2)"];
const TEXT = { color: "var(--text)", textBorderWidth: 0 };

/** A bar chart as SVG without styles of its own, so that a strict content security policy lets it through. */
export function drawBars(bars: Bars, width: number): string {
  const height = heightOf(bars);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption(optionOf(bars, width));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (?:style|class|ecmeta_\w+)="[^"]*"/g, "")
    .replace("<svg ", '<svg aria-hidden="true" focusable="false" ');
}

function heightOf({ upright, labels, series }: Bars): number {
  const legend = series.length > 1 ? LEGEND_HEIGHT : 0;
  return (upright ? UPRIGHT_HEIGHT : labels.length * ROW_HEIGHT + 16) + legend;
}

function optionOf(bars: Bars, width: number): EChartsCoreOption {
  const { labels, series, upright } = bars;
  const category = {
    type: "category",
    data: [...labels],
    inverse: !upright,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: "var(--line)" } },
    axisLabel: upright ? TEXT : { ...TEXT, width: width * LINE_PART, overflow: "break", interval: 0 },
  };
  const value = {
    type: "value",
    show: upright,
    axisLabel: { ...TEXT, formatter: (n: number) => NUMBER.format(n) },
    splitLine: { lineStyle: { color: "var(--line)" } },
  };
  return {
    animation: false,
    color: COLOURS,
    grid: gridOf(bars, width),
    legend: { show: series.length > 1, bottom: 0, itemWidth: 14, selectedMode: false, textStyle: TEXT },
    xAxis: upright ? category : value,
    yAxis: upright ? value : category,
    series: series.map(({ name, values }) => ({
      name,
      type: "bar",
      silent: true,
      barMaxWidth: 28,
      data: [...values],
      label: {
        ...TEXT,
        show: !upright,
        position: upright ? "top" : "right",
        formatter: ({ value }: { value: number }) => `${NUMBER.format(value)}${bars.unit}`,
      },
    })),
  };
}

function gridOf({ upright, series }: Bars, width: number): object {
  const bottom = series.length > 1 ? LEGEND_HEIGHT : 4;
  if (upright) return { left: 4, right: 8, top: 12, bottom };
  return { left: width * LABEL_PART, right: 56, top: 12, bottom, outerBoundsMode: "none" };
}
