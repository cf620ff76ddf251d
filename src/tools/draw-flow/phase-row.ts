import type { Node, Subgraph } from "@viz-js/viz";
import type { Phase, Questions } from "../../content/content.ts";
import type { Signal } from "../../content/schema/signal.ts";
import { conditionText } from "./condition-text.ts";
import { labelText } from "./label-text.ts";
import { GATE, NOTE, PHASE, UNSEEN } from "./styles.ts";

/** The name of the node that stands before a phase with a gate. */
export function gateName(phase: Phase): string {
  return `(poort ${phase.id})`;
}

/** A phase as a row in a frame: its gate, its questions, and a note with the suggestions that it can give. */
export function phaseRow(phase: Phase, questions: Questions, signals: readonly Signal[]): Subgraph {
  const boxes = phase.questions.map(({ id, label }): Node => ({ name: id, attributes: { label: labelText(label) } }));
  const note = noteOf(phase, signals);
  return {
    name: `cluster_${phase.id}`,
    graphAttributes: { ...PHASE, label: labelText(phase.title) },
    subgraphs: [{ graphAttributes: { rank: "same" }, nodes: [...gateOf(phase, questions), ...boxes, ...note] }],
    edges: note.map(({ name }) => ({ tail: boxes.at(-1)?.name ?? name, head: name, attributes: UNSEEN })),
  };
}

function gateOf(phase: Phase, questions: Questions): Node[] {
  if (!phase.gate) return [];
  return [{ name: gateName(phase), attributes: { ...GATE, label: labelText(conditionText(phase.gate, questions)) } }];
}

function noteOf(phase: Phase, signals: readonly Signal[]): Node[] {
  if (signals.length === 0) return [];
  const lines = signals.map(({ level, title }) => labelText(`${level}: ${title}`, { lineLength: 80 }));
  const label = ["Kan geven:", ...lines, ""].join("\\l");
  return [{ name: `(signalen ${phase.id})`, attributes: { ...NOTE, label } }];
}
