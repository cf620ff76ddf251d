import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Condition } from "../../src/content/schema/condition.ts";
import { offeredOptions } from "../../src/flow/offered-options.ts";
import { type Position, replay } from "../../src/flow/replay.ts";
import { script } from "../../src/flow/script.ts";
import { makeFlow, makePhase, makeQuestion } from "../support/make-content.ts";

const is = (question: string, ...options: string[]): Condition => ({ question, is: options, "at-least": 1 });

const flow = makeFlow([
  makePhase("gevaar", [makeQuestion("gevaar"), makeQuestion("meer", { when: is("gevaar", "ja") })], { always: true }),
  makePhase("plan", [
    makeQuestion("afspraken"),
    makeQuestion("veilig"),
    makeQuestion("poort", {
      when: is("veilig", "nee", "weet-ik-niet"),
      options: ["opnieuw", "verder"],
    }),
  ]),
  makePhase("stabiel", [makeQuestion("hulp"), makeQuestion("nog-meer", { when: is("meer", "ja") })], {
    gate: is("veilig", "ja"),
  }),
  makePhase("slot", [makeQuestion("laatste")]),
]);

const ids = (position: Position) => position.path.map((line) => line.question.id);
const current = (position: Position) => position.current?.question.id;

describe("a ranking", () => {
  const kinds = makeQuestion("soort", { kind: "multiple", options: ["a", "b", "c"] });
  const rank = makeQuestion("rang", { kind: "ranking", ranks: "soort", options: ["a", "b", "c"] });
  const ranked = makeFlow([makePhase("een", [kinds, rank, makeQuestion("laatste")])]);

  test("is asked only when there are two to put in order", () => {
    expect(current(replay(ranked, { soort: ["a"] }))).toBe("laatste");
    expect(current(replay(ranked, { soort: ["weet-ik-niet"] }))).toBe("laatste");
    expect(current(replay(ranked, { soort: ["a", "c"] }))).toBe("rang");
  });

  test("is no certain part of a walk until there are two", () => {
    expect(replay(ranked, {}).length).toEqual({ min: 2, max: 3 });
    expect(replay(ranked, { soort: ["a"] }).length).toEqual({ min: 2, max: 2 });
    expect(replay(ranked, { soort: ["a", "c"] }).length).toEqual({ min: 3, max: 3 });
  });

  test("keeps of its answer what is still chosen, in order, and is asked again when nothing is left", () => {
    expect(replay(ranked, { soort: ["a", "b"], rang: ["c", "b", "a"] }).known.rang).toEqual(["b", "a"]);
    expect(current(replay(ranked, { soort: ["a", "b"], rang: ["c"] }))).toBe("rang");
  });
});

describe("a question about each ranked situation", () => {
  const kinds = makeQuestion("soort", { kind: "multiple", options: ["a", "b", "c"] });
  const rank = makeQuestion("rang", { kind: "ranking", ranks: "soort", options: ["a", "b", "c"] });
  const each = makeQuestion("per", {
    kind: "multiple",
    "each-of": "rang",
    options: ["a", "b", "c", { id: "geen", text: "Geen", alone: true }],
  });
  const flow = makeFlow([makePhase("een", [kinds, rank, each])]);

  test("offers those, what stands alone and weet ik niet", () => {
    const { known } = replay(flow, { soort: ["a", "b", "c"], rang: ["c", "a"] });
    expect(offeredOptions(each, known).map(({ id }) => id)).toEqual(["a", "c", "geen", "weet-ik-niet"]);
  });

  test("keeps of its answer what is still ranked, and is asked again when nothing is left", () => {
    const soort = ["a", "b", "c"];
    expect(replay(flow, { soort, rang: ["a", "b"], per: ["b", "c"] }).known.per).toEqual(["b"]);
    expect(current(replay(flow, { soort, rang: ["a", "b"], per: ["c"] }))).toBe("per");
  });
});

describe("a question that was not asked", () => {
  const unasked = makeFlow([
    makePhase("een", [makeQuestion("een"), makeQuestion("twee", { when: is("een", "ja") })]),
    makePhase("later", [makeQuestion("drie", { when: { none: [is("twee", "nee")] } })], {
      gate: { none: [is("twee", "weet-ik-niet")] },
    }),
  ]);

  test("counts as not chosen for what comes after it", () => {
    expect(current(replay(unasked, { een: ["nee"] }))).toBe("drie");
    expect(current(replay(unasked, { een: ["ja"], twee: ["nee"] }))).toBeUndefined();
    expect(current(replay(unasked, { een: ["ja"], twee: ["weet-ik-niet"] }))).toBeUndefined();
  });

  test("is not counted on before it is passed", () => {
    expect(replay(unasked, {}).length).toEqual({ min: 1, max: 3 });
    expect(replay(unasked, { een: ["nee"] }).length).toEqual({ min: 2, max: 2 });
  });
});

