import type { Question } from "../../content/schema/question.ts";
import { compareFigures, ratio, share } from "../figure.ts";
import type { MadeTable, Row } from "../report.ts";
import type { Selection } from "../selection.ts";
import { trendText } from "../trend-text.ts";

/** In which phase of which walk people stop, or leave and never come back. */
export function stops(selection: Selection): MadeTable {
  const phases = flowsOf(selection).flatMap((flow) => flow.phases.map((phase) => ({ flow, phase })));
  const rows = phases.map(({ flow, phase }): Row => {
    const id = `${flow.id}/${phase.id}`;
    const title = trendText(selection.content, "trends.names.phase-of", { fase: phase.title, ronde: flow.title });
    const [left, stopped] = [selection.count("walk-left", id), selection.count("walk-stopped", id)];
    const ofStarted = ratio(selection.count("walk-left", id), selection.count("walk-started", flow.id));
    return { id, title, figures: [left, ofStarted, stopped] };
  });
  const columns: MadeTable["columns"] = ["left", "of-started", "stopped"];
  return { id: "stops", columns, rows: rows.sort(byFirst), omitsHidden: true };
}

/** For each question how often it was answered with "weet ik niet", and how often people went back to it. */
export function unknownAnswers(selection: Selection): MadeTable {
  const rows = questionsOf(selection).map(({ id, text, label }): Row => {
    const unknown = selection.count("question-unknown", id);
    const known = selection.count("question-known", id);
    const unknownShare = share(selection.count("question-unknown", id), selection.count("question-known", id));
    const figures = [unknownShare, unknown, known, selection.count("question-back", id)];
    return { id, title: text, label, figures };
  });
  const columns: MadeTable["columns"] = ["unknown-share", "unknown", "known", "back"];
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
