import type { Content, Flow } from "../../content/content.ts";
import type { Question } from "../../content/schema/question.ts";
import type { Level, Signal } from "../../content/schema/signal.ts";
import { between, type Random } from "./random.ts";

/** How invented workers use the assistant: chances, drawn once, that hold for all regions and weeks. */
export interface Habits {
  flows: { flow: Flow; weight: number; phases: { id: string; stops: number; questions: QuestionHabit[] }[] }[];
  signals: { signal: Signal; shown: number; reacts: number; reactions: number[] }[];
  articles: { id: string; link: string | undefined; weight: number }[];
}

export interface QuestionHabit {
  id: string;
  asked: number;
  unknown: number;
  back: number;
}

/** Invented, but with the proportions that make sense: an emergency is rare, MDA++ fits 1 to 4 percent of the walks. */
const SHOWN: Record<Level, [low: number, high: number]> = {
  nu: [0.005, 0.03],
  vandaag: [0.02, 0.1],
  bespreek: [0.03, 0.15],
  info: [0.1, 0.4],
};
const MDA_SHOWN: [low: number, high: number] = [0.01, 0.04];

export function drawHabits(content: Content, random: Random): Habits {
  const signals = content.signalGroups.flatMap(({ group, signals }) => signals.map((signal) => ({ group, signal })));
  return {
    flows: [...content.flows.values()].map((flow) => drawFlow(flow, random)),
    signals: signals.map(({ group, signal }) => ({
      signal,
      shown: between(random, ...(group === "mda" ? MDA_SHOWN : SHOWN[signal.level])),
      reacts: signal.level === "info" ? 0 : between(random, 0.3, 0.7),
      reactions: [between(random, 4, 8), between(random, 0.5, 2), between(random, 1, 3)],
    })),
    articles: [...content.articles.values()].map(({ id, link }) => ({ id, link, weight: 1 / between(random, 1, 30) })),
  };
}

function drawFlow(flow: Flow, random: Random): Habits["flows"][number] {
  const phases = flow.phases.map(({ id, questions }) => ({
    id,
    stops: between(random, 0.01, 0.1),
    questions: questions.map((question) => drawQuestion(question, random)),
  }));
  return { flow, weight: between(random, 1, 4), phases };
}

function drawQuestion({ id, when }: Question, random: Random): QuestionHabit {
  return {
    id,
    asked: when === undefined ? 1 : between(random, 0.2, 0.7),
    unknown: between(random, 0.02, 0.3),
    back: between(random, 0, 0.04),
  };
}
