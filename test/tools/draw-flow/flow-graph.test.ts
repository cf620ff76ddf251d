import { describe, expect, test } from "@jest/globals";
import type { Graph, Subgraph } from "@viz-js/viz";
import type { Flow } from "../../../src/content/content.ts";
import type { Condition } from "../../../src/content/schema/condition.ts";
import type { Option, Question } from "../../../src/content/schema/question.ts";
import type { Signal, SignalsFile } from "../../../src/content/schema/signal.ts";
import { flowGraph } from "../../../src/tools/draw-flow/flow-graph.ts";
import { renderSvg } from "../../../src/tools/draw-flow/render-svg.ts";
import { realContent } from "../../support/real-content.ts";

const NEE: Condition = { question: "een", is: ["nee"], "at-least": 1 };
const JA: Condition = { question: "een", is: ["ja"], "at-least": 1 };

function question(id: string, given: Partial<Question> = {}): Question {
  const options: Option[] = ["ja", "nee"].map((option) => ({ id: option, text: option, alone: false }));
  const source = { document: "bron" };
  return {
    id,
    label: id,
    text: id,
    why: id,
    kind: "single",
    always: false,
    "names-ranked": false,
    options,
    checklist: [],
    source,
    status: "concept",
    ...given,
  };
}

function flowOf(...phases: Pick<Flow["phases"][number], "id" | "gate" | "questions">[]): Flow {
  return {
    id: "proef",
    title: "Proef",
    intro: "",
    version: "1",
    phases: phases.map((phase) => ({ ...phase, title: phase.id, always: false })),
  };
}

function nodeNames(graph: Graph | Subgraph): string[] {
  return [...(graph.nodes ?? []).map(({ name }) => name), ...(graph.subgraphs ?? []).flatMap(nodeNames)];
}

/** The seen arrows as `tail > head`, with what is written next to them. */
function arrows(graph: Graph): Record<string, unknown> {
  const seen = (graph.edges ?? []).filter(({ attributes }) => attributes?.style !== "invis");
  return Object.fromEntries(seen.map(({ tail, head, attributes }) => [`${tail} > ${head}`, attributes?.label ?? ""]));
}

describe("the project's content", () => {
  test("gives for every flow a drawing with every question in it", async () => {
    const content = await realContent();
    expect(content.flows.size).toBeGreaterThan(0);
    for (const flow of content.flows.values()) {
      const svg = await renderSvg(flowGraph(flow, content.signalGroups));
      const drawn = [...svg.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title?.replaceAll("&#45;", "-"));
      expect(drawn).toEqual(
        expect.arrayContaining(flow.phases.flatMap(({ questions }) => questions.map(({ id }) => id))),
      );
    }
  });
});

test("questions follow each other in the order of asking, from phase to phase", () => {
  const graph = flowGraph(
    flowOf({ id: "a", questions: [question("een"), question("twee")] }, { id: "b", questions: [question("drie")] }),
    [],
  );
  const order = ["(start) > een", "een > twee", "twee > drie", "drie > (einde)"];
  expect(Object.keys(arrows(graph)).sort()).toEqual(order.sort());
});

test("the arrow to a question that is not always asked says when it is", () => {
  const graph = flowGraph(flowOf({ id: "a", questions: [question("een"), question("twee", { when: NEE })] }), []);
  expect(arrows(graph)["een > twee"]).toBe("een: nee");
});

test("a gate stands before its phase and, when it stays closed, leads past it", () => {
  const graph = flowGraph(
    flowOf(
      { id: "a", questions: [question("een")] },
      { id: "b", gate: JA, questions: [question("twee")] },
      { id: "c", gate: NEE, questions: [question("drie")] },
    ),
    [],
  );
  expect(Object.keys(arrows(graph))).toEqual(
    expect.arrayContaining(["een > (poort b)", "(poort b) > twee", "(poort b) > (poort c)", "(poort c) > (einde)"]),
  );
});

test("special characters in labels are shown as they are", async () => {
  const label = 'C:\\N "x" <b> & {y|z}';
  const graph = flowGraph(flowOf({ id: "a", questions: [question("een", { label })] }), []);
  expect(nodeNames(graph)).toContain("een");
  const svg = await renderSvg(graph);
  expect(svg).toContain("C:\\N &quot;x&quot; &lt;b&gt; &amp; {y|z}");
});

test("a suggestion stands in the note of the phase in which its last question is asked", () => {
  const signal = {
    id: "s",
    level: "vandaag",
    title: "Let op",
    when: { all: [JA, { ...JA, question: "twee" }] },
  } as Signal;
  const elsewhere = { ...signal, title: "Elders", when: { ...JA, question: "niet-in-dit-pad" } };
  const phases = flowOf({ id: "a", questions: [question("een")] }, { id: "b", questions: [question("twee")] });
  const group: SignalsFile = {
    group: "g",
    title: "G",
    order: 1,
    signals: [signal, elsewhere],
    premises: [],
    invariants: [],
  };
  const notes = (flowGraph(phases, [group]).subgraphs ?? []).map(({ subgraphs }) => subgraphs?.[0]?.nodes?.at(-1));
  expect(notes).toEqual([
    expect.objectContaining({ name: "een" }),
    expect.objectContaining({ attributes: expect.objectContaining({ label: "Kan geven:\\lvandaag: Let op\\l" }) }),
  ]);
});
