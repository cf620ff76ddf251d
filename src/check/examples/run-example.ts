import type { Content } from "../../content/content.ts";
import type { ExampleMend } from "../../content/mistake.ts";
import type { Example, ExampleStep } from "../../content/schema/example.ts";
import { type ConversationState, EMPTY_STATE, STATE_TTL_HOURS } from "../../conversation/state.ts";
import { converse } from "../../conversation/turn/converse.ts";
import type { Action, Event } from "../../conversation/turn/event.ts";
import type { Reply } from "../../conversation/turn/turn.ts";
import type { QuestionView, WalkRef } from "../../conversation/views/walk-cards.ts";
import { checkExpectation } from "./check-expectation.ts";
import { lastView, type Scene } from "./scene.ts";

/** An example is the same on every day. */
const EXAMPLE_DAY = new Date("2026-01-05T12:00:00Z");

/** A step that did not go as the example says. `step` counts from 0. */
export interface ExampleFailure {
  step: number;
  what: string;
  /** Of the first failure, when it is about which question is open: what comes after it follows from it. */
  mend?: ExampleMend | undefined;
}

/** One step as it was played. */
export interface PlayedStep {
  step: ExampleStep;
  /** What went otherwise than the example says; nothing when all is well. */
  failures: string[];
  /** The question that was open before it. */
  asked: string | undefined;
  /** What the bot said to it; nothing when it was a look at what came before. */
  replies: readonly Reply[];
  /** What is kept after it. */
  state: ConversationState | undefined;
}

/** Plays an example conversation; returns what went otherwise than it says, nothing when all is well. */
export function runExample(example: Example, content: Content): ExampleFailure[] {
  const played = playExample(example, content);
  const first = played.findIndex(({ failures }) => failures.length > 0);
  return played.flatMap(({ failures, asked }, step) => {
    const mend = step === first ? mendOf(example, step, asked) : undefined;
    return failures.map((what, index) => ({ step, what, mend: index === 0 ? mend : undefined }));
  });
}

/** What makes this step possible: another question is open there than it is about. */
function mendOf({ steps }: Example, step: number, asked: string | undefined): ExampleMend | undefined {
  const at = steps[step];
  if (!at || (asked !== undefined && asked === expectedQuestion(at, asked))) return undefined;
  const later = steps.slice(step + 1).some((one) => "answer" in one && asked !== undefined && asked in one.answer);
  if (asked !== undefined && !later) return { how: "answer", question: asked, step };
  const [question] = "answer" in at ? Object.keys(at.answer) : [];
  return question === undefined ? undefined : { how: "drop", question, step };
}

/** Plays an example conversation, step by step. */
export function playExample(example: Example, content: Content): PlayedStep[] {
  const scene: Scene = {
    state: example.region ? { ...EMPTY_STATE, region: example.region } : undefined,
    replies: [],
    lastEvent: undefined,
    hoursIdle: 0,
    walksStarted: 0,
  };
  return example.steps.map((step) => {
    const asked = openQuestion(scene)?.question;
    const { replies } = scene;
    const failures = play(step, scene, content);
    return { step, failures, asked, replies: scene.replies === replies ? [] : scene.replies, state: scene.state };
  });
}

/** The question that must be open for this step; `asked` when it may be any. */
function expectedQuestion(step: ExampleStep, asked: string): string | undefined {
  if ("answer" in step) return Object.keys(step.answer)[0];
  if (!("expect" in step)) return asked;
  const { question, card } = step.expect;
  return question ?? (card === undefined || card === "question" ? asked : undefined);
}

function play(step: ExampleStep, scene: Scene, content: Content): string[] {
  if ("expect" in step) return checkExpectation(step.expect, scene, content);
  if ("wait-hours" in step) {
    scene.hoursIdle += step["wait-hours"];
    return [];
  }
  const event = eventOf(step, scene);
  if (typeof event === "string") return [event];
  scene.lastEvent = event;
  take(event, scene, content);
  return [];
}

