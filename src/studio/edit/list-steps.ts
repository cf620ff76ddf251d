import { isDeepStrictEqual } from "node:util";
import { type Data, isDataGroup } from "./emit-yaml.ts";

/** What makes one list of another, from the first item to the last. A change to the same value is none. */
export type ListStep = { op: "remove" } | { op: "add" | "change"; value: Data };

/** Items that are the same, or have the same id, are matched; the others are added and removed. */
export function listSteps(old: readonly Data[], value: readonly Data[]): ListStep[] {
  const steps: ListStep[] = [];
  let rest = [...old];
  value.forEach((item, index) => {
    const found = rest.findIndex((other) => isSameThing(other, item));
    const isLater = (other: Data | undefined) => value.slice(index + 1).some((next) => isSameThing(next, other));
    if (found >= 0) {
      for (let skipped = 0; skipped < found; skipped += 1) steps.push({ op: "remove" });
      rest = rest.slice(found + 1);
      steps.push({ op: "change", value: item });
    } else if (rest.length > 0 && !isLater(rest[0]) && !hasId(rest[0])) {
      rest = rest.slice(1);
      steps.push({ op: "change", value: item });
    } else steps.push({ op: "add", value: item });
  });
  return [...steps, ...rest.map((): ListStep => ({ op: "remove" }))];
}

function isSameThing(a: Data | undefined, b: Data | undefined): boolean {
  return isDeepStrictEqual(a, b) || (hasId(a) && hasId(b) && a.id === b.id);
}

function hasId(value: Data | undefined): value is { readonly id: Data } {
  return isDataGroup(value) && "id" in value;
}
