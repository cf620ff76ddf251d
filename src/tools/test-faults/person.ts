import { TeamsChat, type WireActivity } from "../../../test/support/activities.ts";
import { buttonsOf, questionOf } from "../../../test/support/card-buttons.ts";
import type { Random } from "../simulate-use/random.ts";

interface Click {
  verb: string;
  data: Record<string, unknown>;
}

const START: Click = { verb: "start", data: { flow: "top3", again: true } };
const RESUME: Click = { verb: "resume", data: {} };
/** `error.title` of the content: the card that says so has a reference for the log. */
const SORRY = "Er ging iets mis";
/** Teams gives up after 15 seconds. */
const PATIENCE_MS = 15_000;

/**
 * A worker who walks the TOP-3 questions again and again, by the buttons of the card that came back, presses again after
 * a failure, and knows which answers were taken: those after which the bot asked something else.
 */
export class Person {
  readonly chat: TeamsChat;
  /** Walks that a card of came back. */
  readonly walks = new Set<string>();
  /** All answers that were taken, in all walks. */
  taken = 0;
  /** Presses without an answer: the connection was refused or cut, or it took too long. */
  cut = 0;
  /** Why, as the codes of Node. */
  readonly causes: string[] = [];
  /** Presses that were answered with an apology. */
  sorry = 0;
  /** Presses that were answered with anything but status 200: never right. */
  refused = 0;
  /** Milliseconds of each press that was answered. */
  readonly waits: number[] = [];
  /** The answers of the walk that is open. */
  answers: Record<string, string[]> = {};
  walk = "";
  readonly #random: Random;
  #click = START;
  /** The last press was not answered, so it may have been taken. */
  #isUnsure = false;
  /** Given, and nobody can tell yet whether it was taken. */
  #given: { question: string; chosen: string[] } | undefined;

  constructor(serviceUrl: string, random: Random) {
    this.chat = new TeamsChat(serviceUrl);
    this.#random = random;
  }

  /** Presses the next button, or the same again after a failure. */
  async step(url: string): Promise<void> {
    await this.#press(url, this.#click);
  }

  /** Asks for the card of now, until it is known of every answer whether it was taken. */
  async settle(url: string): Promise<void> {
    const start = performance.now();
    do {
      await this.#press(url, this.#given || this.#isUnsure ? this.#click : RESUME);
    } while ((this.#given || this.#isUnsure) && performance.now() - start < PATIENCE_MS);
  }

  async #press(url: string, click: Click): Promise<void> {
    const started = performance.now();
    const answer = await post(url, this.chat.execute(click.verb, click.data)).catch((error: Error) => {
      this.causes.push(String((error.cause as { code?: string } | undefined)?.code ?? error.name));
    });
    this.#isUnsure = answer === undefined || answer.text.includes(SORRY);
    if (!answer) {
      this.cut += 1;
      return;
    }
    this.waits.push(performance.now() - started);
    if (answer.status !== 200) this.refused += 1;
    else if (answer.text.includes(SORRY)) this.sorry += 1;
    else this.#read(click, JSON.parse(answer.text).value);
  }

  #read(click: Click, card: object): void {
    const buttons = buttonsOf(card);
    const { walk } = buttons.find(({ data }) => data.walk !== undefined)?.data ?? {};
    if (click.verb === "answer") this.#given = { question: String(click.data.question), chosen: chosenIn(click.data) };
    if (walk !== undefined && walk !== this.walk) this.#begin(walk);
    const asked = questionOf(card);
    const isInterrupted = asked === undefined && buttons.some(({ verb }) => verb === "continue");
    if (this.#given && !isInterrupted) this.#decide(this.#given, asked);
    this.#click = this.#next(card, buttons);
  }

  #begin(walk: string): void {
    this.walk = walk;
    this.walks.add(walk);
    this.answers = {};
    this.#given = undefined;
  }

  /** Asked again, it was not taken. */
  #decide({ question, chosen }: { question: string; chosen: string[] }, asked: string | undefined): void {
    this.#given = undefined;
    if (asked === question) return;
    this.taken += 1;
    this.answers[question] = chosen;
  }

  #next(card: object, buttons: readonly Click[]): Click {
    const answers = buttons.filter(({ verb }) => verb === "answer");
    const [answer] = answers;
    if (answer === undefined) return buttons.find(({ verb }) => verb === "continue" || verb === "region") ?? START;
    const choices = choicesOn(card);
    const click = this.#pick(answers) ?? answer;
    return choices.length > 0 ? { ...answer, data: { ...answer.data, chosen: this.#pick(choices) } } : click;
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.#random() * list.length)];
  }
}

/** One activity, as Teams posts it. */
export async function post(url: string, activity: WireActivity): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(activity),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { status: response.status, text: await response.text() };
}

function chosenIn(data: Record<string, unknown>): string[] {
  return [String(data.chosen ?? data.option)];
}

/** The choices of the first field of a card. */
function choicesOn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  if ("type" in node && node.type === "Input.ChoiceSet") {
    return (node as unknown as { choices: { value: string }[] }).choices.map(({ value }) => value);
  }
  for (const part of Object.values(node)) {
    const found = choicesOn(part);
    if (found.length > 0) return found;
  }
  return [];
}
