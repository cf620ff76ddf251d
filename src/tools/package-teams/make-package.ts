import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { AppError } from "../../errors.ts";
import { checkIcon } from "./check-icon.ts";
import { checkRules } from "./check-rules.ts";
import { checkSchema } from "./check-schema.ts";
import { fillManifest } from "./fill-manifest.ts";
import type { Manifest } from "./manifest.ts";
import type { Values } from "./read-options.ts";

/** Of all files in the zip: one package is the same as the next when nothing changed. Zip knows no earlier year. */
const FILE_DATE = new Date("1980-01-01T00:00:00");

/**
 * The app package: the filled manifest, its language files and its icons, all in the root of the zip.
 * @param folder holds `manifest.json` and the files that it names
 * @throws AppError PACKAGE_INVALID, with a line for each mistake, by the published schema and by the rules of Teams
 */
export function makePackage(folder: string, values: Values): Uint8Array {
  const manifest: Manifest = fillManifest(readFileSync(join(folder, "manifest.json"), "utf8"), values);
  const languages = (manifest.localizationInfo?.additionalLanguages ?? []).map(({ file }) => file);
  const texts = languages.map((file) => ({ file, content: JSON.parse(readFileSync(join(folder, file), "utf8")) }));
  const { color, outline } = manifest.icons;
  const icons = { [color]: readFileSync(join(folder, color)), [outline]: readFileSync(join(folder, outline)) };
  const mistakes = [
    ...checkSchema("manifest.json", manifest, manifest.manifestVersion),
    ...texts.flatMap(({ file, content }) => checkSchema(file, content, manifest.manifestVersion)),
    ...checkRules(manifest, texts),
    ...checkIcon(color, "color", icons[color]),
    ...checkIcon(outline, "outline", icons[outline]),
  ];
  if (mistakes.length > 0) throw packageInvalid(mistakes);
  const files = { "manifest.json": json(manifest), ...Object.fromEntries(texts.map((t) => [t.file, json(t.content)])) };
  return zipSync({ ...files, ...icons }, { mtime: FILE_DATE });
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}

function packageInvalid(mistakes: string[]): AppError {
  const fix = "Verbeter deze bestanden in deployment/teams en maak het pakket opnieuw.";
  return new AppError("PACKAGE_INVALID", `Het pakket voor Teams klopt niet:\n- ${mistakes.join("\n- ")}`, fix);
}
