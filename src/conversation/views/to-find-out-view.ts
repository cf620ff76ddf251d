import type { Content } from "../../content/content.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import type { OpenWalk } from "../walk/open-walk.ts";
import type { ToFindOutView } from "./walk-cards.ts";

/** What is only possible, and how to find out what was answered with "weet ik niet". */
export function toFindOutView(content: Content, open: OpenWalk): ToFindOutView {
  const { walk, suggestions } = open;
  return {
    card: "to-find-out",
    walk: walk.id,
    version: walk.version,
    possible: suggestions.possible.map(({ signal, findOut }) => ({
      title: signal.title,
      findOut: findOut.map((id) => content.questions.get(id)?.label ?? id),
    })),
    unknown: toFindOut(open),
  };
}

/** How to find out what was answered with "weet ik niet". */
export function toFindOut({ position }: OpenWalk): string[] {
  return position.path.flatMap(({ question }) => {
    const open = position.known[question.id]?.includes(UNKNOWN_OPTION) && question["find-out"];
    return open ? [`${question.label}: ${question["find-out"]}`] : [];
  });
}
