import type { Verdict } from "./check-apart.ts";
import { checkContent } from "./check-content.ts";

/** Runs the check of `check-apart.ts`; the two folders are its arguments. */
const [dialogs = "", cards = ""] = process.argv.slice(2);
const { content, mistakes } = await checkContent({ dialogs, cards });
const verdict: Verdict = { version: content?.version ?? "", mistakes };
process.send?.(verdict);