/** One turn, with the state kept as a store keeps it: as text, and for 12 hours. */
function take(event: Event, scene: Scene, content: Content): void {
  const kept = scene.hoursIdle < STATE_TTL_HOURS ? scene.state : undefined;
  const newId = `ronde-${scene.walksStarted + 1}`;
  const { state, replies } = converse({
    state: kept,
    event,
    content,
    newId,
    now: EXAMPLE_DAY,
    maySeeTrends: false,
  });
  if (state.walk?.id === newId) scene.walksStarted += 1;
  scene.state = JSON.parse(JSON.stringify(state));
  scene.replies = replies.flatMap((reply) => ("trends" in reply ? [] : [reply]));
  scene.hoursIdle = 0;
}

/** The event of a step, or what is wrong when the step is not possible here. */
function eventOf(
  step: Exclude<ExampleStep, { expect: unknown } | { "wait-hours": number }>,
  scene: Scene,
): Event | string {
  if ("install" in step) return { type: "installed" };
  if ("type" in step) return { type: "message", text: step.type };
  if ("click-again" in step) return scene.lastEvent ?? "er is nog niet geklikt";
  const action = actionOf(step, scene);
  return typeof action === "string" ? action : { type: "action", action };
}

type ActionStep = Exclude<
  ExampleStep,
  { expect: unknown } | { "wait-hours": number } | { install: true } | { type: string } | { "click-again": true }
>;

function actionOf(step: ActionStep, scene: Scene): Action | string {
  if ("start" in step) return { verb: "start", flow: step.start, phase: step.phase };
  if ("region" in step) return { verb: "region", region: step.region };
  const ref = walkRef(scene);
  if (!ref) return "er is geen open ronde";
  if ("choose" in step) return answerOpen(step.choose, scene);
  if ("answer" in step) return answerNamed(step.answer, scene);
  if ("old-card" in step) return answer(ref, step["old-card"].question, step["old-card"].choose);
  if ("back" in step) return { verb: "back", ...ref, question: openQuestion(scene)?.question ?? "" };
  if ("skip-phase" in step) return { verb: "skip-phase", ...ref, question: openQuestion(scene)?.question ?? "" };
  if ("stop" in step) return { verb: "stop", walk: ref.walk, sure: step.stop === "sure" };
  if ("refresh" in step) return { verb: "refresh", ...ref };
  if ("continue" in step) return { verb: "continue", ...ref };
  if ("pause" in step) return { verb: "pause", ...ref };
  if ("outcome" in step) return { verb: "outcome", ...ref, page: 1 };
  if ("useful" in step) return { verb: "useful", ...ref, useful: step.useful };
  if ("summary" in step) return { verb: "summary", ...ref };
  if ("finish" in step) return { verb: "finish", ...ref, sure: step.finish === "sure" };
  if ("open" in step) return { verb: "suggestion", ...ref, signal: step.open };
  if ("find-out" in step) return { verb: "find-out", ...ref };
  if ("answers" in step) return { verb: "answers", ...ref, page: 1 };
  if ("change" in step) return { verb: "change", ...ref, question: step.change };
  const [signal, reaction] = Object.entries(step.react)[0] ?? [];
  return signal && reaction ? { verb: "react", ...ref, signal, reaction } : "react noemt geen signaal";
}

function answerOpen(choose: string[], scene: Scene): Action | string {
  const open = openQuestion(scene);
  return open
    ? answer(open, open.question, choose)
    : `er staat geen vraag open, maar een kaart "${lastView(scene)?.card}"`;
}

function answerNamed(named: Record<string, string[]>, scene: Scene): Action | string {
  const [question, choose] = Object.entries(named)[0] ?? [];
  const open = openQuestion(scene);
  if (!question || !choose) return "answer noemt geen vraag";
  if (!open) return `er staat geen vraag open, maar een kaart "${lastView(scene)?.card}"`;
  return open.question === question
    ? answer(open, question, choose)
    : `de open vraag is "${open.question}", niet "${question}"`;
}

function answer({ walk, version }: WalkRef, question: string, choose: string[]): Action {
  return { verb: "answer", walk, version, question, chosen: choose.join(",") };
}

/** The walk of the cards on screen; after a restart or expiry those still carry the old one. */
function walkRef(scene: Scene): WalkRef | undefined {
  const view = lastView(scene);
  if (view && "walk" in view) return { walk: view.walk, version: view.version };
  const walk = scene.state?.walk;
  return walk && { walk: walk.id, version: walk.version };
}

function openQuestion(scene: Scene): QuestionView | undefined {
  const view = lastView(scene);
  return view?.card === "question" ? view : undefined;
}
