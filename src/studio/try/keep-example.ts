import { type PlayedStep, playExample } from "../../check/examples/run-example.ts";
import { lastView } from "../../check/examples/scene.ts";
import type { Content } from "../../content/content.ts";
import type { FileChanges } from "../../content/content-files.ts";
import type { Example, ExampleStep, Expectation } from "../../content/schema/example.ts";
import type { Action } from "../../conversation/turn/event.ts";
import { optionsIn } from "../../conversation/walk/give-answer.ts";
import { openWalk } from "../../conversation/walk/open-walk.ts";
import { AppError } from "../../errors.ts";
import type { Data } from "../edit/emit-yaml.ts";
import { yamlOf } from "../new-thing.ts";
import { type Done, toEvent } from "./play.ts";

/** What is typed to get what a button shows. */
const TYPED = { menu: "menu", phases: "fasen", help: "hulp", privacy: "privacy", region: "regio" } as const;

/**
 * What was done in a chat as an example conversation, that expects what came of it. Left out are presses that change
 * nothing in a conversation, such as whether an article helped.
 * @throws AppError KEEP_NOTHING when nothing is left, KEEP_OTHERWISE when it cannot be played again
 */
export function exampleOf(
  done: readonly Done[],
  about: Pick<Example, "id" | "title" | "about">,
  content: Content,
): Example {
  const steps = done.slice(lastBeginning(done)).flatMap((one) => stepsOf(one, content));
  if (steps.length === 0)
    throw new AppError("KEEP_NOTHING", "In dit gesprek gebeurde nog niets.", "Doe iets in de chat, en bewaar het dan.");
  const example = { ...about, steps };
  const played = playExample(example, content);
  if (played.some(({ failures }) => failures.length > 0))
    throw new AppError(
      "KEEP_OTHERWISE",
      "Dit gesprek kan geen voorbeeld zijn: er is op een kaart gedrukt die al voorbij was.",
      "Doe het gesprek opnieuw, en druk alleen op de onderste kaart.",
    );
  return { ...example, steps: [...steps, { expect: outcomeOf(played, content) }] };
}

/** Who begins again begins another conversation. */
function lastBeginning(done: readonly Done[]): number {
  return Math.max(
    0,
    done.findLastIndex(
      (one) => "way" in one || ("action" in one && one.action.verb === "start" && one.action.again === true),
    ),
  );
}

/** The file of an example conversation, under an id that no other has. */
export function exampleFile({ id, title, about, steps }: Example): FileChanges {
  return { [`dialogs/examples/${id}.yaml`]: yamlOf({ id, title, about, steps: steps.map(written) }) };
}

/** A step as people write it: one answer without brackets. */
function written(step: ExampleStep): Data {
  if (!("answer" in step)) return step as Data;
  const [question = "", chosen = []] = Object.entries(step.answer)[0] ?? [];
  return { answer: { [question]: chosen.length === 1 ? (chosen[0] ?? "") : chosen } };
}

function stepsOf(done: Done, content: Content): ExampleStep[] {
  if ("way" in done) {
    const { flow, phase, answers } = done.way;
    const answered = Object.entries(answers).map(
      ([question, chosen]): ExampleStep => ({ answer: { [question]: chosen } }),
    );
    return [{ start: flow, ...(phase && { phase }) }, ...answered];
  }
  const event = toEvent(done);
  if (event.type === "message") return [{ type: event.text }];
  return event.type === "action" ? stepOf(event.action, content) : [];
}

function stepOf(action: Action, { articles }: Content): ExampleStep[] {
  switch (action.verb) {
    case "start":
      return [{ start: action.flow, ...(action.phase && { phase: action.phase }) }];
    case "answer":
      return [{ answer: { [action.question]: optionsIn(action) } }];
    case "back":
    case "skip-phase":
    case "continue":
    case "pause":
    case "outcome":
    case "find-out":
    case "answers":
    case "refresh":
    case "summary":
      return [{ [action.verb]: true } as ExampleStep];
    case "stop":
      return [{ stop: action.sure ? "sure" : true }];
    case "finish":
      return [{ finish: action.sure ? "sure" : true }];
    case "suggestion":
      return [{ open: action.signal }];
    case "change":
      return [{ change: action.question }];
    case "react":
      return [{ react: { [action.signal]: action.reaction } }];
    case "useful":
      return [{ useful: action.useful }];
    case "region":
      return action.region ? [{ region: action.region }] : [];
    case "show":
      return [{ type: TYPED[action.show] }];
    case "resume":
      return [{ type: "verder" }];
    case "article":
      return [{ type: articles.get(action.article)?.title ?? action.article }];
    default:
      return [];
  }
}

/** What is so at the end: the question or the card, and the suggestions of a walk. */
function outcomeOf(played: readonly PlayedStep[], content: Content): Expectation {
  const replies = played.findLast((step) => step.replies.length > 0)?.replies ?? [];
  const view = lastView({ replies: [...replies] });
  const walk = played.at(-1)?.state?.walk;
  const certain = (walk && openWalk(content, walk)?.suggestions.certain) ?? [];
  return {
    ...(view?.card === "question" ? { question: view.question } : view && { card: view.card }),
    ...(walk && { level: certain[0]?.signal.level ?? "geen", signals: certain.map(({ signal }) => signal.id) }),
  };
}
