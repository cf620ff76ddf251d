import type { Draft, Placed } from "../draft.ts";
import { part } from "../draft.ts";
import type { Question } from "../schema/question.ts";
import type { Invariant, Signal } from "../schema/signal.ts";
import type { Target } from "./unknown-reference.ts";

/** Everything that content can refer to, with its place. */
export interface Targets {
  questions: Placed<Question>[];
  questionById: ReadonlyMap<string, Placed<Question>>;
  signals: Placed<Signal>[];
  invariants: Placed<Invariant>[];
  question: Target;
  phase: Target;
  flow: Target;
  signal: Target;
  region: Target;
  link: Target;
  source: Target;
  card: Target;
}

/** Collects what stands inside the files of a draft. */
export function collectTargets(draft: Draft): Targets {
  const questions = draft.questions.flatMap((file) =>
    file.value.questions.map((question, index) => part(file, ["questions", index], question)),
  );
  const signals = draft.signals.flatMap((file) =>
    file.value.signals.map((signal, index) => part(file, ["signals", index], signal)),
  );
  const invariants = draft.signals.flatMap((file) =>
    file.value.invariants.map((invariant, index) => part(file, ["invariants", index], invariant)),
  );
  return {
    questions,
    questionById: new Map(questions.map((question) => [question.value.id, question])),
    signals,
    invariants,
    question: target(
      "unknown-question",
      "vraag",
      questions.map(({ value }) => value.id),
    ),
    phase: target(
      "unknown-phase",
      "fase",
      draft.questions.map(({ value }) => value.phase),
    ),
    flow: target(
      "unknown-flow",
      "vragenlijst",
      draft.flows.map(({ value }) => value.id),
    ),
    signal: target(
      "unknown-signal",
      "signaal",
      signals.map(({ value }) => value.id),
    ),
    region: target(
      "unknown-region",
      "regio",
      draft.regions.map(({ value }) => value.id),
    ),
    link: target(
      "unknown-link",
      "link",
      draft.links.flatMap(({ value }) => value.links.map(({ id }) => id)),
    ),
    source: target(
      "unknown-source",
      "bron",
      draft.sources.flatMap(({ value }) => value.sources.map(({ id }) => id)),
    ),
    card: target(
      "unknown-card",
      "kaart",
      draft.cards.map(({ name }) => name),
    ),
  };
}

function target(rule: string, thing: string, ids: string[]): Target {
  return { rule, thing, ids: new Set(ids) };
}
