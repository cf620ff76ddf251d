import { atOnce } from "../at-once.ts";
import type { Content } from "./content.ts";
import { deepFreeze } from "./deep-freeze.ts";

/** Content comes in so many articles, sentences and so on at a time: each part takes a millisecond or two to read. */
const AT_A_TIME = 50;

/** Some of the content: plain data, small enough to be made and read between two turns. */
export type ContentPart =
  | { key: string; one: unknown }
  | { key: string; list: readonly unknown[] }
  | { key: string; map: readonly (readonly [unknown, unknown])[] }
  | { key: string; group: readonly (readonly [string, unknown])[] };

/** Cuts content in parts, in the order of its keys. */
export function* partsOf(content: Partial<Content>): Generator<ContentPart> {
  for (const [key, value] of Object.entries(content)) {
    if (value instanceof Map) for (const map of slices([...value])) yield { key, map };
    else if (Array.isArray(value)) for (const list of slices(value)) yield { key, list };
    // Of megabytes each.
    else if (key === "models" && value) for (const model of Object.entries(value)) yield { key, group: [model] };
    else yield { key, one: value };
  }
}

/** What {@link partsOf} cut, frozen. */
export function joinParts(parts: Iterable<ContentPart>): Content {
  return atOnce(joinInSteps(parts));
}

/** The same, a part at a time. */
export function* joinInSteps(parts: Iterable<ContentPart>): Generator<void, Content> {
  const content: Record<string, unknown> = {};
  for (const part of parts) {
    deepFreeze(part);
    content[part.key] = withPart(content[part.key], part);
    yield;
  }
  for (const value of Object.values(content)) if (typeof value === "object" && value) Object.freeze(value);
  return Object.freeze(content) as unknown as Content;
}

/** What came so far, with one more part. */
function withPart(before: unknown, part: ContentPart): unknown {
  if ("one" in part) return part.one;
  if ("list" in part) {
    const list = (before ?? []) as unknown[];
    list.push(...part.list);
    return list;
  }
  if ("map" in part) {
    const map = (before ?? new Map()) as Map<unknown, unknown>;
    for (const [name, value] of part.map) map.set(name, value);
    return map;
  }
  return Object.assign(before ?? {}, Object.fromEntries(part.group));
}

/** At least one, also of nothing: an empty list comes back as an empty list. */
function slices<T>(items: readonly T[]): T[][] {
  const count = Math.max(1, Math.ceil(items.length / AT_A_TIME));
  return Array.from({ length: count }, (_, at) => items.slice(at * AT_A_TIME, (at + 1) * AT_A_TIME));
}
