import type { Content } from "../../content/content.ts";
import type { Example } from "../../content/schema/example.ts";
import type { Reply } from "../../conversation/turn/turn.ts";
import type { View } from "../../conversation/views/view.ts";
import { type PlayedStep, playExample } from "../examples/run-example.ts";

/** An example conversation that goes otherwise with a draft than without. */
export interface ChangedExample {
  id: string;
  title: string;
  about: string;
  /** The last thing that the bot says is another. */
  endsOtherwise: boolean;
  /** With the draft it does not go as the example says. */
  isBroken: boolean;
  /** So many first steps are the same. */
  same: number;
  before: readonly PlayedStep[];
  after: readonly PlayedStep[];
}

/** The example conversations that go otherwise, those that end otherwise first. */
export function compareExamples(before: Content, after: Content): ChangedExample[] {
  const changed = after.examples.flatMap((example) => {
    const old = before.examples.find(({ id }) => id === example.id);
    const found = old && compare(old, example, before, after);
    return found ? [found] : [];
  });
  return changed.sort((a, b) => Number(b.endsOtherwise) - Number(a.endsOtherwise));
}

function compare(old: Example, now: Example, before: Content, after: Content): ChangedExample | undefined {
  const [was, is] = [untilStuck(playExample(old, before)), untilStuck(playExample(now, after))];
  const marks = (steps: readonly PlayedStep[]) => steps.map(markOf);
  const [first, other] = [marks(was), marks(is)];
  const same = other.findIndex((mark, at) => mark !== first[at]);
  if (same < 0 && first.length === other.length) return undefined;
  const { id, title, about } = now;
  return {
    id,
    title,
    about,
    endsOtherwise: endOf(was) !== endOf(is),
    isBroken: is.some(({ failures }) => failures.length > 0),
    same: same < 0 ? other.length : same,
    before: was,
    after: is,
  };
}

/** Up to the first step that cannot be taken: what comes after it was meant for another question. */
function untilStuck(steps: readonly PlayedStep[]): PlayedStep[] {
  const stuck = steps.findIndex(isStuck);
  return steps.slice(0, stuck < 0 ? steps.length : stuck + 1);
}

/** Whether what the worker does in this step is not possible here. */
export function isStuck({ step, failures }: PlayedStep): boolean {
  return failures.length > 0 && !("expect" in step);
}

function endOf(steps: readonly PlayedStep[]): string {
  if (steps.some(isStuck)) return "stuck";
  return JSON.stringify(steps.findLast(({ replies }) => replies.length > 0)?.replies.map(saidBy));
}

/** By which a step is the same or another: what the worker does, and what comes of it. Not the wording. */
function markOf(played: PlayedStep): string {
  const { step, replies } = played;
  return JSON.stringify(["expect" in step ? "expect" : step, isStuck(played), replies.map(saidBy)]);
}

function saidBy(reply: Reply): unknown {
  if (!("view" in reply)) return "text";
  const { view } = reply;
  return [view.card, ...idsOf(view)];
}

function idsOf(view: View): unknown[] {
  switch (view.card) {
    case "question":
      return [view.question, view.banners.length];
    case "result":
      return [
        view.lead.map(({ id, level }) => `${id} ${level}`),
        view.groups.flatMap(({ rows }) => rows.map(({ id }) => id)),
      ];
    case "danger-today":
      return view.signs.map(({ id }) => id);
    case "suggestion":
    case "article":
      return [view.id];
    case "danger-typed":
      return [view.level];
    case "article-choice":
      return view.articles.map(({ id }) => id);
    default:
      return [];
  }
}
