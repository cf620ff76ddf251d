import { checkContent } from "./check-content.ts";

/** Runs the check of `check-apart.ts`; the two folders, and the file with what was learned, are its arguments. */
const [dialogs = "", cards = "", modelsFile] = process.argv.slice(2);
const checked = await checkContent({ dialogs, cards }, modelsFile);
// Who asked may have gone.
process.send?.({ checked }, undefined, undefined, () => {});
