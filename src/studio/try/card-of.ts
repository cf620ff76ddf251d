import type { Content } from "../../content/content.ts";
import { FILE_KINDS, fileKindOf } from "../../content/file-kinds.ts";
import type { Article } from "../../content/schema/article.ts";
import { validateFile } from "../../content/validate-file.ts";
import type { Action } from "../../conversation/turn/event.ts";
import { articleView } from "../../conversation/views/article-view.ts";
import type { View } from "../../conversation/views/view.ts";
import type { QuestionView } from "../../conversation/views/walk-cards.ts";
import { createRenderer } from "../../render/render-card.ts";
import type { Library } from "../library/read-library.ts";
import type { Thing } from "../library/thing.ts";
import { NEW_STAGE, type Stage, take } from "./play.ts";
import { withWording } from "./with-wording.ts";

/**
 * The card on which a worker reads this thing, as it stands in the draft; undefined when it stands on no card of its own,
 * or has a mistake.
 */
export function cardOf(thing: Thing, library: Library, published: Content, now: Date): object | undefined {
  const content = withWording(published, library);
  if (thing.kind === "article") {
    const article = articleIn(thing, library);
    return article && drawn(articleView(content, article), content);
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

/** The question as it is asked, after earlier ones that raise nothing. Undefined when only some answers lead to it. */
function questionCard(id: string, content: Content, now: Date): object | undefined {
  const way = wayTo(id, content, now);
  return way && drawn(way.asked, content);
}

/** What to do in a chat to come to a question: start at its phase, and answer what comes before. */
export function startAt(id: string, content: Content, now: Date): object[] | undefined {
  return wayTo(id, content, now)?.actions.map((action) => ({ action }));
}

const MOST_QUESTIONS = 60;

function wayTo(id: string, content: Content, now: Date): { actions: Action[]; asked: QuestionView } | undefined {
  for (const flow of content.flows.values()) {
    const phase = flow.phases.find(({ questions }) => questions.some((question) => question.id === id));
    if (!phase) continue;
    const actions: Action[] = [{ verb: "start", flow: flow.id, phase: phase.id, again: true }];
    let stage = NEW_STAGE;
    for (let count = 0; count < MOST_QUESTIONS; count += 1) {
      const action = actions.at(-1) as Action;
      stage = take(stage, { type: "action", action }, content, now);
      const asked = askedIn(stage);
      if (asked?.question === id) return { actions, asked };
      if (!asked) break;
      actions.push(answerTo(asked, content));
    }
  }
  return undefined;
}

function askedIn({ replies }: Stage): QuestionView | undefined {
  const views = replies.flatMap((reply) => ("view" in reply ? [reply.view] : []));
  return views.find((view) => view.card === "question");
}

/** An answer that raises nothing, when there is one. */
function answerTo({ walk, version, question }: QuestionView, content: Content): Action {
  const options = content.questions.get(question)?.options ?? [];
  const calm = options.find(({ id, alone }) => alone || id === "nee") ?? options.at(-1);
  return { verb: "answer", walk, version, question, chosen: calm?.id ?? "" };
}

/** A card that holds a fixed sentence, filled in with its example. */
function sampleCard(id: string, content: Content): object | undefined {
  const place = new RegExp(`texts\\.${id.replaceAll(".", "\\.")}\\b`);
  const card = [...content.cards.values()].find(({ template }) => place.test(JSON.stringify(template)));
  return card && drawn(card.sample as View, content);
}

/** This one card: to read the templates of all takes longer than a turn may be held up. */
function drawn(view: View, content: Content): object {
  return createRenderer(content, [view.card])(view);
}
