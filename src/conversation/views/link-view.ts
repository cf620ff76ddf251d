import type { Content } from "../../content/content.ts";
import type { LinkView } from "./walk-cards.ts";

/** The address of a link, or that of its fallback while it has no verified one. */
export function linkView(content: Content, id: string): LinkView[] {
  const link = content.links.get(id);
  if (!link) return [];
  if (link.url && link.status === "geverifieerd") return [{ title: link.title, url: link.url }];
  return link.fallback ? linkView(content, link.fallback) : [];
}
