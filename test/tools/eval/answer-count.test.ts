import { expect, test } from "@jest/globals";
import { countAnswers } from "../../../src/tools/eval/answer-count.ts";

const line = (right: string[], shown: string[]) => ({ question: "", right, shown });

test("the first of a choice counts as top-1, the others only as top-3", () => {
  const count = countAnswers([
    line(["a"], ["a"]),
    line(["a"], ["a", "b"]),
    line(["a", "c"], ["b", "c"]),
    line(["a"], []),
  ]);
  expect(count).toMatchObject({ questions: 4, top1: 0.5, top3: 0.75, choice: 0.5, none: 0.25, wrong: 0 });
});

test("showing only articles that are not right is a wrong answer, and showing none is not", () => {
  expect(countAnswers([line(["a"], ["b", "c"]), line(["a"], [])])).toMatchObject({ wrong: 0.5, none: 0.5, top3: 0 });
});

test("an off-topic line is wrong when anything is shown, and counts for nothing else", () => {
  const count = countAnswers([line([], ["a"]), line([], []), line(["a"], ["a"])]);
  expect(count).toMatchObject({ questions: 1, offTopics: 2, offTopic: 0.5, top1: 1, wrong: 0 });
});
