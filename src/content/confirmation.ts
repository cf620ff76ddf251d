import { createHash } from "node:crypto";
import { comparable } from "../language/normalise.ts";

/** What can be confirmed: a question, a signal, a region or an article. */
export interface Confirmable {
  status: "concept" | "bevestigd";
  confirmed?: { text: string; by: string; on: string } | undefined;
}

/** Letters of a fingerprint: few enough to type over. Letters only, because YAML would read some as a number. */
const LENGTH = 8;
const FIRST_LETTER = 97;

/** Fields that say nothing about what is meant. */
const APART: readonly string[] = ["status", "confirmed", "checked", "order", "row", "owner", "review-by", "typed"];

/**
 * Letters that change when the meaning of `value` may have: with any word, answer, condition or mark. Capitals,
 * punctuation and whatever has its usual value do not count.
 */
export function fingerprint(value: object): string {
  const hash = createHash("sha256")
    .update(JSON.stringify(meaning(value)))
    .digest();
  return [...hash.subarray(0, LENGTH)].map((byte) => String.fromCharCode(FIRST_LETTER + (byte % 16))).join("");
}

function meaning(value: unknown): unknown {
  if (typeof value === "string") return comparable(value);
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .filter(([key, field]) => !APART.includes(key) && !isUsual(key, field))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => [key, meaning(field)]);
}

function isUsual(key: string, field: unknown): boolean {
  return (
    field === undefined ||
    field === false ||
    (Array.isArray(field) && field.length === 0) ||
    (key === "at-least" && field === 1)
  );
}

/** What to write under `status: bevestigd` to confirm `value` as it stands here, still without a name and a day. */
export function confirmedAs(value: object): string {
  return `confirmed: { text: ${fingerprint(value)}, by: "functie, organisatie", on: jaar-maand-dag }`;
}

/** Whether somebody from the field confirmed `value` as it stands here. */
export function isConfirmed(value: Confirmable): boolean {
  return value.status === "bevestigd" && value.confirmed?.text === fingerprint(value);
}

/** The value, back to `concept` when it is not what was confirmed. */
export function settle<T extends Confirmable>(value: T): T {
  return isConfirmed(value) ? value : { ...value, status: "concept" };
}
