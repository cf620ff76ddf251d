import { expect, test } from "@jest/globals";
import { trendsCard } from "../../src/app/trends-card.ts";
import type { Counter } from "../../src/usage/count.ts";
import { makeContent, makeFlow, makePhase, makeQuestion } from "../support/make-content.ts";
import { readerOf } from "../trends/support/reader-of.ts";

const FLOWS = [makeFlow([makePhase("eerste", [makeQuestion("gevaar")])])];
const content = makeContent(FLOWS, []);
const started = (week: string): Counter => ({ region: "hier", week, metric: "walk-started", value: "top3", n: 40 });
const YEAR = { content, filters: { period: 12 }, monthly: false };

function cardOf(isDemo = false) {
  const readTrends = readerOf([started("2026-W05"), started("2026-W10")], {
    now: new Date("2026-04-13T12:00:00Z"),
    isDemo,
  });
  return (request: Parameters<typeof trendsCard>[1], address = "http://hier") =>
    trendsCard({ config: {}, readTrends, address }, request);
}

test("what is published is worked out once for all who choose the same, and again for any other choice", async () => {
  const card = cardOf();
  const first = await card(YEAR);
  expect(first.months).toHaveLength(3);
  expect(await card({ ...YEAR })).toBe(first);
  expect((await card({ ...YEAR, filters: { period: 1 } })).months).toHaveLength(1);
  expect(await card({ ...YEAR, monthly: true })).toEqual({ ...first, monthly: true });
  expect((await card(YEAR, "http://daar")).url).toContain("http://daar");
  expect(await card({ ...YEAR, content: makeContent(FLOWS, [], { version: "other" }) })).not.toBe(first);
});

test("a preview is worked out anew each time, as it counts what came since", async () => {
  const card = cardOf(true);
  expect(await card(YEAR)).not.toBe(await card(YEAR));
});
