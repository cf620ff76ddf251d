import type { Status } from "./check.ts";
import type { Result } from "./run-doctor.ts";

const SIGNS: Record<Status, string> = { ok: "✓", wrong: "✗", note: "!", skipped: "-" };

/** One result as lines of text: a sign, what was looked at, what was found and, when needed, what to do. */
export function formatResult({ status, name, text, fix }: Result): string {
  const found = `${SIGNS[status]} ${name}: ${text.replaceAll("\n", "\n  ")}`;
  return fix === undefined ? found : `${found}\n  → ${fix}`;
}
