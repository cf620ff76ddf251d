import { NO_REGION, NO_VALUE } from "../../usage/count.ts";
import { atLeastParts, type Figure, perWeek, ratio, sum } from "../figure.ts";
import { periodTitle, shortPeriodTitle } from "../period-title.ts";
import { periodOf, SPANS, type Span } from "../periods.ts";
import { regionName } from "../region-name.ts";
import type { MadeTable, Row } from "../report.ts";
import type { Selection } from "../selection.ts";

/** A table over time has steps in which at least this part of what is visible can be seen. */
const VISIBLE_PART = 0.85;

/**
 * Walks and questions over time, in months when these show enough, else in quarters, half years or years. Months have
 * four or five weeks: so the averages per week are what can be compared.
 */
export function useOverTime(selection: Selection): MadeTable {
  const span = stepOf(selection);
  const steps = Map.groupBy(selection.monthsOfUse, (month) => periodOf(month, span));
  const rows = [...steps].map(([period, months]): Row => {
    const started = selection.total("walk-started", selection.walks, { months });
    const asked = questionsAsked(selection, months);
    const weeks = selection.weeks({ months });
    return {
      id: period,
      months,
      title: periodTitle(selection.content, months),
      label: shortPeriodTitle(selection.content, months),
      figures: [perWeek(started, weeks), started, perWeek(asked, weeks), asked],
    };
  });
  const columns: MadeTable["columns"] = ["started-weekly", "started", "questions-weekly", "questions"];
  return { id: "use-over-time", columns, rows, omitsHidden: false };
}

/** Walks that were started, on average. */
export function walksPerWeek(selection: Selection): Figure {
  return perWeek(selection.total("walk-started", selection.walks), selection.weeks());
}

/** Questions that were asked, on average. */
export function questionsPerWeek(selection: Selection): Figure {
  return perWeek(questionsAsked(selection, selection.months), selection.weeks());
}

/** Typed questions, with and without an answer, and articles that were opened from a menu. */
function questionsAsked(selection: Selection, months: readonly string[]): Figure {
  const answered = selection.count("question-answered", NO_VALUE, { months });
  return sum([answered, selection.count("question-unanswered", NO_VALUE, { months })]);
}

function stepOf(selection: Selection): Span {
  const spans = Object.keys(SPANS) as Span[];
  const whole = selection.total("walk-started", selection.walks).n ?? 0;
  const seenIn = (span: Span): number => {
    const steps = [...Map.groupBy(selection.months, (month) => periodOf(month, span)).values()];
    return steps.reduce(
      (total, months) => total + (selection.total("walk-started", selection.walks, { months }).n ?? 0),
      0,
    );
  };
  return spans.find((span) => seenIn(span) >= VISIBLE_PART * whole) ?? "year";
}

/** Started and finished for each kind of walk, over the whole period. */
export function useByWalk(selection: Selection): MadeTable {
  const rows = selection.walks.map((walk): Row => {
    const [begun, finished] = [selection.count("walk-started", walk), selection.count("walk-finished", walk)];
    const started = atLeastParts(begun, [finished]);
    const title = selection.content.flows.get(walk)?.title ?? walk;
    return { id: walk, title, figures: [started, finished, ratio(finished, begun)] };
  });
  const columns: MadeTable["columns"] = ["started", "finished", "finished-share"];
  return { id: "use-by-walk", columns, rows, omitsHidden: false };
}

/** The same for each region. */
export function useByRegion(selection: Selection): MadeTable {
  const { content, filters } = selection;
  const known = [...content.regions.keys(), NO_REGION];
  const others = [...selection.publishedRegions()].filter((id) => !known.includes(id)).sort();
  const ids = filters.region === undefined ? [...known, ...others] : [filters.region];
  const rows = ids.map((region): Row => {
    const started = selection.total("walk-started", selection.walks, { region });
    return { id: region, title: regionName(content, region), figures: [perWeek(started, selection.weeks()), started] };
  });
  return { id: "use-by-region", columns: ["started-weekly", "started"], rows, omitsHidden: false };
}
