import type { Content } from "../../content/content.ts";
import type { Reply } from "../../conversation/turn/turn.ts";
import type { View } from "../../conversation/views/view.ts";
import type { ResultView } from "../../conversation/views/walk-cards.ts";
import { rendererOf } from "../../render/render-card.ts";
import { LEVEL_NAMES } from "../forms/fields.ts";

const FIRST_TEXTS = 2;

/** What the bot said, in the first words of each card. */
export function saidInWords(replies: readonly Reply[], content: Content): string[] {
  return replies.flatMap((reply) => {
    if ("text" in reply) return [reply.text];
    return "view" in reply ? [viewInWords(reply.view, content)] : [];
  });
}

function viewInWords(view: View, content: Content): string {
  switch (view.card) {
    case "question":
      return [...view.banners, view.text].join("\n");
    case "result":
      return resultInWords(view);
    case "danger-today":
      return ["Dit moet vandaag:", ...view.signs.map(({ title }) => `• ${title}`)].join("\n");
    default:
      return textsIn(rendererOf(content)(view)).slice(0, FIRST_TEXTS).join("\n");
  }
}

function resultInWords({ soFar, lead: [lead], groups }: ResultView): string {
  const title = soFar ? "Uitkomst tot nu toe" : "Uitkomst";
  if (!lead) return `${title}: geen advies`;
  const others = groups.flatMap((group) => [group.title, ...group.rows.map((row) => `• ${row.title}`)]);
  return [`${title}. Niveau ${LEVEL_NAMES[lead.level]}`, `• ${lead.title}`, ...others].join("\n");
}

/** The texts on a card, from the top down. */
function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== "object" || part === null) return [];
  const { type, text, ...rest } = part as { type?: unknown; text?: unknown };
  const own = type === "TextBlock" && typeof text === "string" && text !== "" ? [text] : [];
  return [...own, ...Object.values(rest).flatMap(textsIn)];
}
