import type { Level, Signal } from "../../content/schema/signal.ts";
import { compareFigures, type Figure, share } from "../figure.ts";
import type { Table } from "../report.ts";
import type { Selection } from "../selection.ts";
import { trendText } from "../trend-text.ts";

/** The phase, and the group of signals, of MDA++ in the content. */
const MDA = "mda";

/** Levels that ask for something; `info` is not a signal in the eyes of a worker. */
const SIGNAL_LEVELS: readonly Level[] = ["nu", "vandaag", "bespreek"];

/** How often each signal was shown, and what workers thought of it. */
export function signals(selection: Selection): Table {
  const all = selection.content.signalGroups.flatMap((group) => group.signals);
  const rows = all.filter(isSignal).map((signal) => {
    const { id, title, level } = signal;
    const reaction = (name: string) => selection.count("signal-reaction", `${id}/${name}`);
    const names = { signaal: title, niveau: trendText(selection.content, `trends.levels.${level}`) };
    return {
      id,
      title: trendText(selection.content, "trends.names.signal", names),
      figures: [shown(selection, signal), reaction("eens"), reaction("niet-eens"), reaction("bespreek-ik")],
    };
  });
  rows.sort((a, b) => compareFigures(a.figures[0], b.figures[0]));
  return { id: "signals", columns: ["shown", "agreed", "disagreed", "discussed"], rows, omitsHidden: true };
}

/**
 * How often each signal about MDA++ was shown, as a share of the finished walks that ask about it. Not added up:
 * one walk can show more than one of them.
 */
export function mda(selection: Selection): Table {
  const finished = selection.total("walk-finished", walksWithMda(selection));
  const inGroup = selection.content.signalGroups.filter(({ group }) => group === MDA);
  const rows = inGroup
    .flatMap((group) => group.signals)
    .filter(isSignal)
    .map((signal) => {
      const figure = shown(selection, signal);
      return { id: signal.id, title: signal.title, figures: [figure, share(figure, finished)] };
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
