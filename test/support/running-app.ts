import { createApp } from "../../src/app.ts";
import { MODELS_FILE } from "../../src/check/kept-models.ts";
import { type Config, readConfig } from "../../src/config.ts";
import type { WireActivity } from "./activities.ts";
import { giveChecked } from "./give-checked.ts";
import { createTestLog } from "./log-lines.ts";

/**
 * The whole application on a free port of loopback, with its own log and what it printed.
 * @param isNew on a machine where the content was not found right before
 */
export async function startApp(
  changes: Pick<Config, "dataDir"> & Partial<Config>,
  { printed = [], isNew = false }: { printed?: string[]; isNew?: boolean } = {},
) {
  const testLog = createTestLog();
  giveChecked(changes.dataDir, isNew ? [MODELS_FILE] : undefined);
  const config = { ...readConfig({ PORT: "0" }), ...changes };
  const app = await createApp(config, testLog.log, (line) => printed.push(line));
  const url = await app.listen();
  return {
    url,
    log: testLog,
    printed,
    close: app.close,
    post: (activity: WireActivity, headers?: Record<string, string>) => postActivity(url, activity, headers),
  };
}

/** One activity, as Teams posts it. */
export async function postActivity(url: string, activity: WireActivity, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}
