import type { Path } from "../../content/node-offset.ts";

/** Keys whose value is an id or a condition, and never shown. */
const NOT_SHOWN = new Set(["when", "source", "state", "option"]);

/** Every text inside a value of the content, with its path. */
export function allTexts(value: unknown, path: Path): { text: string; path: Path }[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (typeof value !== "object" || value === null) return [];
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return inside
    .filter(([key]) => !NOT_SHOWN.has(String(key)))
    .flatMap(([key, child]) => allTexts(child, [...path, key]));
}
