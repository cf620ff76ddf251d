import type { Content } from "../../content/content.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import type { OpenWalk } from "../walk/open-walk.ts";

/** The most unsafe situations by name, the first one first: as ranked, or the only one there is; empty when unknown. */
export function rankedSituations(content: Content, { position: { known } }: OpenWalk): string[] {
  const ranking = [...content.questions.values()].find(({ kind }) => kind === "ranking");
  if (!ranking) return [];
  const chosen = known[ranking.id] ?? onlyOne(known[ranking.ranks ?? ""]);
  return chosen
    .filter((id) => id !== UNKNOWN_OPTION)
    .flatMap((id) => ranking.options.find((option) => option.id === id)?.text ?? []);
}

function onlyOne(chosen: readonly string[] = []): readonly string[] {
  return chosen.length === 1 ? chosen : [];
}
