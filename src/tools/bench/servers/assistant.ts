import { StatementSync } from "node:sqlite";
import { createApp } from "../../../app.ts";
import { readConfig } from "../../../config.ts";
import { createLog } from "../../../log.ts";
import { answerBench } from "./answer-bench.ts";

/** The assistant as it runs by itself, on a data folder of its own. Every call of the store is one SQL statement. */
let storeCalls = 0;
for (const method of ["get", "run"] as const) {
  const original = StatementSync.prototype[method];
  StatementSync.prototype[method] = function (this: StatementSync, ...args: unknown[]) {
    storeCalls += 1;
    return Reflect.apply(original, this, args);
  } as typeof original & (typeof StatementSync.prototype)["get"] & (typeof StatementSync.prototype)["run"];
}

const [dataDir] = process.argv.slice(2);
const config = readConfig({ PORT: "0", DATA_DIR: dataDir });
const app = await createApp(config, createLog({ level: config.logLevel }));
const url = await app.listen();
answerBench(Number(new URL(url).port), () => storeCalls);
