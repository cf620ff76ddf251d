import { describe, expect, test } from "@jest/globals";
import type { Signal } from "../../src/content/schema/signal.ts";
import { isPreferred } from "../../src/signals/levels.ts";
import { claimsOfAdvice, claimsOfSignal, contradict, exceptionsOf, isSaid } from "../../src/signals/premises.ts";
import { makeSignals } from "../support/make-content.ts";

const when = (question: string, ...is: string[]) => ({ question, is });
const group = makeSignals([
  { id: "eer", level: "vandaag", when: when("eer", "ja"), denies: ["kind-thuis"], "silences-family-talk": true },
  {
    id: "zorg",
    level: "vandaag",
    when: when("zorg", "ja"),
    denies: ["kind-thuis"],
    yields: ["eer"],
    advice: [
      { text: "Praat met het gezin.", presupposes: ["kind-thuis"], "talks-with-family": true },
      { text: "Bel.", presupposes: ["kind-thuis"] },
      { text: "Vraag het na.", when: when("zorg", "nee") },
    ],
  },
  { id: "nu", level: "nu", when: when("gevaar", "ja") },
]);
const [eer, zorg, nu] = group.signals as [Signal, Signal, Signal];
const [talk, call, ask] = zorg.advice as [Signal["advice"][0], Signal["advice"][0], Signal["advice"][0]];

describe("what a text claims", () => {
  test("a signal that silences talk with the family denies it, beside what it denies by itself", () => {
    expect(claimsOfSignal(eer).denies).toEqual(["kind-thuis", "gesprek-met-familie"]);
    expect(claimsOfSignal(zorg).denies).toEqual(["kind-thuis"]);
  });

  test("advice to talk with the family presupposes that this can be done, and no other advice does", () => {
    expect(claimsOfAdvice(talk).presupposes).toEqual(["kind-thuis", "gesprek-met-familie"]);
    expect(claimsOfAdvice(call).presupposes).toEqual(["kind-thuis"]);
  });

  test("one thing of more that is denied is enough to contradict, either way around", () => {
    const one = { presupposes: ["kind-thuis", "gesprek-met-familie"], denies: [] };
    const other = { presupposes: [], denies: ["gesprek-met-familie"] };
    expect([contradict(one, other), contradict(other, one), contradict(one, one)]).toEqual([true, true, false]);
  });
});

test("a line is said when it applies and nothing that it presupposes is certainly otherwise", () => {
  const exceptions = exceptionsOf([group]);
  expect(isSaid(talk, exceptions, { eer: ["nee"] })).toBe(true);
  expect(isSaid(talk, exceptions, { eer: ["ja"] })).toBe(false);
  expect(isSaid(call, exceptions, { eer: ["ja"] })).toBe(true);
  expect(isSaid(ask, exceptions, { zorg: ["ja"] })).toBe(false);
});

test("a signal that yields to some gives way to those alone", () => {
  expect(isPreferred(eer, zorg)).toBe(true);
  expect(isPreferred(nu, zorg)).toBe(false);
});
