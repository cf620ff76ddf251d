/**
 * A JSON value as if null had never been written: serialisers of .NET put it where something is absent. Keys without a
 * value and empty places in lists are gone, at any depth; the value itself becomes undefined when it is null.
 */
export function withoutNulls(json: unknown): unknown {
  if (json === null) return undefined;
  if (Array.isArray(json)) return json.filter((item) => item !== null).map(withoutNulls);
  if (typeof json !== "object") return json;
  const kept = Object.entries(json).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutNulls(value)]));
}
