import { readConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { reportContent } from "./check-content/report-content.ts";

/**
 * `npm run check:content [-- <folder>] [--keep] [--all] [--package]`: the mistakes, causes first, with `--all` also what follows from
 * them; or one line with what there is, and a line for what somebody should look at: warnings, what there is less of,
 * texts about danger and measured lines that changed. `--keep` writes down what there is, for next time.
 * `--package` keeps what was checked beside the code, so that a first start elsewhere does not check it again.
 */
const { dataDir, logLevel: level } = readConfig();
const { lines, isRight } = await reportContent(process.argv.slice(2), { dataDir, log: createLog({ level }) });
console.log(lines.join("\n"));
process.exitCode = isRight ? 0 : 1;