describe("replay", () => {
  test("starts at the first question", () => {
    expect(current(replay(flow, {}))).toBe("gevaar");
  });

  test("skips a question whose condition does not hold", () => {
    expect(current(replay(flow, { gevaar: ["nee"] }))).toBe("afspraken");
  });

  test("asks a question that a weet ik niet leaves open", () => {
    expect(current(replay(flow, { gevaar: ["weet-ik-niet"] }))).toBe("meer");
  });

  test.each([["nee"], ["weet-ik-niet"]])("keeps the gate closed when veilig is %s", (veilig) => {
    const position = replay(flow, { gevaar: ["nee"], afspraken: ["ja"], veilig: [veilig], poort: ["verder"] });
    expect(current(position)).toBe("laatste");
  });

  test("opens the gate when veilig is ja", () => {
    expect(current(replay(flow, { gevaar: ["nee"], afspraken: ["ja"], veilig: ["ja"] }))).toBe("hulp");
  });

  test("does not count answers that the path no longer reaches", () => {
    const position = replay(flow, { gevaar: ["nee"], meer: ["ja"], afspraken: ["ja"] });
    expect(ids(position)).toEqual(["gevaar", "afspraken"]);
    expect(position.known).not.toHaveProperty("meer");
  });

  test("is finished when nothing is left to ask", () => {
    const answers = { gevaar: ["nee"], afspraken: ["ja"], veilig: ["ja"], hulp: ["nee"], laatste: ["ja"] };
    const position = replay(flow, answers);
    expect(position.current).toBeUndefined();
    expect([position.length.min, position.length.max]).toEqual([5, 5]);
  });

  test("a start at a later phase still asks the danger questions and what its gate needs", () => {
    const asked = (answers: Record<string, string[]>) => current(replay(flow, answers, "stabiel"));
    expect(asked({})).toBe("gevaar");
    expect(asked({ gevaar: ["nee"] })).toBe("veilig");
    expect(asked({ gevaar: ["nee"], veilig: ["nee"] })).toBe("poort");
    expect(asked({ gevaar: ["nee"], veilig: ["ja"] })).toBe("hulp");
  });

  test("what follows from a question of a gate is asked as well, also when it hangs on others too", () => {
    const both = makeQuestion("poort", { when: { all: [is("veilig", "nee"), is("anders", "ja")] } });
    const gated = makeFlow([
      makePhase("plan", [makeQuestion("veilig"), makeQuestion("anders"), both]),
      makePhase("stabiel", [makeQuestion("hulp")], { gate: is("veilig", "ja") }),
    ]);
    expect(script(gated, "stabiel").map(({ question }) => question.id)).toEqual(["veilig", "poort", "hulp"]);
  });

  test("an unknown start phase is the whole walk", () => {
    expect(replay(flow, { gevaar: ["nee"] }, "weg")).toEqual(replay(flow, { gevaar: ["nee"] }));
  });
});

describe("progress", () => {
  test("counts what is certain and what may come", () => {
    const { min, max } = replay(flow, {}).length;
    expect([min, max]).toEqual([4, 8]);
  });

  test("takes nothing for certain behind a gate that may still close, or when one of two answers is still to come", () => {
    const start = [makeQuestion("een"), makeQuestion("twee", { when: is("een", "ja") })];
    const gate = { none: [is("twee", "nee")] };
    const gated = makeFlow([makePhase("een", start), makePhase("later", [makeQuestion("drie")], { gate })]);
    expect(replay(gated, {}).length).toEqual({ min: 1, max: 3 });
    const both = makeQuestion("drie", { when: { all: [is("een", "ja"), is("twee", "ja")] } });
    expect(replay(makeFlow([makePhase("een", [...start, both])]), { een: ["ja"] }).length).toEqual({ min: 2, max: 3 });
  });

  test("narrows as answers come in", () => {
    expect(replay(flow, { gevaar: ["nee"] })).toMatchObject({ length: { min: 4, max: 6 } });
    expect(replay(flow, { gevaar: ["nee"], afspraken: ["ja"], veilig: ["ja"] })).toMatchObject({
      length: { min: 5, max: 5 },
    });
    expect(replay(flow, { gevaar: ["nee"], afspraken: ["ja"], veilig: ["weet-ik-niet"] })).toMatchObject({
      length: { min: 5, max: 5 },
    });
  });

  test("any answers end the walk within the promised bounds", () => {
    const choice = fc.constantFrom("ja", "nee", "weet-ik-niet");
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 12, maxLength: 12 }),
        fc.constantFrom(undefined, "plan", "slot"),
        (choices, from) => {
          const answers: Record<string, string[]> = {};
          const promised: Position[] = [];
          for (const chosen of choices) {
            const position = replay(flow, answers, from);
            promised.push(position);
            if (!position.current) break;
            const { id } = position.current.question;
            answers[id] = id === "poort" ? ["verder"] : [chosen];
          }
          const end = replay(flow, answers, from);
          expect(end.current).toBeUndefined();
          for (const {
            length: { min, max },
          } of promised) {
            expect(end.path.length).toBeGreaterThanOrEqual(min);
            expect(end.path.length).toBeLessThanOrEqual(max);
          }
        },
      ),
    );
  });
});
