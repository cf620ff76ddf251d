import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fingerprint } from "../content/confirmation.ts";
import type { Understanding } from "../conversation/turn/understanding.ts";
import { type MeasuredLine, readLines } from "./read-lines.ts";

/** Where they stand. Absent from a package of the code, there is nothing to measure by. */
export const MEASURED = resolve(import.meta.dirname, "../../test/understanding/measure");

/** All lines of writers that nothing was learned from, in `<folder>/<writer>.txt`; none without that folder. */
export function measuredLines(folder: string): MeasuredLine[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];
  return files.flatMap((name) => readLines(readFileSync(`${folder}/${name}`, "utf8"), name.replace(/\.txt$/, "")));
}

/** A measured line on whose side the bot is wrong about danger. */
export interface Missed {
  text: string;
  /** What it should be. */
  danger: boolean;
  /** Stand for the line. */
  letters: string;
}

/** Lines with danger that are not seen, and without that are. */
export function missedLines(lines: readonly MeasuredLine[], { danger }: Understanding): Missed[] {
  return lines.flatMap(({ text, is }) => {
    const should = isDanger(is);
    if (should === undefined || (danger(text).level !== "geen") === should) return [];
    return [{ text, danger: should, letters: fingerprint({ text }) }];
  });
}

function isDanger(is: MeasuredLine["is"]): boolean | undefined {
  if (is.kind === "danger") return true;
  if (is.kind === "ordinary" || is.kind === "off-topic") return false;
  return is.kind === "message" ? is.danger : undefined;
}

/** A line for the measured lines that changed side since the version that was kept: how many, and which went wrong. */
export function changedSides(before: readonly string[], now: readonly Missed[]): string[] {
  const wrong = now.filter(({ letters }) => !before.includes(letters));
  const right = before.filter((letters) => !now.some((each) => each.letters === letters)).length;
  if (wrong.length + right === 0) return [];
  const head = `Let op: ${wrong.length + right} meetregels veranderden van kant: ${right} gaan nu goed en ${wrong.length} nu mis.`;
  const list = (danger: boolean, words: string) => {
    const texts = wrong.filter((each) => each.danger === danger).map(({ text }) => `"${text}"`);
    return texts.length > 0 ? [`    ${words}: ${texts.join(", ")}`] : [];
  };
  return [head, ...list(true, "niet meer als gevaar gezien"), ...list(false, "nu voor gevaar aangezien")];
}
