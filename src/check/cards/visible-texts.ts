import { mistakeAt, type Placed } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import type { Path } from "../../content/node-offset.ts";
import type { Targets } from "../../content/references/targets.ts";

/** A text that a worker can get to see. */
export interface VisibleText {
  text: string;
  file: string;
  /** Its key, such as `welcome.title`, when it stands in `dialogs/texts/`; else empty. */
  key: string;
  /** The mistake at the place of the text. */
  mistakeAt(finding: Finding): Mistake;
}

/** Keys of a card whose value is shown or read out loud. */
const SHOWN_IN_CARD = new Set(["text", "title", "label", "fallbackText", "altText", "errorMessage", "placeholder"]);

/** Every text that a worker can get to see, on any card, whatever the answers are. */
export function visibleTexts({ draft }: Pick<LoadedContent, "draft">, targets: Targets): VisibleText[] {
  return [
    ...targets.signals.flatMap((signal) => textsIn(signal, ["title", "advice", "next", "past", "banner"])),
    ...draft.signals.flatMap((group) => textsIn(group, ["title", "note"])),
    ...draft.questions.flatMap((file) => textsIn(file, ["title"])),
    ...targets.questions.flatMap((question) =>
      textsIn(question, ["label", "text", "why", "options", "find-out", "suggest", "checklist"]),
    ),
    ...draft.flows.flatMap((flow) => textsIn(flow, ["title", "intro"])),
    ...draft.regions.flatMap((region) => textsIn(region, ["title", "mda"])),
    ...draft.articles.flatMap((article) => textsIn(article, ["title", "text"])),
    ...draft.links.flatMap((links) => textsIn(links, ["links"])),
    ...draft.trendNotes.flatMap((notes) => textsIn(notes, ["notes"])),
    ...draft.texts.flatMap((texts) => textsIn(texts, Object.keys(texts.value), (path) => path.join("."))),
    ...draft.cards.flatMap((card) => textsOnCard(card, card.value)),
  ];
}

/** Keys whose value is an id, an address or a condition, or a remark for colleagues. */
const NOT_SHOWN = new Set([
  "id",
  "when",
  "when-level-at-least",
  "source",
  "state",
  "option",
  "again",
  "url",
  "status",
  "checked",
  "fallback",
  "region",
  "presupposes",
  "denies",
  "note",
  "on",
]);

function textsIn(
  placed: Placed<object>,
  keys: readonly string[],
  nameOf: (path: Path) => string = () => "",
): VisibleText[] {
  return keys.flatMap((key) =>
    allTexts((placed.value as Record<string, unknown>)[key], [key]).map(({ text, path }) => ({
      text,
      file: placed.file.file,
      key: nameOf(path),
      mistakeAt: (finding) => mistakeAt(placed, path, finding),
    })),
  );
}

function allTexts(value: unknown, path: Path): { text: string; path: Path }[] {
  if (typeof value === "string") return [{ text: value, path }];
  return childrenOf(value)
    .filter(([key]) => !NOT_SHOWN.has(String(key)))
    .flatMap(([key, child]) => allTexts(child, [...path, key]));
}

function childrenOf(value: unknown): [string | number, unknown][] {
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value);
}

/** What a template says in words of its own, besides what is filled in. */
function textsOnCard({ file }: Placed<unknown>, value: unknown): VisibleText[] {
  return childrenOf(value).flatMap(([key, child]) => {
    if (typeof child !== "string") return textsOnCard({ file } as Placed<unknown>, child);
    const text = child.replace(/\$\{([^}]*)\}/g, (_, expression: string) => ` ${quoted(expression)} `).trim();
    if (!SHOWN_IN_CARD.has(String(key)) || text === "") return [];
    return [
      { text, file: file.file, key: "", mistakeAt: (finding) => file.mistakeAtWords(JSON.stringify(child), finding) },
    ];
  });
}

/** What stands between quotes in an expression, other than the name of a text: `if(kept, 'Het lukte', texts['x'])`. */
function quoted(expression: string): string {
  return [...expression.matchAll(/(?<!\[)'([^']*)'/g)].map(([, text]) => text).join(". ");
}
