import type { Flow } from "../../content/content.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import { replay } from "../../flow/replay.ts";
import type { Line } from "../../flow/script.ts";
import type { Walk } from "../state.ts";
import type { Session } from "../turn/session.ts";
import type { View } from "../views/view.ts";
import { answerWalk } from "./give-answer.ts";
import type { OpenWalk } from "./open-walk.ts";
import { interruption, walkView } from "./walk-view.ts";

/**
 * Answers what the phase of the open question still asks with "weet ik niet". That never counts as "nee", so what is
 * proved of all answers holds for a skipped phase too. Nobody said not to know, so it is not counted as such.
 */
export function skipPhase(session: Session, open: OpenWalk): View {
  const line = open.position.current;
  if (!line || line.phase.always) return walkView(session, session.notice("notice.skip"));
  session.keepWalk(withoutRest(open.flow, open.walk, line));
  const interrupting = interruption(session, line.question.id, open.position.known);
  return interrupting ?? walkView(session, session.notice("notice.phase-skipped"));
}

function withoutRest(flow: Flow, walk: Walk, { phase, question }: Line): Walk {
  const skipped = answerWalk(walk, question.id, [UNKNOWN_OPTION]);
  const next = replay(flow, skipped.answers, skipped.from).current;
  return next?.phase.id === phase.id ? withoutRest(flow, skipped, next) : skipped;
}
