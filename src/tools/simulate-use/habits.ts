import type { Content } from "../../content/content.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import type { Question } from "../../content/schema/question.ts";
import { between, type Random } from "./random.ts";

/** How invented workers answer: chances, drawn once, that hold for all of them. */
export interface Habits {
  questions: ReadonlyMap<string, QuestionHabit>;
  /** Chances per question that is asked. */
  stops: number;
  leaves: number;
  goesBack: number;
  /** Chances per result. */
  reacts: number;
  changesMind: number;
  saysUseful: number;
  finishes: number;
  /** Weights of the walks, in the order of the content. */
  flows: readonly number[];
  /** Questions that are typed, for each walk. */
  typed: number;
  /** Chance that who gets an answer tells whether it helped, or what the question was about. */
  tells: number;
  topics: readonly { article: string; weight: number }[];
}

export interface QuestionHabit {
  unknown: number;
  /** One for each option but "weet ik niet". */
  weights: readonly number[];
}

/**
 * Chances of answers that are rare in practice: an emergency is, and MDA++ fits 1 to 4 percent of the walks (domain
 * notes, section 6). Other answers are drawn.
 */
const RARE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "direct-gevaar": { ja: 0.02 },
  "komende-dagen": { ja: 0.03 },
  "zelf-verteld": { ja: 0.03 },
  eer: { ja: 0.01 },
  structureel: { ja: 0.03 },
  "regulier-onvoldoende": { ja: 0.3 },
  "organisaties-vast": { ja: 0.008 },
  "soort-onveiligheid": { seksueel: 0.02, stalking: 0.03, eer: 0.01 },
  "slachtoffer-bang": { ja: 0.06, "durft-niet-te-praten": 0.03 },
  "hoe-erg": { "zwaar-gewond": 0.02 },
  "wordt-het-erger": { erger: 0.1 },
};
/** An option that stands alone, such as "niets hiervan", is what most people choose. */
const ALONE = 0.85;
/** Nobody starts a case without knowing these. */
const KNOWN_WELL = ["direct-gevaar", "komende-dagen", "zelf-verteld", "wat-gebeurd", "eer"];

export function drawHabits(content: Content, random: Random): Habits {
  const questions = [...content.questions.values()].map((question) => [question.id, drawQuestion(question, random)]);
  return {
    questions: new Map(questions as [string, QuestionHabit][]),
    stops: 0.004,
    leaves: 0.012,
    goesBack: 0.015,
    reacts: 0.45,
    changesMind: 0.1,
    saysUseful: 0.35,
    finishes: 0.6,
    flows: [...content.flows.values()].map(() => between(random, 1, 4)),
    typed: 0.6,
    tells: 0.2,
    topics: [...content.articles.keys()].map((article) => ({ article, weight: 1 / between(random, 1, 30) })),
  };
}

function drawQuestion({ id, options }: Question, random: Random): QuestionHabit {
  const unknown = KNOWN_WELL.includes(id) ? between(random, 0.003, 0.02) : between(random, 0.02, 0.25);
  const known = options.filter((option) => option.id !== UNKNOWN_OPTION);
  const chances = known.map((option) => RARE[id]?.[option.id] ?? (option.alone ? ALONE : undefined));
  const left = 1 - chances.reduce((sum: number, chance = 0) => sum + chance, 0);
  const drawn = chances.map((chance) => (chance === undefined ? between(random, 1, 4) : 0));
  const total = drawn.reduce((sum, weight) => sum + weight, 0);
  return { unknown, weights: chances.map((chance, index) => chance ?? (left * (drawn[index] ?? 0)) / total) };
}
