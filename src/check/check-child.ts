import { checkContent } from "./check-content.ts";

/** Runs the check of `check-apart.ts`; the two folders are its arguments. */
const [dialogs = "", cards = ""] = process.argv.slice(2);
const checked = await checkContent({ dialogs, cards });
// Who asked may have gone.
process.send?.({ checked }, undefined, undefined, () => {});
