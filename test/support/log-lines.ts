import { createLog } from "../../src/log.ts";

/** The real log, with its lines kept: `text()` is all that was written, `events` the same parsed. */
export function createTestLog() {
  const lines: string[] = [];
  const log = createLog({ level: "trace", destination: { write: (line: string) => lines.push(line) } });
  return {
    log,
    text: () => lines.join(""),
    /** The lines of one event. */
    of: (event: string) => lines.map((line) => JSON.parse(line)).filter((line) => line.event === event),
  };
}
