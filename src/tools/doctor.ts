import { readFileSync } from "node:fs";
import { parseArgs, parseEnv } from "node:util";
import type { InspectCosmos } from "./doctor/check-cosmos.ts";
import { createChecks } from "./doctor/checks.ts";
import { formatResult, runDoctor } from "./doctor/run-doctor.ts";

/**
 * `npm run doctor [-- --env <file>] [-- --url <address>]`: says what is wrong with a configuration and how to mend it.
 * Without `--env` the environment variables count. Exit code 1 when something is wrong, 2 when it was asked wrongly.
 */
const USAGE = "Zo gebruik je het: npm run doctor -- [--env <bestand met instellingen>] [--url https://<domein>]";

/** The client of Cosmos DB is loaded only when it is configured: it is large. */
const inspectCosmos: InspectCosmos = async (settings) =>
  (await import("../stores/cosmos/inspect-cosmos.ts")).inspectCosmos(settings);

const options = readOptions();
if (options) {
  const results = await runDoctor(createChecks(inspectCosmos), options, (result) => console.log(formatResult(result)));
  const wrong = results.filter(({ status }) => status === "wrong").length;
  console.log(wrong === 0 ? "\nNiets mis gevonden." : `\n${wrong} ${wrong === 1 ? "ding" : "dingen"} om op te lossen.`);
  process.exitCode = wrong === 0 ? 0 : 1;
} else {
  console.error(USAGE);
  process.exitCode = 2;
}

function readOptions() {
  try {
    const { values } = parseArgs({ options: { env: { type: "string" }, url: { type: "string" } } });
    const env = values.env === undefined ? {} : { env: parseEnv(readFileSync(values.env, "utf8")) };
    return { ...env, ...(values.url === undefined ? {} : { url: values.url.replace(/\/+$/, "") }) };
  } catch (error) {
    console.error((error as Error).message);
    return undefined;
  }
}
