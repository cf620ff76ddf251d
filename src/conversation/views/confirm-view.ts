import type { Content } from "../../content/content.ts";
import type { OpenWalk } from "../walk/open-walk.ts";
import { sentence } from "./sentence.ts";
import type { ConfirmView } from "./walk-cards.ts";

/** Asks whether the answers may go. The end of a walk asks for the summary first. */
export function confirmView(
  content: Content,
  { walk: { id, version, answers } }: OpenWalk,
  verb: ConfirmView["verb"],
): ConfirmView {
  const aantal = String(Object.keys(answers).length);
  return {
    card: "confirm",
    walk: id,
    version,
    verb,
    title: sentence(content, `confirm.${verb}.title`),
    text: sentence(content, `confirm.${verb}.text`, { aantal }),
    yes: sentence(content, `confirm.${verb}.yes`),
    summary: true,
  };
}
