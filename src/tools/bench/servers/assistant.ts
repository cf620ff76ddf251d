import { DatabaseSync, StatementSync } from "node:sqlite";
import { loadRest } from "../../../app/load-rest.ts";
import { createApp } from "../../../app.ts";
import { readConfig } from "../../../config.ts";
import { createLog } from "../../../log.ts";
import { answerBench } from "./answer-bench.ts";

/** The assistant as it runs by itself, on a data folder of its own. A call of the store is one read, or one transaction. */
let storeCalls = 0;
const { get } = StatementSync.prototype;
StatementSync.prototype.get = function (this: StatementSync, ...args: unknown[]) {
  storeCalls += 1;
  return Reflect.apply(get, this, args);
} as typeof get;
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
  if (sql === "COMMIT") storeCalls += 1;
  exec.call(this, sql);
};

const config = readConfig();
// What it prints at a start is for who starts it by hand; the bench has a table to print.
const app = await createApp(config, createLog({ level: config.logLevel }), () => {});
const url = await app.listen();
answerBench(Number(new URL(url).port), () => storeCalls);
await loadRest();
