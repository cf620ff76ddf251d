import type { Question } from "../../content/schema/question.ts";
import { compareFigures, ratio, share } from "../figure.ts";
import type { Row, Table } from "../report.ts";
import type { Selection } from "../selection.ts";
import { trendText } from "../trend-text.ts";

/** In which phase of which walk people stop, or leave and never come back. */
export function stops(selection: Selection): Table {
  const phases = flowsOf(selection).flatMap((flow) => flow.phases.map((phase) => ({ flow, phase })));
  const rows = phases.map(({ flow, phase }): Row => {
    const id = `${flow.id}/${phase.id}`;
    const title = trendText(selection.content, "trends.names.phase-of", { fase: phase.title, ronde: flow.title });
    const [left, stopped] = [selection.count("walk-left", id), selection.count("walk-stopped", id)];
    const ofStarted = selection.told((part) =>
      ratio(selection.count("walk-left", id, part), selection.count("walk-started", flow.id, part)),
    );
    return { id, title, figures: [left, stopped, ofStarted] };
  });
  const columns: Table["columns"] = ["left", "stopped", "of-started"];
  return { id: "stops", columns, rows: rows.sort(byFirst), omitsHidden: true };
}

/** For each question how often it was answered with "weet ik niet", and how often people went back to it. */
export function unknown(selection: Selection): Table {
  const rows = questionsOf(selection).map(({ id, text, label }): Row => {
    const unknown = selection.count("question-unknown", id);
    const known = selection.count("question-known", id);
    const unknownShare = selection.told((part) =>
      share(selection.count("question-unknown", id, part), selection.count("question-known", id, part)),
    );
    const figures = [unknownShare, unknown, known, selection.count("question-back", id)];
    return { id, title: text, label, figures };
  });
  const columns: Table["columns"] = ["unknown-share", "unknown", "known", "back"];
  return { id: "unknown", columns, rows: rows.sort(byFirst), omitsHidden: true };
}

function flowsOf({ content, walks }: Selection) {
  return walks.flatMap((walk) => content.flows.get(walk) ?? []);
}

/** Each question once, also when more walks ask it. */
function questionsOf(selection: Selection): Question[] {
  const asked = flowsOf(selection).flatMap((flow) => flow.phases.flatMap((phase) => phase.questions));
  return [...new Map(asked.map((question) => [question.id, question])).values()];
}

function byFirst(a: Row, b: Row): number {
  return compareFigures(a.figures[0], b.figures[0]);
}
