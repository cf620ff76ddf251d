import { describe, expect, test } from "@jest/globals";
import { checkCard } from "../../../src/check/cards/check-card.ts";

const TEXT = { type: "TextBlock", text: "Tekst", wrap: true };
const INPUT = {
  type: "Input.ChoiceSet",
  id: "chosen",
  label: "Kies",
  wrap: true,
  choices: [{ title: "Ja", value: "ja" }],
};
const EXECUTE = {
  type: "Action.Execute",
  title: "Ja",
  verb: "answer",
  data: { option: "ja" },
  fallback: { type: "Action.Submit", title: "Ja", data: { verb: "answer", option: "ja" } },
};

function card(...body: unknown[]): Record<string, unknown> {
  return { type: "AdaptiveCard", version: "1.5", lang: "nl", body };
}

function actions(...list: unknown[]): Record<string, unknown> {
  return { type: "ActionSet", actions: list };
}

function titled(title: string): Record<string, unknown> {
  return { ...EXECUTE, title, fallback: { ...EXECUTE.fallback, title } };
}

const { wrap, ...unwrapped } = TEXT;
const { label, ...unlabelled } = INPUT;
const { verb, ...verbless } = EXECUTE;
const { fallback, ...alone } = EXECUTE;
const column = { type: "Column", width: "auto", items: [TEXT] };

const MISTAKES: [string, Record<string, unknown>][] = [
  ["another type", { ...card(), type: "Container", items: [TEXT] }],
  ["another version", { ...card(TEXT), version: "1.6" }],
  ["no language", { ...card(TEXT), lang: undefined }],
  ["more than 20 kB", card({ ...TEXT, text: "x".repeat(20 * 1024) })],
  ["a placeholder without data", card({ ...TEXT, text: "Dag ${name}" })],
  ["an element that phones do not show", card({ type: "Table" })],
  ["an empty text", card({ ...TEXT, text: " " })],
  ["a text that does not wrap", card(unwrapped)],
  ["a button without a title", card(actions({ ...EXECUTE, title: "" }))],
  ["a button that is too long for a phone", card(actions({ ...EXECUTE, title: "x".repeat(36) }))],
  [
    "a part that is clicked as a whole without a title to read out loud",
    card({ type: "Container", selectAction: { ...EXECUTE, title: "" }, items: [TEXT] }),
  ],
  ["an Action.Execute without a verb", card(actions(verbless))],
  ["an Action.Execute without a fallback", card(actions(alone))],
  ["a fallback that sends something else", card(actions({ ...EXECUTE, data: { option: "nee" } }))],
  ["an input without a label", card(unlabelled)],
  ["an input without an id", card({ ...INPUT, id: undefined })],
  ["a required input without an errorMessage", card({ ...INPUT, isRequired: true })],
  ["a choice without a title", card({ ...INPUT, choices: [{ value: "ja" }] })],
  ["choices that do not wrap", card({ ...INPUT, wrap: false })],
  ["two columns with automatic width", card({ type: "ColumnSet", columns: [column, column] })],
  ["a row without buttons", card(actions())],
  [
    "a row of buttons that is wider than a phone",
    card(actions(titled("Uitkomst tot nu toe"), titled("Mijn antwoorden"))),
  ],
  ["an empty container", card({ type: "Container", items: [] })],
  ["an id that is there twice", card(INPUT, INPUT)],
  [
    "a toggle for something that is not there",
    card(actions({ type: "Action.ToggleVisibility", title: "Waarom?", targetElements: ["why"] })),
  ],
];

describe("checkCard", () => {
  test("finds nothing in a good card", () => {
    const one = { type: "ColumnSet", columns: [column, { type: "Column", items: [TEXT] }] };
    const toggle = { type: "Action.ToggleVisibility", title: "Waarom?", targetElements: ["chosen"] };
    expect(checkCard(card(TEXT, INPUT, one, actions(EXECUTE, toggle)))).toEqual([]);
    expect(checkCard(card(actions(titled("Uitkomst tot nu toe"), titled("Stop en wis"))))).toEqual([]);
  });

  test("lets a part that is clicked as a whole have a longer title, which is only read out loud", () => {
    const title = "x".repeat(36);
    const selectAction = { ...EXECUTE, title, fallback: { ...fallback, title } };
    expect(checkCard(card({ type: "Container", selectAction, items: [TEXT] }))).toEqual([]);
  });

  test("wants no title and no fallback of the action that refreshes the card", () => {
    const refresh = { action: { type: "Action.Execute", verb: "refresh", data: {} }, userIds: ["29:gebruiker"] };
    expect(checkCard({ ...card(TEXT), refresh })).toEqual([]);
  });

  test.each(MISTAKES)("finds %s", (_, wrong) => {
    expect(checkCard(wrong)).toEqual([
      {
        path: expect.stringMatching(/^[\w[\].]+$/),
        what: expect.stringMatching(/^.+$/),
        fix: expect.stringMatching(/^[A-Z].+\.$/),
      },
    ]);
  });

  test("finds a placeholder without data in what a button sends", () => {
    const data = { option: "${id}" };
    const button = { ...EXECUTE, data, fallback: { ...fallback, data: { verb, ...data } } };
    const places = checkCard(card(actions(button))).map(({ path }) => path);
    expect(places).toEqual(["body[0].actions[0].data.option", "body[0].actions[0].fallback.data.option"]);
  });

  test.each([null, [], "kaart", {}])("finds that %j is no card", (value) => {
    expect(checkCard(value)).toHaveLength(1);
  });

  test("says where in the card each mistake is", () => {
    const problems = checkCard(card(TEXT, { type: "Container", items: [unwrapped] }, actions(alone)));
    expect(problems.map(({ path }) => path)).toEqual(["body[1].items[0]", "body[2].actions[0]"]);
  });
});
