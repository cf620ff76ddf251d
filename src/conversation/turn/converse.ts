import { countWalk } from "../walk/count-walk.ts";
import { walkView } from "../walk/walk-view.ts";
import { greet, handleMessage } from "./handle-message.ts";
import { Session } from "./session.ts";
import type { Turn, TurnInput } from "./turn.ts";
import { act } from "./verbs.ts";

/**
 * One turn: what happened and what is kept, into what is said and what is kept from now on.
 * Pure and synchronous. For an action the first reply, and only that, replaces the clicked card.
 */
export function converse(input: TurnInput): Turn {
  const session = new Session(input);
  const { event } = input;
  switch (event.type) {
    case "installed":
      greet(session);
      break;
    case "message":
      handleMessage(session, event);
      break;
    case "action":
      session.state = { ...session.state, greeted: true };
      act(session, event.action);
      break;
    case "unknown-action":
      session.say(walkView(session, session.notice("notice.unknown-button")));
  }
  countWalk(session);
  return session.turn;
}
