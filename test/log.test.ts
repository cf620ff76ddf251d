import { beforeEach, describe, expect, test } from "@jest/globals";
import { createLog, type LogEvent, type LogFields } from "../src/log.ts";

const MARKED = "Fatima zegt dat hij haar slaat";
const MARKED_WORD = "Fatima";

let lines: string[];
beforeEach(() => {
  lines = [];
});

function makeLog() {
  return createLog({ level: "debug", destination: { write: (line) => lines.push(line) } });
}

function written(): Record<string, unknown>[] {
  return lines.map((line) => JSON.parse(line));
}

/** Fields as they could come from code that passes the types by. */
function untyped(fields: Record<string, unknown>): LogFields {
  return fields as LogFields;
}

function thrown(message: string, extra: object = {}): Error {
  return Object.assign(new Error(message), extra);
}

test("a line holds time, level, event and the allowed fields, and nothing about the process", () => {
  makeLog().info("request", { method: "POST", path: "/api/messages", status: 200, durationMs: 1.5 });
  expect(written()).toEqual([
    {
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      level: "info",
      event: "request",
      method: "POST",
      path: "/api/messages",
      status: 200,
      durationMs: 1.5,
    },
  ]);
});

test("lines below the level are not written", () => {
  const log = createLog({ level: "warn", destination: { write: (line) => lines.push(line) } });
  log.info("turn");
  log.debug("turn");
  log.warn("turn-failed");
  log.error("turn-failed");
  log.fatal("start-failed");
  expect(written().map(({ level }) => level)).toEqual(["warn", "error", "fatal"]);
});

describe("marked text does not reach the log", () => {
  test.each<[string, Record<string, unknown>]>([
    ["in a field that is not listed", { text: MARKED, [MARKED_WORD]: 1 }],
    ["as a sentence in a listed field", { verb: MARKED, path: `/${MARKED}`, code: MARKED }],
    ["as text in a field for a number", { count: MARKED, status: MARKED_WORD }],
    ["nested in a listed field", { content: { text: MARKED }, code: [MARKED_WORD], port: { value: MARKED_WORD } }],
    ["nested in a field that is not listed", { activity: { from: { name: MARKED_WORD } } }],
    ["in an object that makes its own JSON", { code: { toJSON: () => MARKED_WORD } }],
    ["in err, as pino names it", { err: thrown(MARKED) }],
    ["in the message of an error", { error: thrown(MARKED) }],
    ["in further fields of an error", { error: thrown("x", { body: MARKED, config: { data: MARKED_WORD } }) }],
    ["in the name or code of an error", { error: thrown("x", { name: MARKED, code: MARKED }) }],
    ["in the code of an error, as an object", { error: thrown("x", { code: { toString: () => MARKED_WORD } }) }],
    ["in the cause of an error", { error: new Error("x", { cause: thrown(MARKED) }) }],
    ["in a cause that is text", { error: new Error("x", { cause: MARKED_WORD }) }],
    ["in thrown text", { error: MARKED_WORD }],
    ["in a thrown object", { error: { message: MARKED, stack: MARKED } }],
    ["in a message that looks like a stack", { error: thrown(`x\n    at y (src/${MARKED_WORD}.ts:1:1)`) }],
    ["in a message that was changed later", { error: changedLater(`x\n    at y (src/${MARKED_WORD}.ts:1:1)`) }],
  ])("%s", (_where, fields) => {
    const log = makeLog();
    log.error("turn-failed", untyped(fields));
    log.child(untyped(fields)).error("turn-failed");
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain(MARKED_WORD);
  });

  test("as the event", () => {
    makeLog().error(MARKED as LogEvent);
    expect(written()).toEqual([expect.objectContaining({ event: "unknown-event" })]);
  });
});

function changedLater(message: string): Error {
  const error = new Error(message);
  error.message = "anders";
  return error;
}

test("an error is described by name, code, our own stack frames and its causes", () => {
  const error = thrown("x", { name: "SqliteError", code: "ERR_SQLITE_ERROR" });
  error.cause = thrown("y", { code: 5 });
  error.stack = [
    "SqliteError: x",
    "    at write (file:///opt/app/src/stores/sqlite/state-store.ts:12:34)",
    "    at file:///opt/app/src/app.ts:5:6",
    "    at run (/opt/app/node_modules/library/src/index.ts:1:2)",
    "    at node:internal/process/task_queues:1:2",
  ].join("\n");
  makeLog().error("turn-failed", { error });
  expect(written()[0]?.error).toEqual({
    name: "SqliteError",
    code: "ERR_SQLITE_ERROR",
    frames: ["src/stores/sqlite/state-store.ts:12:34", "src/app.ts:5:6"],
    cause: { name: "Error", code: 5, frames: [] },
  });
});

test("an error that is its own cause is described all the same", () => {
  const error = thrown("x");
  error.cause = error;
  makeLog().error("turn-failed", { error });
  expect(written()).toHaveLength(1);
});

test("a child log adds its fields to each line", () => {
  makeLog().child({ reference: "a1b2" }).child({ verb: "antwoord" }).info("turn", { count: 1 });
  expect(written()).toEqual([expect.objectContaining({ reference: "a1b2", verb: "antwoord", count: 1 })]);
});
