import { beforeEach, describe, expect, test } from "@jest/globals";
import { createSeal } from "../../src/stores/seal.ts";
import { createSqliteSubscriptions } from "../../src/stores/sqlite/subscriptions.ts";
import { createMonthly } from "../../src/trends/monthly.ts";
import type { MonthlyReader, Subscriptions } from "../../src/trends/ports.ts";
import { openPerTest } from "../stores/support/open-per-test.ts";

const HOUR_MS = 3_600_000;
const seal = createSeal("a secret of at least thirty-two characters");
const ANNE: MonthlyReader = { serviceUrl: "https://teams", conversation: "a:1", userId: "anne", query: "periode=6" };
const open = openPerTest();

let store: Subscriptions;
let month: string;
let now: Date;
let sent: MonthlyReader[];
let failures: unknown[];
let leads: Set<string | undefined>;

beforeEach(() => {
  store = createSqliteSubscriptions(open());
  [month, now, sent, failures] = ["2026-02", new Date("2026-03-10T09:00:00Z"), [], []];
  leads = new Set(["anne", "bert"]);
});

/** One process, as there can be more of. */
function instance(sealed = seal) {
  return createMonthly({
    store,
    seal: sealed,
    lastMonth: async () => month,
    maySeeTrends: (userId) => leads.has(userId),
    onFailure: (error) => failures.push(error),
    now: () => now,
  });
}

async function send(reader: MonthlyReader): Promise<void> {
  sent.push(reader);
}
const fail = () => Promise.reject(new Error("Teams is down"));

describe("a monthly message", () => {
  test("comes once for each month that is published after it was asked for", async () => {
    const monthly = instance();
    await monthly.start("key", ANNE);
    expect([await monthly.isOn("key"), await monthly.sendDue(send)]).toEqual([true, 0]);
    month = "2026-03";
    expect([await monthly.sendDue(send), await monthly.sendDue(send)]).toEqual([1, 0]);
    expect(sent).toEqual([ANNE]);
  });

  test("comes from one of several instances", async () => {
    await instance().start("key", ANNE);
    month = "2026-03";
    const counts = await Promise.all([instance(), instance(), instance()].map((one) => one.sendDue(send)));
    expect([counts.toSorted(), sent]).toEqual([[0, 0, 1], [ANNE]]);
  });

  test("that fails is told, is sent the next time, and keeps nobody else from theirs", async () => {
    const monthly = instance();
    await monthly.start("key", ANNE);
    await monthly.start("other", { ...ANNE, conversation: "a:2", userId: "bert" });
    month = "2026-03";
    const sendNotToAnne = (reader: MonthlyReader) => (reader.userId === "anne" ? fail() : send(reader));
    expect(await monthly.sendDue(sendNotToAnne)).toBe(1);
    expect([failures.length, sent.map(({ userId }) => userId)]).toEqual([1, ["bert"]]);
    now = new Date(now.getTime() + HOUR_MS);
    expect(await monthly.sendDue(send)).toBe(1);
    expect(sent.map(({ userId }) => userId)).toEqual(["bert", "anne"]);
  });

  test("does not come any more when it was turned off", async () => {
    const monthly = instance();
    await monthly.start("key", ANNE);
    await monthly.stop("key");
    month = "2026-03";
    expect([await monthly.isOn("key"), await monthly.sendDue(send)]).toEqual([false, 0]);
  });

  test("does not come to who may no longer see the trends, and nothing is kept of them", async () => {
    await instance().start("key", ANNE);
    leads.delete("anne");
    month = "2026-03";
    expect([await instance().sendDue(send), await store.read()]).toEqual([0, []]);
  });

  test("is forgotten when its address cannot be opened, or could not be reached for a hundred days", async () => {
    await instance().start("key", ANNE);
    month = "2026-03";
    expect(await instance(createSeal("another secret of thirty-two characters")).sendDue(send)).toBe(0);
    expect(await store.read()).toEqual([]);
    await instance().start("key", ANNE);
    now = new Date(now.getTime() + 101 * 24 * HOUR_MS);
    month = "2026-06";
    expect([await instance().sendDue(send), await store.read()]).toEqual([0, []]);
  });

  test("leaves in the store no chat, no person and no choice that can be read", async () => {
    await instance().start("key", ANNE);
    const kept = JSON.stringify(await store.read());
    for (const part of ["a:1", "anne", "teams", "periode"]) expect(kept).not.toContain(part);
  });
});
