import { expect, test } from "@jest/globals";
import { trendsTarget } from "../../../src/tools/bench/trends-cost.ts";
import { makeContent, makeFlow, makePhase, makeQuestion } from "../../support/make-content.ts";

const content = makeContent([makeFlow([makePhase("gevaar", [makeQuestion("direct-gevaar")])])]);

test("the cost of the trends is a ratio against its limit", async () => {
  const { value, target, met } = await trendsTarget(content, { regions: 2, rounds: 1 });
  expect(value).toBeGreaterThan(0);
  expect(target).toBe("<= 1.2");
  expect(met).toBe(value <= 1.2);
});
