import { z } from "zod";
import { delegate } from "./delegate.ts";
import { fixUnknownKey } from "./fix.ts";

type Branches = Record<string, z.ZodType>;

/**
 * A group of keys whose shape follows from the one key of `branches` that it holds.
 * As `z.union` over the branches, but its mistakes are about the chosen branch only.
 * @param thing what the group is, in Dutch, for the message when no branch fits
 * @param branches a function, so that a branch can refer back to the whole
 */
export function byKey<B extends Branches>(thing: string, branches: () => B): z.ZodType<z.output<B[keyof B]>> {
  let known: B | undefined;
  return z.unknown().transform((value, context) => {
    known ??= branches();
    const all = known;
    const given = typeof value === "object" && value !== null ? Object.keys(value) : [];
    const keys = given.filter((key) => Object.hasOwn(all, key));
    const branch = keys.length === 1 ? all[keys[0] ?? ""] : undefined;
    if (branch) return delegate(branch as z.ZodType<z.output<B[keyof B]>>, value, context);
    const message = fixUnknownKey(given[0] ?? "", Object.keys(all));
    context.addIssue({ code: "custom", params: refusal(thing, keys), message });
    return z.NEVER;
  });
}

function refusal(thing: string, keys: string[]): { rule: string; what: string } {
  return keys.length > 1
    ? { rule: "more-than-one-key", what: `Hier staan er meer in één ${thing}: ${keys.join(", ")}.` }
    : { rule: "wrong-shape", what: `Dit is geen ${thing}.` };
}
