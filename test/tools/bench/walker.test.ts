import { expect, test } from "@jest/globals";
import { Walker } from "../../../src/tools/bench/users/walker.ts";

const walk = { walk: "w1", version: "v1" };

function execute(verb: string, data: object) {
  return { type: "Action.Execute", verb, data, fallback: { type: "Action.Execute", verb: "other-client", data: {} } };
}

function cardWith(...body: object[]): string {
  return JSON.stringify({ statusCode: 200, value: { type: "AdaptiveCard", body } });
}

/** The click that follows on `card`: its verb and data. */
function clickAfter(card: string, seed = 1): unknown {
  const walker = new Walker("c", "http://127.0.0.1", seed);
  walker.read(card);
  return actionOf(walker);
}

function actionOf(walker: Walker): unknown {
  const { value } = walker.next() as { value: { action: { verb: string; data: object } } };
  return { verb: value.action.verb, data: value.action.data };
}

test("a walk starts with the TOP-3 questions", () => {
  const start = { verb: "start", data: { flow: "top3", again: true } };
  expect(actionOf(new Walker("c", "http://127.0.0.1", 1))).toEqual(start);
});

test("a question with buttons is answered by one of them, and not always by the same", () => {
  const answers = ["ja", "nee"].map((option) => execute("answer", { ...walk, question: "q", option }));
  const card = cardWith(execute("back", walk), { type: "ActionSet", actions: answers });
  const seen = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => JSON.stringify(clickAfter(card, seed * 1e8))));
  expect(seen).toEqual(new Set(answers.map(({ verb, data }) => JSON.stringify({ verb, data }))));
});

test("a question with choices is answered by one of them", () => {
  const choices = { type: "Input.ChoiceSet", id: "chosen", choices: [{ title: "A", value: "a" }] };
  const card = cardWith(choices, execute("answer", { ...walk, question: "q" }));
  expect(clickAfter(card)).toEqual({ verb: "answer", data: { ...walk, question: "q", chosen: "a" } });
});

test("after an interruption the walk goes on", () => {
  const card = cardWith(execute("stop", walk), execute("continue", walk));
  expect(clickAfter(card)).toEqual({ verb: "continue", data: walk });
});

test("after the end the next walk starts", () => {
  expect(clickAfter(cardWith(execute("react", walk)))).toEqual({
    verb: "start",
    data: { flow: "top3", again: true },
  });
});

test("an answer without a card is an error", () => {
  const walker = new Walker("c", "http://127.0.0.1", 1);
  expect(() => walker.read('{"statusCode":200,"type":"application/vnd.microsoft.activity.message"}')).toThrow(
    "no card",
  );
});
