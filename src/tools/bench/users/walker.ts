import type { VirtualUser } from "../drive.ts";
import { clickOf } from "./activity.ts";

interface Click {
  verb: string;
  data: Record<string, unknown>;
}

const START: Click = { verb: "start", data: { flow: "top3", again: true } };

/**
 * Walks the TOP-3 questions as a person does: by the buttons of the card that came back. Chances come from `seed`,
 * so every run takes the same walks. At the end of a walk the next one starts, unless this user stays at the result.
 */
export class Walker implements VirtualUser {
  readonly #conversation: string;
  readonly #serviceUrl: string;
  #chance: number;
  #click = START;
  /** Looks at the result again and again, once there. */
  readonly #stays: boolean;

  constructor(conversation: string, serviceUrl: string, seed: number, stays = false) {
    this.#conversation = conversation;
    this.#serviceUrl = serviceUrl;
    this.#chance = seed;
    this.#stays = stays;
  }

  next(): object {
    return clickOf(this.#conversation, this.#serviceUrl, this.#click.verb, this.#click.data);
  }

  /** @throws Error when the answer is not a card */
  read(answer: string): void {
    const { value: card } = JSON.parse(answer);
    if (card?.type !== "AdaptiveCard") throw new Error(`no card came back: ${answer.slice(0, 200)}`);
    const [choices] = find(card, "Input.ChoiceSet");
    const clicks = find(card, "Action.Execute") as unknown as Click[];
    const answers = clicks.filter(({ verb }) => verb === "answer");
    const goOn = clicks.find(({ verb }) => verb === "continue" || verb === "region");
    const finish = this.#stays ? clicks.find(({ verb }) => verb === "finish") : undefined;
    const outcome = finish && { verb: "outcome", data: finish.data };
    const click = answers.length > 0 ? this.#pick(answers) : (goOn ?? outcome ?? START);
    this.#click = choices ? { ...click, data: { ...click.data, chosen: this.#choice(choices) } } : click;
  }

  #choice(set: Record<string, unknown>): string {
    return this.#pick(set.choices as { value: string }[]).value;
  }

  /** A linear congruential generator, with the numbers of Numerical Recipes: plenty for a bench. */
  #pick<T>(list: readonly T[]): T {
    this.#chance = (this.#chance * 1664525 + 1013904223) % 2 ** 32;
    return list[Math.floor((this.#chance / 2 ** 32) * list.length)] as T;
  }
}

/** All parts of a card of this type; what stands in `fallback` is for other clients. */
function find(node: unknown, type: string): Record<string, unknown>[] {
  if (typeof node !== "object" || node === null) return [];
  const own = "type" in node && node.type === type ? [node as Record<string, unknown>] : [];
  const parts = Object.entries(node).filter(([key]) => key !== "fallback");
  return [...own, ...parts.flatMap(([, part]) => find(part, type))];
}
