import type { Content } from "../../content/content.ts";
import { FILE_KINDS, fileKindOf } from "../../content/file-kinds.ts";
import type { Article } from "../../content/schema/article.ts";
import { validateFile } from "../../content/validate-file.ts";
import { articleView } from "../../conversation/views/article-view.ts";
import type { View } from "../../conversation/views/view.ts";
import { rendererOf } from "../../render/render-card.ts";
import type { Library } from "../library/read-library.ts";
import type { Thing } from "../library/thing.ts";
import { askedIn, goAlong, NEW_STAGE } from "./play.ts";
import { wayTo } from "./way-to.ts";
import { withWording } from "./with-wording.ts";

/**
 * The card on which a worker reads this thing, as it stands in the draft; undefined when it stands on no card of its own,
 * or has a mistake.
 */
export async function cardOf(
  thing: Thing,
  library: Library,
  published: Content,
  now: Date,
): Promise<object | undefined> {
  const content = withWording(published, library);
  if (thing.kind === "article") {
    const article = articleIn(thing, library);
    return article && rendererOf(content)(articleView(content, article, "voorbeeld"));
  }
  if (thing.kind === "question") return questionCard(thing.id, content, now);
  if (thing.kind === "text") return sampleCard(thing.id, content);
  return undefined;
}

function articleIn({ file }: Thing, library: Library): Article | undefined {
  const read = library.files.get(file);
  if (!read || fileKindOf(file)?.kind !== "articles" || read.parsed.data === undefined) return undefined;
  return validateFile(read.parsed, FILE_KINDS.articles.schema).value;
}

/** The question as it is asked, after the answers that lead to it. Undefined when none do. */
async function questionCard(id: string, content: Content, now: Date): Promise<object | undefined> {
  const way = await wayTo(id, content);
  const asked = way && askedIn(goAlong(way, NEW_STAGE, content, now));
  return asked && rendererOf(content)(asked);
}

/** A card that holds a fixed sentence, filled in with its example. */
function sampleCard(id: string, content: Content): object | undefined {
  const keys = id.split(".").map((key) => `(?:\\.${key}|\\['${key}'\\])`);
  const place = new RegExp(`texts${keys.join("")}(?![\\w.[])`);
  const card = [...content.cards.values()].find(({ template }) => place.test(JSON.stringify(template)));
  return card && rendererOf(content)(card.sample as View);
}
