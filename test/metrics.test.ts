import { describe, expect, test } from "@jest/globals";
import { AppError } from "../src/errors.ts";
import { createMetrics, withMetrics } from "../src/metrics.ts";
import { startServer } from "./http/support/start-server.ts";
import { createTestLog } from "./support/log-lines.ts";

const TOKEN = "t".repeat(40);
const NOTHING = { contentVersion: () => "v1" };

describe("the metrics", () => {
  test("count turns and their time, errors by code, and requests by status, all from the log", async () => {
    const metrics = createMetrics(NOTHING);
    const log = withMetrics(createTestLog().log, metrics);
    log.info("turn", { durationMs: 20 });
    log.child({ reference: "a" }).info("turn", { durationMs: 2_000 });
    log.error("turn-failed", { error: new AppError("STATE_BUSY", "x", "y") });
    log.warn("send-failed", { error: new Error("x") });
    log.info("request", { status: 200 });
    const text = await metrics.text();
    expect(text).toContain("wijkteam_turn_duration_seconds_count 2\n");
    expect(text).toContain('wijkteam_turn_duration_seconds_bucket{le="0.025"} 1\n');
    expect(text).toContain('wijkteam_errors_total{event="turn-failed",code="STATE_BUSY"} 1\n');
    expect(text).toContain('wijkteam_errors_total{event="send-failed",code="other"} 1\n');
    expect(text).toContain('wijkteam_http_requests_total{status="200"} 1\n');
  });

  test("leave the lines of the log as they are", () => {
    const testLog = createTestLog();
    withMetrics(testLog.log, createMetrics(NOTHING)).warn("activity-refused", { status: 401 });
    expect(testLog.of("activity-refused")).toEqual([expect.objectContaining({ level: "warn", status: 401 })]);
  });

  test("read the content version, the outbox and the age of the last flush at the moment of asking", async () => {
    let version = "v1";
    let age: number | undefined;
    const metrics = createMetrics({
      contentVersion: () => version,
      outboxLength: async () => 7,
      flushAgeSeconds: () => age,
    });
    const before = await metrics.text();
    [version, age] = ["v2", 12];
    const after = await metrics.text();
    expect(before).toContain('wijkteam_content_info{version="v1"} 1\n');
    expect(before).toContain("wijkteam_outbox_length 7\n");
    expect(before).not.toMatch(/^wijkteam_flush_age_seconds /m);
    expect(after).toContain('wijkteam_content_info{version="v2"} 1\n');
    expect(after).not.toContain('version="v1"');
    expect(after).toContain("wijkteam_flush_age_seconds 12\n");
  });

  test("hold nothing of an error but a code", async () => {
    const metrics = createMetrics(NOTHING);
    const log = withMetrics(createTestLog().log, metrics);
    const code = "Fatima zegt dat";
    log.error("turn-failed", { error: Object.assign(new Error("Fatima"), { code, name: "Fatima" }) });
    log.error("turn-failed", { error: "Fatima", verb: "Fatima", reference: "Fatima" });
    expect(await metrics.text()).not.toContain("Fatima");
  });
});

describe("/metrics", () => {
  async function start(token?: string) {
    const server = await startServer({ metrics: { metrics: createMetrics(NOTHING), token } });
    return { ...server, ask: (headers: Record<string, string> = {}) => fetch(`${server.url}/metrics`, { headers }) };
  }

  test("may be read on this machine", async () => {
    const response = await (await start()).ask();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await response.text()).toContain("wijkteam_content_info");
  });

  test.each(["X-Forwarded-For", "Forwarded", "Via"])("may not be read through a proxy that sends %s", async (name) => {
    const { ask, refused } = await start();
    const response = await ask({ [name]: "192.0.2.1" });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain("wijkteam_");
    expect(refused).toEqual([expect.objectContaining({ event: "access-refused", what: "/metrics", status: 401 })]);
  });

  test("may be read from anywhere with the token", async () => {
    const { ask } = await start(TOKEN);
    const response = await ask({ authorization: `Bearer ${TOKEN}`, "x-forwarded-for": "192.0.2.1" });
    expect(response.status).toBe(200);
  });

  test.each([undefined, "", "Bearer", `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, `Basic ${TOKEN}`, TOKEN])(
    "may not be read with the authorization %j when there is a token",
    async (authorization) => {
      const response = await (await start(TOKEN)).ask(authorization === undefined ? {} : { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
      expect(await response.text()).not.toContain("wijkteam_");
    },
  );

  test("is not there when nothing is measured", async () => {
    const { url } = await startServer();
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });
});
