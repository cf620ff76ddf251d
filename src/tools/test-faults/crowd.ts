import { setTimeout as wait } from "node:timers/promises";
import { quantile } from "../bench/quantile.ts";
import type { Person } from "./person.ts";

/** Between two presses of one person, in milliseconds: enough to let a bot that is starting start. */
const AFTER_FAILURE_MS = 50;
const POLL_MS = 5;

/** People who go on walking until they are told to stop, each on any of the instances. */
export class Crowd {
  readonly people: readonly Person[];
  readonly #urls: () => readonly string[];
  readonly #pauseMs: number;
  readonly #walking: Promise<unknown>;
  #isOver = false;

  /** @param pauseMs between two presses of one person */
  constructor(people: readonly Person[], urls: () => readonly string[], pauseMs = 0) {
    this.people = people;
    this.#urls = urls;
    this.#pauseMs = pauseMs;
    this.#walking = Promise.all(people.map((person, index) => this.#walk(person, index)));
  }

  /** Lets everybody finish what they do. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#walking;
  }

  /** Waits until somebody's answer is taken. */
  async untilMore(): Promise<void> {
    for (const before = this.taken; this.taken === before; ) await wait(POLL_MS);
  }

  /** And lets them look at their card again, so that they know which of their answers were taken. */
  async settle(): Promise<void> {
    await this.stop();
    const urls = this.#urls();
    await Promise.all(this.people.map((person, index) => person.settle(String(urls[index % urls.length]))));
  }

  /** One line on what they saw. */
  saw(): string {
    const waits = this.people.flatMap((person) => person.waits);
    const sum = (of: (person: Person) => number) => this.people.reduce((total, person) => total + of(person), 0);
    const sorry = sum((person) => person.sorry);
    const cut = sum((person) => person.cut);
    return [
      `${this.taken} answers taken`,
      `p99 ${Math.round(quantile(waits, 0.99))} ms`,
      ...(cut > 0 ? [`${cut} presses cut off and done again`] : []),
      ...(sorry > 0 ? [`${sorry} apologies, pressed again`] : []),
    ].join(", ");
  }

  /** Presses that were answered, of all people. */
  get turns(): number {
    return this.people.reduce((total, { waits }) => total + waits.length, 0);
  }

  /** Answers that were taken, of all people. */
  get taken(): number {
    return this.people.reduce((total, person) => total + person.taken, 0);
  }

  get refused(): number {
    return this.people.reduce((total, person) => total + person.refused, 0);
  }

  async #walk(person: Person, index: number): Promise<void> {
    for (let step = index; !this.#isOver; step += 1) {
      const urls = this.#urls();
      const failures = person.cut + person.sorry;
      if (urls.length > 0) await person.step(String(urls[step % urls.length]));
      const failed = urls.length === 0 || person.cut + person.sorry > failures;
      await wait(failed ? AFTER_FAILURE_MS : this.#pauseMs);
    }
  }
}
