import type { Token } from "./reading.ts";

/**
 * The digits of the first number after `index`, with its groups joined ("111 222 333", "55.812");
 * empty when there is none within `reach` tokens.
 */
export function digitsAfter(tokens: readonly Token[], index: number, reach: number): string {
  let at = index + 1;
  while (at <= index + reach && tokens[at] && tokens[at]?.kind !== "number") at++;
  let digits = "";
  while (at < tokens.length) {
    const token = tokens[at];
    if (token?.kind === "number") digits += token.key;
    else if (!(token && digits && isSeparator(token) && tokens[at + 1]?.kind === "number")) break;
    at++;
  }
  return digits;
}

function isSeparator({ key }: Token): boolean {
  return key === "." || key === "-" || key === "/";
}
