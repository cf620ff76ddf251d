import type { Content } from "../../content/content.ts";
import type { Cell } from "../../trends/publish-period.ts";
import type { Metric } from "../../usage/count.ts";

/** A count without its place: metric and value. */
type Counted = Pick<Cell, "metric" | "value">;

/** What holds between counts of one region and month whatever happens: the sum of `less` is no more than that of `more`. */
export interface Relation {
  less: readonly Counted[];
  more: readonly Counted[];
  /** They are even equal. */
  isEqual: boolean;
}

/** Everything that follows from the way of counting, which is public: the code is. */
export function knownRelations(content: Content, counted: readonly Counted[]): Relation[] {
  const of = (metric: Metric, test: (value: string) => boolean = () => true) =>
    counted.filter((count) => count.metric === metric && test(count.value));
  const flows = [...content.flows.keys()];
  const signals = [...new Set(of("signal-reaction").map(({ value }) => value.split("/")[0] ?? ""))];
  const articles = [...new Set(of("article-helped").map(({ value }) => value.split("/")[0] ?? ""))];
  const started = of("walk-started");
  return [
    ...flows.map((flow) => ({
      less: [
        ...of("walk-finished", (value) => value === flow),
        ...of("walk-stopped", (value) => value.startsWith(`${flow}/`)),
        ...of("walk-left", (value) => value.startsWith(`${flow}/`)),
      ],
      more: of("walk-started", (value) => value === flow),
      isEqual: true,
    })),
    ...of("walk-advised").map((advised) => ({
      less: [advised],
      more: of("walk-started", (value) => value === advised.value.split("/")[0]),
      isEqual: false,
    })),
    ...of("signal-shown").map((shown) => ({ less: [shown], more: started, isEqual: false })),
    ...signals.map((signal) => ({
      less: of("signal-reaction", (value) => value.startsWith(`${signal}/`)),
      more: of("signal-shown", (value) => value.startsWith(`${signal}/`)),
      isEqual: false,
    })),
    ...["nu", "vandaag", "mda"].map((advice) => ({
      less: of("advice-reaction", (value) => value.startsWith(`${advice}/`)),
      more: of("walk-advised", (value) => value.endsWith(`/${advice}`)),
      isEqual: false,
    })),
    { less: of("useful"), more: started, isEqual: false },
    { less: of("question-unknown"), more: of("answer-given", (value) => value !== "anders"), isEqual: true },
    { less: of("question-known"), more: of("answer-given", (value) => value === "anders"), isEqual: true },
    { less: of("article-shown"), more: of("question-answered"), isEqual: true },
    { less: of("question-missed"), more: of("question-unanswered"), isEqual: false },
    ...of("answer-helped").map((answer) => ({
      less: of("article-helped", (value) => value.endsWith(`/${answer.value}`)),
      more: [answer],
      isEqual: true,
    })),
    ...articles.map((article) => ({
      less: of("article-helped", (value) => value.startsWith(`${article}/`)),
      more: of("article-shown", (value) => value === article),
      isEqual: false,
    })),
  ];
}
