import type { Attributes, Edge, Graph } from "@viz-js/viz";
import type { Flow, Phase, Questions } from "../../content/content.ts";
import type { Question } from "../../content/schema/question.ts";
import type { SignalsFile } from "../../content/schema/signal.ts";
import { conditionText } from "./condition-text.ts";
import { labelText } from "./label-text.ts";
import { gateName, phaseRow } from "./phase-row.ts";
import { signalsByPhase } from "./signals-by-phase.ts";
import { BETWEEN_ROWS, EDGES, GRAPH, LEFT_MARGIN, NODES, POINT, WHEN } from "./styles.ts";

const START = "(start)";
const END = "(einde)";

/**
 * A flow as a graph for Graphviz. It reads like a page: every phase is a row, with its questions (nodes named by
 * their ids) from left to right in the order of asking. A dashed arrow leads to a question that is asked only when
 * its label holds, and a diamond is the gate of a phase. The note at the end of a row lists the suggestions of which the last question stands in that row.
 */
export function flowGraph(flow: Flow, signalGroups: readonly SignalsFile[]): Graph {
  const signals = signalsByPhase(flow, signalGroups);
  const questions = new Map(flow.phases.flatMap((phase) => phase.questions.map((question) => [question.id, question])));
  return {
    directed: true,
    graphAttributes: { ...GRAPH, label: labelText(flow.title) },
    nodeAttributes: NODES,
    edgeAttributes: EDGES,
    nodes: [START, END].map((name) => ({ name, attributes: { ...POINT, label: name.slice(1, -1) } })),
    subgraphs: flow.phases.map((phase) => phaseRow(phase, questions, signals.get(phase.id) ?? [])),
    edges: [...leftMargin(flow), ...askingOrder(flow, questions), ...closedGates(flow)],
  };
}

/** Unseen lines that keep the beginnings of the rows below each other. */
function leftMargin(flow: Flow): Edge[] {
  return pairs(rowStarts(flow)).map(([tail, head]) => ({ tail, head, attributes: LEFT_MARGIN }));
}

/** One arrow from every question to the one that follows it, also from row to row. */
function askingOrder(flow: Flow, questions: Questions): Edge[] {
  const starts = rowStarts(flow);
  const stops = flow.phases.flatMap((phase) => [
    ...(phase.gate ? [gateName(phase)] : []),
    ...phase.questions.map((question) => question.id),
  ]);
  return pairs([START, ...stops, END]).map(([tail, head]) => ({
    tail,
    head,
    attributes: { ...(starts.includes(head) ? BETWEEN_ROWS : {}), ...whenStyle(questions.get(head), questions) },
  }));
}

function whenStyle(question: Question | undefined, questions: Questions): Attributes {
  if (!question?.when) return {};
  const text = conditionText(question.when, questions);
  return { ...WHEN, label: labelText(text, { maxLines: 5 }), labeltooltip: text };
}

/** A gate that stays closed leads to the next phase. */
function closedGates(flow: Flow): Edge[] {
  const nextStarts = rowStarts(flow).slice(2);
  return flow.phases.flatMap((phase, index) =>
    phase.gate
      ? [{ tail: gateName(phase), head: nextStarts[index] ?? END, attributes: { ...WHEN, label: "anders" } }]
      : [],
  );
}

function rowStarts(flow: Flow): string[] {
  return [START, ...flow.phases.map(startOf), END];
}

function startOf(phase: Phase): string {
  return phase.gate ? gateName(phase) : (phase.questions[0]?.id ?? END);
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((item, index) => [list[index] as T, item]);
}
