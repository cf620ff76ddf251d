import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkCard } from "../../src/check/cards/check-card.ts";
import type { ConversationState } from "../../src/conversation/state.ts";
import { converse } from "../../src/conversation/turn/converse.ts";
import type { Action } from "../../src/conversation/turn/event.ts";
import { suggestionsOn } from "../../src/conversation/views/result-view.ts";
import type { View } from "../../src/conversation/views/view.ts";
import type { AnswersView, QuestionView, ResultView } from "../../src/conversation/views/walk-cards.ts";
import { rendererOf } from "../../src/render/render-card.ts";
import { content } from "./support/samples.ts";

const render = rendererOf(content);

/** As long as Teams makes them. */
const USER_ID = `29:${"x".repeat(90)}`;
const WALK_ID = "0b5a3c1e-6a51-4d7a-9b2e-7e3f4a5b6c7d";

/** Far more than any walk has; a phase can be walked again. */
const MAX_STEPS = 150;

type Choose = (view: QuestionView) => string[];

/** Walks a flow with the real content, and returns every card that was shown. */
function walk(flow: string, choose: Choose): View[] {
  let state: ConversationState | undefined;
  const seen: View[] = [];
  const click = (action: Action): View => {
    const turn = converse({
      state,
      event: { type: "action", action },
      content,
      newId: WALK_ID,
      now: new Date("2026-03-02T10:00:00Z"),
      maySeeTrends: false,
    });
    state = turn.state;
    seen.push(...turn.replies.flatMap((reply) => ("view" in reply ? [reply.view] : [])));
    return seen.at(-1) as View;
  };
  let view = click({ verb: "start", flow });
  for (let step = 0; step < MAX_STEPS && view.card !== "result"; step += 1) view = click(next(view, choose));
  if (view.card === "result") lookAround(view, click);
  return seen;
}

function next(view: View, choose: Choose): Action {
  if (view.card === "region") return { verb: "region", region: "kennemerland" };
  const { walk, version } = view as QuestionView;
  if (view.card !== "question") return { verb: "continue", walk, version };
  return { verb: "answer", walk, version, question: view.question, chosen: choose(view).join(",") };
}

/** Every card that the outcome leads to. */
function lookAround(view: ResultView, click: (action: Action) => View): void {
  const { walk, version } = view;
  const ref = { walk, version };
  for (let page = 1; page <= view.pages; page += 1) {
    const shown = click({ verb: "outcome", ...ref, page }) as ResultView;
    for (const signal of suggestionsOn(shown)) click({ verb: "suggestion", ...ref, signal });
  }
  click({ verb: "find-out", ...ref });
  const answers = click({ verb: "answers", ...ref }) as AnswersView;
  for (let page = 2; page <= answers.pages; page += 1) click({ verb: "answers", ...ref, page });
  // The last one of all: it asks whether the answers may go.
  click({ verb: "finish", ...ref });
}

/** Any answer; of a question with several also all that go together. */
function pick({ kind, question, options }: QuestionView, dice: number): string[] {
  const together = content.questions.get(question)?.options.filter(({ alone }) => !alone) ?? [];
  if (kind === "multiple" && dice % 2 === 1) return together.map(({ id }) => id);
  if (kind === "ranking" && dice % 2 === 1) return options.slice(0, 2).map(({ id }) => id);
  return [options[dice % options.length]?.id ?? ""];
}

function problems(views: View[]): string[] {
  return views.flatMap((view) =>
    checkCard(render(view, { userId: USER_ID })).map(({ path, what }) => `${view.card}: ${path}: ${what}`),
  );
}

test.each([...content.flows.keys()])("every card of %s is good when everything is still unknown", (flow) => {
  const views = walk(flow, () => ["weet-ik-niet"]);
  expect(views.at(-1)?.card).toBe("confirm");
  expect(problems(views)).toEqual([]);
});

test.each([...content.flows.keys()])("every card of %s is good, whatever is answered", (flow) => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (dice) => {
      const views = walk(flow, (view) => pick(view, dice.next().value as number));
      expect(problems(views)).toEqual([]);
    }),
    { seed: 2, numRuns: 12 },
  );
});
