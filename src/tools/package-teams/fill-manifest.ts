import { AppError } from "../../errors.ts";
import type { Manifest } from "./manifest.ts";
import type { Values } from "./read-options.ts";

const PLACEHOLDER = /\$\{\{(\w+)\}\}/g;

/**
 * The manifest with each `${{NAME}}` replaced by its value. A value is text: it cannot add a key.
 * @throws AppError PACKAGE_INVALID when the template asks for a value that is not known, or is not JSON
 */
export function fillManifest(template: string, values: Values): Manifest {
  const unknown = [...template.matchAll(PLACEHOLDER)].map(([, name = ""]) => name).filter((name) => !(name in values));
  if (unknown.length > 0) throw manifestInvalid(`manifest.json vraagt om ${unknown.join(", ")}, en dat is onbekend`);
  const filled = template.replace(PLACEHOLDER, (_, name) => JSON.stringify(values[name]).slice(1, -1));
  try {
    return JSON.parse(filled);
  } catch {
    throw manifestInvalid("manifest.json is geen geldige JSON");
  }
}

function manifestInvalid(message: string): AppError {
  return new AppError("PACKAGE_INVALID", `${message}.`, "Verbeter deployment/teams/manifest.json.");
}
