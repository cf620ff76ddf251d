import { describe, expect, test } from "@jest/globals";
import {
  atLeastParts,
  type Figure,
  isLowerBound,
  perWeek,
  ratio,
  share,
  sum,
  TOO_FEW,
} from "../../src/trends/figure.ts";

function figure(n: number | null, more: Partial<Figure> = {}): Figure {
  return { ...TOO_FEW, n, boxes: n === null ? 0 : 1, ...more };
}

describe("a share", () => {
  test("is told in whole percents when nothing can make it more than five points wrong", () => {
    expect(share(figure(400), figure(100)).n).toBe(80);
    expect(ratio(figure(400), figure(500)).n).toBe(80);
  });

  test("is not told when the other answer is hidden: 90 of 90 is not all of them", () => {
    expect(share(figure(90), figure(null, { missing: 20 }))).toEqual(TOO_FEW);
  });

  test("is not told when a part for certain lies elsewhere", () => {
    expect(share(figure(400, { atLeast: true }), figure(100))).toEqual(TOO_FEW);
    expect(ratio(figure(400), figure(500, { atLeast: true }))).toEqual(TOO_FEW);
  });

  test("is not told when the noise of its boxes could shift it", () => {
    expect(share(figure(200, { boxes: 4 }), figure(100, { boxes: 4 })).n).toBe(67);
    expect(share(figure(200, { boxes: 40 }), figure(100, { boxes: 40 }))).toEqual(TOO_FEW);
  });

  test("has a highest value when its part is hidden and its whole is large", () => {
    expect(ratio(figure(null, { missing: 10 }), figure(500))).toMatchObject({ n: 2, atMost: true });
  });
});

test("a sum adds what is hidden too, and is too few only when all of it is", () => {
  const parts = [figure(20), figure(null, { missing: 10 }), figure(15, { atLeast: true })];
  expect(sum(parts)).toEqual({ n: 35, atLeast: true, missing: 10, boxes: 2 });
  expect(sum([figure(null), figure(null)]).n).toBeNull();
});

test("a number is a lower bound when more than a twentieth of it can be hidden, or a part for certain is elsewhere", () => {
  expect(isLowerBound(figure(200, { missing: 10 }))).toBe(false);
  expect(isLowerBound(figure(195, { missing: 10 }))).toBe(true);
  expect(isLowerBound(figure(195, { atLeast: true }))).toBe(true);
  expect(isLowerBound(figure(null, { missing: 10 }))).toBe(false);
  expect(isLowerBound(perWeek(figure(200, { missing: 10 }), 13))).toBe(false);
});

test("an average per week has one decimal, and none of what is hidden", () => {
  expect(perWeek(figure(120), 13).n).toBe(9.2);
  expect(perWeek(figure(null), 13)).toEqual(TOO_FEW);
});

test("a whole is at least as much as its parts, also when it is hidden or noise makes it less", () => {
  const parts = [figure(25), figure(null), figure(10)];
  expect(atLeastParts(figure(null), parts)).toMatchObject({ n: 35, atLeast: true });
  expect(atLeastParts(figure(20), parts)).toMatchObject({ n: 35, atLeast: true });
  expect(atLeastParts(figure(40), parts)).toMatchObject({ n: 40, atLeast: false });
  expect(atLeastParts(figure(null), [figure(null)])).toMatchObject({ n: null, atLeast: false });
});
