import { REACTIONS } from "../../content/schema/reaction.ts";
import type { Level, Signal } from "../../content/schema/signal.ts";
import { atLeastParts, compareFigures, type Figure, ratio } from "../figure.ts";
import type { MadeTable, Row } from "../report.ts";
import type { Selection } from "../selection.ts";
import { trendText } from "../trend-text.ts";

/** The phase, and the group of signals, of MDA++ in the content. */
const MDA = "mda";

/** Levels that ask for something; `info` is not a signal in the eyes of a worker. */
const SIGNAL_LEVELS: readonly Level[] = ["nu", "vandaag", "bespreek"];

/** What a walk can come to, as it is counted per walk. */
const ADVICE = ["nu", "vandaag", "mda"] as const;

/** In how many walks 112, Veilig Thuis today or MDA++ was advised at least once, and what workers thought of it. */
export function advice(selection: Selection): MadeTable {
  const rows = ADVICE.map((id): Row => {
    const walks = selection.walks.map((walk) => `${walk}/${id}`);
    const advised = selection.total("walk-advised", walks);
    const ofStarted = ratio(selection.total("walk-advised", walks), selection.total("walk-started", selection.walks));
    const reaction = (name: string) => selection.count("advice-reaction", `${id}/${name}`);
    const reactions = REACTIONS.map(reaction);
    const shownAdvice = atLeastParts(advised, reactions);
    const title = trendText(selection.content, `trends.advice.${id}`);
    return { id, title, figures: [shownAdvice, ofStarted, ...reactions] };
  });
  const columns: MadeTable["columns"] = ["advised", "of-started", "agreed", "disagreed", "discussed"];
  return { id: "advice", columns, rows, omitsHidden: false };
}

/** How often each signal was shown, and what workers thought of it. */
export function signals(selection: Selection): MadeTable {
  const all = selection.content.signalGroups.flatMap((group) => group.signals);
  const rows = all.filter(isSignal).map((signal) => {
    const { id, title, level } = signal;
    const reaction = (name: string) => selection.count("signal-reaction", `${id}/${name}`);
    const reactions = REACTIONS.map(reaction);
    const names = { signaal: title, niveau: trendText(selection.content, `trends.levels.${level}`) };
    return {
      id,
      title: trendText(selection.content, "trends.names.signal", names),
      figures: [atLeastParts(shown(selection, signal), reactions), ...reactions],
    };
  });
  rows.sort((a, b) => compareFigures(a.figures[0], b.figures[0]));
  return { id: "signals", columns: ["shown", "agreed", "disagreed", "discussed"], rows, omitsHidden: true };
}

/**
 * In how many walks that ask about MDA++ at least one signal about it was shown, and how often each was, as a share of
 * those that were finished. The signals are not added up: one walk can show more than one of them.
 */
export function mda(selection: Selection): MadeTable {
  const walks = walksWithMda(selection);
  const rowOf = (id: string, title: string, n: Figure): Row => {
    return { id, title, figures: [n, ratio(n, selection.total("walk-finished", walks))] };
  };
  const inGroup = selection.content.signalGroups.filter(({ group }) => group === MDA);
  const rows = inGroup
    .flatMap((group) => group.signals)
    .filter(isSignal)
    .map((signal) => rowOf(signal.id, signal.title, shown(selection, signal)));
  const advised = walks.map((walk) => `${walk}/${MDA}`);
  const any = trendText(selection.content, "trends.names.any-mda");
  const all = [rowOf(MDA, any, selection.total("walk-advised", advised)), ...rows];
  return { id: "mda", columns: ["shown", "of-finished"], rows: all, omitsHidden: false };
}

function isSignal({ level }: Signal): boolean {
  return SIGNAL_LEVELS.includes(level);
}

function shown(selection: Selection, { id, level }: Signal): Figure {
  return selection.count("signal-shown", `${id}/${level}`);
}

/** Signals are not counted by walk, so the filter of the walk does not narrow this. */
function walksWithMda({ content }: Selection): string[] {
  const flows = [...content.flows.values()].filter(({ phases }) => phases.some(({ id }) => id === MDA));
  return flows.map(({ id }) => id);
}
