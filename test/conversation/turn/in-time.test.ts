import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { ConversationState } from "../../../src/conversation/state.ts";
import { converse } from "../../../src/conversation/turn/converse.ts";
import type { Action } from "../../../src/conversation/turn/event.ts";
import type { View } from "../../../src/conversation/views/view.ts";
import type { QuestionView } from "../../../src/conversation/views/walk-cards.ts";
import { openWalk } from "../../../src/conversation/walk/open-walk.ts";
import { content } from "../../render/support/samples.ts";

const NOW = new Date("2026-03-02T10:00:00Z");

/** Signals that are certain, and the phase of the open question. */
function standing(state: ConversationState) {
  const open = state.walk && openWalk(content, state.walk);
  const certain = open?.suggestions.certain ?? [];
  return {
    today: certain.filter(({ signal }) => signal.level === "vandaag").map(({ signal }) => signal.id),
    phase: open?.position.current?.phase,
    answered: open?.position.path.length ?? 0,
  };
}

/** What a card tells to do today; undefined when it is another card. */
function told(view: View): string[] | undefined {
  return view.card === "danger-today" ? view.signs.map(({ id }) => id) : undefined;
}

/** Walks a flow with the real content and returns each sign that was not told in time. */
function lateSigns(flow: string, choose: (view: QuestionView) => string[]): string[] {
  let state: ConversationState | undefined;
  let view: View | undefined;
  const late: string[] = [];
  const click = (action: Action) => {
    const event = { type: "action" as const, action };
    const turn = converse({ state, event, content, newId: "ronde", now: NOW, maySeeTrends: false });
    state = turn.state;
    view = turn.replies.flatMap((reply) => ("view" in reply ? [reply.view] : []))[0];
  };
  click({ verb: "start", flow });
  for (let turn = 0; turn < 80 && view?.card !== "result" && view?.card !== "region"; turn += 1) {
    const { walk, version } = view as QuestionView;
    if (view?.card !== "question") {
      click({ verb: "continue", walk, version });
      continue;
    }
    const before = standing(state as ConversationState);
    const { question } = view;
    click({ verb: "answer", walk, version, question, chosen: choose(view).join(",") });
    const after = standing(state as unknown as ConversationState);
    if (!after.phase || (view as View).card === "danger-now") continue;
    const wasDanger = before.phase?.always ?? false;
    const isDue = wasDanger ? after.phase.id !== before.phase?.id : true;
    const due = isDue ? after.today.filter((id) => wasDanger || !before.today.includes(id)) : [];
    late.push(...due.filter((id) => !told(view as View)?.includes(id)).map((id) => `${question}: ${id}`));
    if (wasDanger && isDue) expect(after.answered).toBeLessThanOrEqual(5);
  }
  return late;
}

function pick({ kind, options, question }: QuestionView, dice: number): string[] {
  const together = content.questions.get(question)?.options.filter(({ alone }) => !alone) ?? [];
  if (kind === "multiple" && dice % 3 === 1) return together.slice(0, 1 + (dice % together.length)).map(({ id }) => id);
  return [options[dice % options.length]?.id ?? ""];
}

test.each(["top3", "mda-check"])("what must be done today is told in time in %s, whatever is answered", (flow) => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (dice) => {
      expect(lateSigns(flow, (view) => pick(view, dice.next().value as number))).toEqual([]);
    }),
    { seed: 3, numRuns: 60 },
  );
});
