import { readdirSync, readFileSync } from "node:fs";
import { SMALL_CONTENT } from "../../../content/support/small-content.ts";

const PROJECT = `${import.meta.dirname}/../../../..`;

/** The small dialogs with the project's own cards and fixed texts: `checkContent` finds no mistakes. */
export function completeContent(): Record<string, string> {
  const cards = readdirSync(`${PROJECT}/cards`).map((name) => `cards/${name}`);
  return {
    ...SMALL_CONTENT,
    ...Object.fromEntries([...cards, "dialogs/texts.yaml"].map((file) => [file, read(file)])),
  };
}

function read(file: string): string {
  return readFileSync(`${PROJECT}/${file}`, "utf8");
}
