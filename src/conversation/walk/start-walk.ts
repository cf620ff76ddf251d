import type { Flow } from "../../content/content.ts";
import type { Walk } from "../state.ts";
import type { Session } from "../turn/session.ts";
import { menuView } from "../views/menu-view.ts";
import type { View } from "../views/view.ts";
import { closeWalk } from "./close-walk.ts";
import type { OpenWalk } from "./open-walk.ts";
import { takeBack } from "./take-back.ts";
import { walkView } from "./walk-view.ts";

export interface Start {
  flow: string;
  phase?: string | undefined;
  /** Begin again although a walk is open. */
  again?: boolean | undefined;
}

/**
 * Starts a walk and returns its first card. While another walk has answers and no result yet,
 * nothing is lost: the worker is asked first, and questions of the open walk itself are asked again within it.
 */
export function startWalk(session: Session, start: Start): View {
  const flow = session.content.flows.get(start.flow);
  if (!flow) return menuView(session, "menu", session.notice("notice.unknown-button"));
  const phase = flow.phases.find(({ id }) => id === start.phase);
  const open = session.open;
  const answered = Object.keys(open?.walk.answers ?? {}).length;
  if (open && answered > 0 && !start.again && isPartOf(flow, open)) return askAgain(session, open, flow);
  if (open?.position.current && answered > 0 && !start.again) {
    return {
      card: "open-walk",
      openTitle: open.flow.title,
      answered,
      flow: flow.id,
      phase: phase?.id ?? "",
      newTitle: phase?.title ?? flow.title,
    };
  }
  if (!isFresh(session.state.walk, flow.id, phase?.id)) {
    closeWalk(session);
    session.count("walk-started", flow.id);
    session.keepWalk(newWalk(session.newId, flow.id, flow.version, phase?.id));
  }
  return walkView(session, [session.notice(), flow.intro].filter(Boolean).join(" "));
}

/** Whether `flow` asks only about danger, which the open walk, not yet done, asks as well. */
function isPartOf(flow: Flow, { flow: wider, position }: OpenWalk): boolean {
  if (!position.current || wider.id === flow.id) return false;
  return flow.phases.every(({ id, always }) => always && wider.phases.some((phase) => phase.id === id));
}

/** Asks the questions of `flow` again within the open walk; its other answers stay. */
function askAgain(session: Session, { walk, flow: wider, position }: OpenWalk, flow: Flow): View {
  const phases = flow.phases.map(({ id }) => id);
  const isBusy = phases.includes(position.current?.phase.id ?? "");
  const questions = wider.phases.filter(({ id }) => phases.includes(id)).flatMap((phase) => phase.questions);
  if (!isBusy) session.keepWalk(questions.reduce((taken, { id }) => takeBack(taken, id), walk));
  return walkView(session, session.notice("notice.same-questions"));
}

/** A walk just started: a second delivery of the same click does not start another one. */
function isFresh(walk: Walk | undefined, flow: string, from: string | undefined): boolean {
  if (!walk || walk.flow !== flow || walk.from !== from) return false;
  return Object.keys(walk.answers).length === 0 && Object.keys(walk.earlier).length === 0;
}

/** A walk without answers. @param from the phase that it starts at, when that is not the first */
export function newWalk(id: string, flow: string, version: string, from: string | undefined): Walk {
  return { id, flow, version, ...(from ? { from } : {}), answers: {}, earlier: {}, reactions: {}, counted: [] };
}
