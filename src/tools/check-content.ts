import { resolve } from "node:path";
import { formatMistake } from "../content/mistake.ts";
import { checkContent } from "./check-content/check-content.ts";
import { countContent } from "./check-content/count-content.ts";
import { findFolders } from "./check-content/find-folders.ts";

/** `npm run check:content [-- <folder>]`: one line per mistake, or one line with what there is. */
const PROJECT = resolve(import.meta.dirname, "../..");

const { content, mistakes } = await checkContent(findFolders(process.argv[2], PROJECT));
console.log(content ? countContent(content) : mistakes.map(formatMistake).join("\n"));
process.exitCode = content ? 0 : 1;
