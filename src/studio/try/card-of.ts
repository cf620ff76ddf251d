import { settle } from "../../content/confirmation.ts";
import type { Content } from "../../content/content.ts";
import { FILE_KINDS, fileKindOf } from "../../content/file-kinds.ts";
import type { Article } from "../../content/schema/article.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import { type Question, questionSchema } from "../../content/schema/question.ts";
import { validateFile } from "../../content/validate-file.ts";
import { articleView } from "../../conversation/views/article-view.ts";
import type { View } from "../../conversation/views/view.ts";
import { rendererOf } from "../../render/render-card.ts";
import type { Data } from "../edit/emit-yaml.ts";
import type { Library } from "../library/read-library.ts";
import { type Thing, textIn } from "../library/thing.ts";
import { regionView, signalView } from "./advice-views.ts";
import { askedIn, goAlong, NEW_STAGE } from "./play.ts";
import { wayTo } from "./way-to.ts";
import { withQuestion, withWording } from "./with-wording.ts";

/** A card, or why there is none to show. */
export type Shown = { card: object } | { why: string };

/** The card on which a worker reads this thing, as it stands in the draft: also while the draft has mistakes elsewhere. */
export async function cardOf(thing: Thing, library: Library, published: Content, now: Date): Promise<Shown> {
  const content = withWording(published, library);
  if (thing.kind === "article") {
    const article = articleIn(thing, library);
    return article ? { card: rendererOf(content)(articleView(content, article, "voorbeeld")) } : HAS_MISTAKES;
  }
  if (thing.kind === "question") return questionCard(thing, library, content, now);
  if (thing.kind === "signal" || thing.kind === "region") {
    const view = thing.kind === "signal" ? signalView(thing, content) : regionView(thing, content);
    return view ? { card: rendererOf(content)(view) } : HAS_MISTAKES;
  }
  const card = thing.kind === "text" ? sampleCard(thing.id, content) : undefined;
  return card ? { card } : ON_NO_CARD;
}

const HAS_MISTAKES = { why: "Hier komt de kaart, zodra alles is ingevuld en de fouten in het formulier weg zijn." };
const ON_NO_CARD = { why: "Hier is geen eigen kaart van." };
const NEVER_ASKED = { why: "Er is geen ronde waarin deze vraag komt. Daarom is er geen kaart van." };

function articleIn({ file }: Thing, library: Library): Article | undefined {
  const read = library.files.get(file);
  if (!read || fileKindOf(file)?.kind !== "articles" || read.parsed.data === undefined) return undefined;
  return validateFile(read.parsed, FILE_KINDS.articles.schema).value;
}

/**
 * The question as it is asked, after the answers that lead to it; when none do yet, as if it were always asked: what it
 * waits for may be new as well.
 */
async function questionCard(thing: Thing, library: Library, content: Content, now: Date): Promise<Shown> {
  const question = questionSchema.safeParse(thing.data).data;
  if (!question) return HAS_MISTAKES;
  const phase = textIn(library.files.get(thing.file)?.parsed.data as Data, "phase");
  const asked = asAsked(question, content);
  for (const each of [asked, { ...asked, when: undefined }]) {
    const tried = withQuestion(content, each, phase);
    const way = await wayTo(thing.id, tried);
    const view = way && askedIn(goAlong(way, NEW_STAGE, tried, now));
    if (view) return { card: rendererOf(tried)(view) };
  }
  return NEVER_ASKED;
}

/** With the answers that content adds to what stands in the file. */
function asAsked(question: Question, { questions, texts }: Content): Question {
  const known = questions.get(question.id);
  // Its answers are those of another question.
  if (known && (question.ranks ?? question["each-of"]) !== undefined) return known;
  const unknown = { id: UNKNOWN_OPTION, text: String(texts[UNKNOWN_OPTION] ?? ""), alone: false };
  return { ...settle(question), options: [...question.options, unknown] };
}

/** A card that holds a fixed sentence, filled in with its example. */
function sampleCard(id: string, content: Content): object | undefined {
  const keys = id.split(".").map((key) => `(?:\\.${key}|\\['${key}'\\])`);
  const place = new RegExp(`texts${keys.join("")}(?![\\w.[])`);
  const card = [...content.cards.values()].find(({ template }) => place.test(JSON.stringify(template)));
  return card && rendererOf(content)(card.sample as View);
}
