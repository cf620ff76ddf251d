import type { Walk } from "../state.ts";
import type { Session } from "../turn/session.ts";
import { sentence } from "./sentence.ts";
import type { ConfirmView } from "./view.ts";

/** Asks whether the answers may go. The end of a walk asks for the summary first. */
export function confirmView(
  { content }: Session,
  { id, version, answers }: Walk,
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
