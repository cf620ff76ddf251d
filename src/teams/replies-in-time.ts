import type { Reply } from "../conversation/turn/turn.ts";
import type { DangerNowView } from "../conversation/views/walk-cards.ts";
import { AppError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { TurnRequest } from "./assistant.ts";

/** Milliseconds. */
export interface TurnTimes {
  /** For a turn of which is certain that it ends with the 112 card. */
  dangerMs: number;
  /** For any other. Teams gives up on an activity after 15 seconds. */
  usualMs: number;
  /** Until a message is answered, also when not all is sent yet: what is still being sent goes on. */
  answerMs: number;
}

/** A person in danger has the card within 3 seconds. */
export const TURN_TIMES: TurnTimes = { dangerMs: 1_500, usualMs: 10_000, answerMs: 12_000 };

/**
 * What a turn says, or the 112 card when that is due and the turn fails or is late. A turn that is late goes on: what it
 * keeps is found at the next click.
 * @param known the 112 card, when it is certain before the turn begins
 * @throws what the turn throws; AppError TURN_TOO_SLOW
 */
export async function repliesInTime(
  take: (onDanger: TurnRequest["onDanger"]) => Promise<Reply[]>,
  known: DangerNowView | undefined,
  { turnTimes, log }: { turnTimes: TurnTimes; log: Log },
): Promise<Reply[]> {
  const { promise: late, resolve, reject } = Promise.withResolvers<Reply[]>();
  const timers = [setTimeout(() => reject(tooSlow()), turnTimes.usualMs)];
  let danger: Reply | undefined;
  const onDanger = (view: DangerNowView) => {
    danger ??= { view: { ...view, kept: false }, replace: true };
    timers.push(setTimeout(resolve, turnTimes.dangerMs, [danger]));
  };
  if (known) onDanger(known);
  const turn = take(onDanger);
  let answered = false;
  turn.catch((error) => answered && log.error("turn-failed", { error }));
  try {
    return await Promise.race([turn, late]);
  } catch (error) {
    if (!danger) throw error;
    log.error("turn-failed", { error });
    return [danger];
  } finally {
    answered = true;
    for (const timer of timers) clearTimeout(timer);
  }
}

function tooSlow(): AppError {
  return new AppError("TURN_TOO_SLOW", "De beurt duurde te lang.", "Kijk of de database of de schijf traag is.");
}
