import { describe, expect, test } from "@jest/globals";
import { runExample } from "../../src/check/examples/run-example.ts";
import type { Content } from "../../src/content/content.ts";
import { replay } from "../../src/flow/replay.ts";
import { exampleFile, exampleOf } from "../../src/studio/try/keep-example.ts";
import { askedIn, type Done, goAlong, NEW_STAGE, replay as replayChat } from "../../src/studio/try/play.ts";
import { goneAlong, wayTo } from "../../src/studio/try/way-to.ts";
import { realContent } from "../support/real-content.ts";

const content = await realContent();
const DAY = new Date("2026-12-01T12:00:00Z");
const ABOUT = { id: "proef", title: "Proef", about: "Een proef." };

describe("the way to a question", () => {
  test.each([...content.questions.keys()])("%s: its answers lead there, and the chat asks it", async (id) => {
    const way = await wayTo(id, content);
    if (!way) throw new Error("no way was found");
    const flow = content.flows.get(way.flow);
    expect(flow && replay(flow, way.answers, way.phase).current?.question.id).toBe(id);
    expect(askedIn(goAlong(way, NEW_STAGE, content, DAY))?.question).toBe(id);
  });

  test("is the shortest, and calm where nothing else is needed", async () => {
    expect(await wayTo("eer-vorm", content)).toEqual({
      flow: "top3",
      phase: "ordenen",
      answers: {
        "direct-gevaar": ["nee"],
        "komende-dagen": ["nee"],
        "zelf-verteld": ["nee"],
        "wat-gebeurd": ["niets-hiervan"],
        eer: ["ja"],
      },
    });
  });

  test("is none to a question that no answers lead to", async () => {
    // It is asked later, and so not before this one.
    const never = { question: "structureel", is: ["ja"], "at-least": 1 };
    const flows = [...content.flows].map(
      ([id, flow]): [string, Content["flows"] extends ReadonlyMap<string, infer F> ? F : never] => [
        id,
        {
          ...flow,
          phases: flow.phases.map((phase) => ({
            ...phase,
            questions: phase.questions.map((question) =>
              question.id === "hoe-erg" ? { ...question, when: never } : question,
            ),
          })),
        },
      ],
    );
    expect(await wayTo("hoe-erg", { flows: new Map(flows) })).toBeUndefined();
    expect(await wayTo("bestaat-niet", content)).toBeUndefined();
  });

  test("ends where other answers bring another question first", async () => {
    const way = await wayTo("eer-vorm", content);
    const other = goneAlong({ ...way, flow: "top3", answers: { ...way?.answers, eer: ["nee"] } }, content);
    expect(other?.comes?.id).not.toBe("eer-vorm");
    expect(other?.path).toHaveLength(5);
  });
});

describe("what was tried is kept as an example", () => {
  const keep = (done: readonly Done[]) => exampleOf(done, ABOUT, content);

  test("with the answers that were taken as given, and what came of it", async () => {
    const way = await wayTo("eer", content);
    const before = JSON.stringify([{ way }]);
    const { walk } = replayChat(before, content, DAY).state;
    const action = { verb: "answer", walk: walk?.id, version: walk?.version, question: "eer", option: "ja" };
    const example = keep([{ way }, { action }] as Done[]);
    expect(example.steps.at(-1)).toEqual({ expect: { card: "result", level: "vandaag", signals: ["eer"] } });
    expect(runExample(example, content)).toEqual([]);
    expect(exampleFile(example)["dialogs/examples/proef.yaml"]).toContain("  - answer: { eer: ja }\n");
  });

  test("with what was typed, and from where it was begun again", () => {
    const example = keep([
      { text: "hallo" },
      { action: { verb: "start", flow: "gevaar-check", again: true } },
      { text: "hij slaat haar nu" },
    ]);
    expect(example.steps.slice(0, 2)).toEqual([{ start: "gevaar-check" }, { type: "hij slaat haar nu" }]);
    expect(runExample(example, content)).toEqual([]);
  });

  test("not when nothing was done, or a card was pressed that was over", () => {
    expect(() => keep([])).toThrow(expect.objectContaining({ code: "KEEP_NOTHING" }));
    const old = { action: { verb: "answer", walk: "proef-1", version: "x", question: "eer", option: "ja" } };
    expect(() => keep([{ action: { verb: "start", flow: "gevaar-check" } }, old])).toThrow(
      expect.objectContaining({ code: "KEEP_OTHERWISE" }),
    );
  });
});
