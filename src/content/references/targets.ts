import type { Draft, Placed } from "../draft.ts";
import { part } from "../draft.ts";
import type { Question } from "../schema/question.ts";
import type { Invariant, Premise, Signal } from "../schema/signal.ts";
import type { ReferenceTarget } from "./unknown-reference.ts";

/** Everything that content can refer to, with its place. */
export interface Targets {
  questions: Placed<Question>[];
  questionById: ReadonlyMap<string, Placed<Question>>;
  signals: Placed<Signal>[];
  invariants: Placed<Invariant>[];
  premises: Placed<Premise>[];
  question: ReferenceTarget;
  phase: ReferenceTarget;
  flow: ReferenceTarget;
  signal: ReferenceTarget;
  premise: ReferenceTarget;
  region: ReferenceTarget;
  link: ReferenceTarget;
  source: ReferenceTarget;
  card: ReferenceTarget;
  article: ReferenceTarget;
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
  const premises = draft.signals.flatMap((file) =>
    file.value.premises.map((premise, index) => part(file, ["premises", index], premise)),
  );
  return {
    questions,
    questionById: new Map(questions.map((question) => [question.value.id, question])),
    signals,
    invariants,
    premises,
    premise: {
      ...target("unknown-premise", "premisse", draft.signals, (file) => file.premises.map(idOf)),
      lost: draft.refused.get("signals"),
    },
    question: {
      ...target("unknown-question", "vraag", draft.questions, (file) => file.questions.map(idOf)),
      lost: draft.refused.get("questions") ?? flowWithLostPhase(draft),
    },
    phase: {
      ...target("unknown-phase", "fase", draft.questions, ({ phase }) => [phase]),
      lost: draft.refused.get("questions"),
    },
    flow: { ...target("unknown-flow", "vragenlijst", draft.flows, ({ id }) => [id]), lost: draft.refused.get("flows") },
    signal: {
      ...target("unknown-signal", "signaal", draft.signals, (file) => file.signals.map(idOf)),
      lost: draft.refused.get("signals"),
    },
    region: {
      ...target("unknown-region", "regio", draft.regions, ({ id }) => [id]),
      lost: draft.refused.get("regions"),
    },
    link: {
      ...target("unknown-link", "link", draft.links, ({ links }) => links.map(idOf)),
      lost: draft.refused.get("links"),
    },
    source: {
      ...target("unknown-source", "bron", draft.sources, (file) => file.sources.map(idOf)),
      lost: draft.refused.get("sources"),
    },
    article: {
      ...target("unknown-article", "artikel", draft.articles, ({ id }) => [id]),
      lost: draft.refused.get("articles"),
    },
    card: {
      rule: "unknown-card",
      thing: "kaart",
      ids: new Set(draft.cards.map(({ name }) => name)),
      known: draft.cards.length > 0,
    },
  };
}

/** A phase that is named and not there takes all its questions with it. */
function flowWithLostPhase({ flows, questions }: Draft): string | undefined {
  const phases = new Set(questions.map(({ value }) => value.phase));
  return flows.find(({ value }) => value.phases.some(({ id }) => !phases.has(id)))?.file.file;
}

function target<T>(rule: string, thing: string, files: Placed<T>[], idsIn: (file: T) => string[]): ReferenceTarget {
  return { rule, thing, ids: new Set(files.flatMap(({ value }) => idsIn(value))), known: files.length > 0 };
}

function idOf({ id }: { id: string }): string {
  return id;
}
