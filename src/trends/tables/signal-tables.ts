import { REACTIONS } from "../../content/schema/reaction.ts";
import type { Level, Signal } from "../../content/schema/signal.ts";
import { compareFigures, type Figure, ratio } from "../figure.ts";
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
    const title = trendText(selection.content, `trends.advice.${id}`);
    return { id, title, figures: [advised, ofStarted, ...reactions] };
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
    const names = { signaal: title, niveau: trendText(selection.content, `trends.levels.${level}`) };
    return {
      id,
      title: trendText(selection.content, "trends.names.signal", names),
      figures: [shown(selection, signal), ...REACTIONS.map(reaction)],
    };
  });
  rows.sort((a, b) => compareFigures(a.figures[0], b.figures[0]));
  return { id: "signals", columns: ["shown", "agreed", "disagreed", "discussed"], rows, omitsHidden: true };
}

/**
 * How often each signal about MDA++ was shown, as a share of the finished walks that ask about it. Not added up:
 * one walk can show more than one of them.
 */
export function mda(selection: Selection): MadeTable {
  const inGroup = selection.content.signalGroups.filter(({ group }) => group === MDA);
  const rows = inGroup
    .flatMap((group) => group.signals)
    .filter(isSignal)
    .map((signal) => {
      const ofFinished = ratio(shown(selection, signal), selection.total("walk-finished", walksWithMda(selection)));
      return { id: signal.id, title: signal.title, figures: [shown(selection, signal), ofFinished] };
    });
  return { id: "mda", columns: ["shown", "of-finished"], rows, omitsHidden: false };
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
