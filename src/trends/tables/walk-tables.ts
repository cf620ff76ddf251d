import type { Question } from "../../content/schema/question.ts";
import { compareFigures, share, sum } from "../figure.ts";
import type { Row, Table } from "../report.ts";
import type { Selection } from "../selection.ts";
import { trendText } from "../trend-text.ts";

/** In which phase of which walk people stop. */
export function stops(selection: Selection): Table {
  const phases = flowsOf(selection).flatMap((flow) => flow.phases.map((phase) => ({ flow, phase })));
  const rows = phases.map(({ flow, phase }) => {
    const id = `${flow.id}/${phase.id}`;
    const names = { fase: phase.title, ronde: flow.title };
    const title = trendText(selection.content, "trends.names.phase-of", names);
    return { id, title, figures: [selection.count("walk-stopped", id)] };
  });
  return { id: "stops", columns: ["stopped"], rows: rows.sort(byFirst), omitsHidden: true };
}

/** For each question how often it was answered with "weet ik niet", and how often people went back to it. */
export function unknown(selection: Selection): Table {
  const rows = questionsOf(selection).map(({ id, text, label }) => {
    const unknown = selection.count("question-unknown", id);
    const known = selection.count("question-known", id);
    const figures = [share(unknown, sum([unknown, known])), unknown, known, selection.count("question-back", id)];
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
