import type { Content } from "../../content/content.ts";
import { createRenderer, type Renderer } from "../../render/render-card.ts";

const renderers = new WeakMap<Content, Renderer>();

/**
 * The renderer of this content; made once, because several checks need it and parsing is slow.
 * @throws AppError CARD_MISSING or CARD_INVALID
 */
export function rendererOf(content: Content): Renderer {
  const renderer = renderers.get(content) ?? createRenderer(content);
  renderers.set(content, renderer);
  return renderer;
}
