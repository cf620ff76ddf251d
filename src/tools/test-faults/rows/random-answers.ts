import { fileURLToPath } from "node:url";
import { evaluate } from "../../../conditions/evaluate.ts";
import type { Content } from "../../../content/content.ts";
import { loadContent } from "../../../content/load-content.ts";
import { UNKNOWN_OPTION } from "../../../content/schema/id.ts";
import type { Invariant, SignalsFile } from "../../../content/schema/signal.ts";
import type { ConversationState } from "../../../conversation/state.ts";
import { converse } from "../../../conversation/turn/converse.ts";
import type { Action } from "../../../conversation/turn/event.ts";
import type { View } from "../../../conversation/views/view.ts";
import type { QuestionView } from "../../../conversation/views/walk-cards.ts";
import { replay } from "../../../flow/replay.ts";
import { isLevelCertain } from "../../../signals/is-level-certain.ts";
import { urgency } from "../../../signals/levels.ts";
import { suggest } from "../../../signals/suggest.ts";
import type { Random } from "../../simulate-use/random.ts";
import type { Fault, Outcome, Run } from "../fault.ts";

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));
const ANSWERS = { short: 300, long: 100_000 };
/** A walk that its worker wants to end has no more cards than this. */
const MOST_CARDS = 60;
const MOST_COMPLAINTS = 5;

/** Chances of what somebody does on a question besides answering it. */
const BACK = 0.08;
const SKIP = 0.03;
const CHANGE = 0.03;
const ENDS = 0.04;

export const RANDOM_ANSWERS: Fault = {
  name: "100,000 random answers over all rounds, with back, change, skip and an end at any moment",
  isQuick: true,
  run: walkAtRandom,
};

async function walkAtRandom({ size, random }: Run): Promise<Outcome> {
  const content = (await loadContent(ROOT)).partial;
  const invariants = content.signalGroups.flatMap((group) => group.invariants);
  const complaints = new Set<string>();
  const wanted = size.of(ANSWERS.short, ANSWERS.long);
  let [answers, walks, longest] = [0, 0, 0];
  while (answers < wanted && complaints.size < MOST_COMPLAINTS) {
    const flow = [...content.flows.keys()][Math.floor(random() * content.flows.size)] ?? "";
    const walk = new RandomWalk(content, invariants, flow);
    answers += walk.wander(random, ENDS);
    longest = Math.max(longest, walk.end());
    walks += 1;
    for (const complaint of walk.complaints) complaints.add(complaint);
  }
  return {
    times: answers,
    worker: `${walks} walks; who wanted to end had at most ${longest} cards more`,
    lost: 0,
    doubled: 0,
    tells: `${invariants.length} rules held at every step`,
    broken: [...complaints],
  };
}

class RandomWalk {
  readonly complaints: string[] = [];
  readonly #content: Content;
  readonly #invariants: readonly Invariant[];
  readonly #flow: string;
  #state: ConversationState | undefined;
  #view: View;

  constructor(content: Content, invariants: readonly Invariant[], flow: string) {
    this.#content = content;
    this.#invariants = invariants;
    this.#flow = flow;
    this.#view = this.#click({ verb: "start", flow });
  }

  /** Answers until the result, or until the worker has had enough; how many answers. */
  wander(random: Random, ends: number): number {
    let answers = 0;
    for (let view = this.#view; view.card !== "result" && random() >= ends; view = this.#view) {
      const action = view.card === "question" ? wish(view, random) : onwards(view);
      if (!action) return this.#complain(`a dead end: ${view.card}`, answers);
      if (action.verb === "answer") answers += 1;
      const before = this.#isDanger();
      this.#click(action);
      if (action.verb === "answer" && !before && this.#isDanger() && this.#view.card !== "danger-now") {
        this.#complain("direct danger became certain, and no 112 card came");
      }
      this.#checkInvariants();
    }
    return answers;
  }

  /** Goes the shortest way to the outcome, and finishes; how many cards that took. */
  end(): number {
    let cards = 0;
    for (; this.#view.card !== "result" && cards <= MOST_CARDS; cards += 1) {
      const view = this.#view;
      const action = view.card === "question" ? answer(view, [shortest(view)]) : onwards(view);
      if (!action) return this.#complain(`a dead end: ${view.card}`, cards);
      this.#click(action);
    }
    if (cards > MOST_CARDS) this.#complain(`no end within ${MOST_CARDS} cards`);
    else if (this.#view.card === "result") this.#click({ verb: "finish", ...refOf(this.#view), sure: true });
    if (this.#state?.walk) this.#complain("a finished walk is still kept");
    return cards;
  }

  #click(action: Action): View {
    const now = new Date("2026-03-02T10:00:00Z");
    const turn = converse({
      state: this.#state,
      event: { type: "action", action },
      content: this.#content,
      newId: "ronde",
      now,
      maySeeTrends: false,
    });
    this.#state = turn.state;
    const views = turn.replies.flatMap((reply) => ("view" in reply ? [reply.view] : []));
    if (views.length === 0) this.#complain(`no card after ${action.verb}`);
    this.#view = views.at(-1) ?? this.#view;
    return this.#view;
  }

  get #known() {
    const { walk } = this.#state ?? {};
    const flow = this.#content.flows.get(this.#flow);
    return walk && flow ? replay(flow, walk.answers, walk.from).known : {};
  }

  #isDanger(): boolean {
    return isLevelCertain(this.#content.signalGroups, "nu", this.#known);
  }

  #checkInvariants(): void {
    const known = this.#known;
    const { certain, info } = suggest(this.#content.signalGroups, known);
    const shown = [...certain, ...info].map(({ signal }) => signal);
    for (const invariant of this.#invariants) {
      if (!("given" in invariant) || evaluate(invariant.given, known) !== "true") continue;
      if (!shown.some((signal) => satisfies(signal, invariant.then))) {
        this.#complain(`${invariant.id} does not hold for ${JSON.stringify(known)}`);
      }
    }
  }

  #complain(what: string, result = 0): number {
    this.complaints.push(`${this.#flow}: ${what}`);
    return result;
  }
}

type Then = Extract<Invariant, { given: unknown }>["then"];

function satisfies({ id, level }: SignalsFile["signals"][number], then: Then): boolean {
  if ("any-signal" in then) return then["any-signal"].includes(id);
  return urgency(level) >= urgency(then["level-at-least"]);
}

function wish(view: QuestionView, random: Random): Action {
  const lot = random();
  if (lot < BACK) return { verb: "back", ...refOf(view), question: view.question };
  if (lot < BACK + SKIP) return { verb: "skip-phase", ...refOf(view), question: view.question };
  if (lot < BACK + SKIP + CHANGE) return { verb: "change", ...refOf(view), question: view.question };
  const ids = view.options.map(({ id }) => id);
  const together = ids.filter(() => view.kind !== "single" && random() < 0.3);
  return answer(view, together.length > 0 ? together.slice(0, 3) : [ids[Math.floor(random() * ids.length)] ?? ""]);
}

function answer(view: QuestionView, chosen: readonly string[]): Action {
  return { verb: "answer", ...refOf(view), question: view.question, chosen: chosen.join(",") };
}

/** "Nee" asks the least more; "weet ik niet" can always be chosen. */
function shortest({ options }: QuestionView): string {
  return options.find(({ id }) => id === "nee")?.id ?? UNKNOWN_OPTION;
}

function onwards(view: View): Action | undefined {
  if (view.card === "region") return { verb: "region" };
  return "walk" in view ? { verb: "continue", ...refOf(view) } : undefined;
}

function refOf({ walk, version }: { walk: string; version: string }) {
  return { walk, version };
}
