import type { Content } from "../content/content.ts";
import { fillIn, textAt } from "../content/text-at.ts";
import type { TrendText } from "./trend-texts.ts";

/**
 * A sentence of the trends, with `{name}` filled in from `values`.
 * @throws AppError TEXT_MISSING when the key is not in `dialogs/texts/`
 */
export function trendText(content: Content, key: TrendText, values: Readonly<Record<string, string>> = {}): string {
  return fillIn(textAt(content, key), values);
}
