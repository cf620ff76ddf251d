import type { Content, Models } from "../../content/content.ts";
import { trainModels } from "../../conversation/turn/train-models.ts";
import { understandingOf } from "../../conversation/turn/understanding.ts";
import type { BenchTarget } from "./targets.ts";

/** What it costs to learn from content, to keep what was learned, and to understand one message. */
export interface UnderstandingCost {
  trainCpuMs: number;
  modelMb: number;
  cpuMsPerText: number;
}

const MOST: UnderstandingCost = { trainCpuMs: 8000, modelMb: 15, cpuMsPerText: 0.2 };
/** Texts that are read before the clock runs, until the code is compiled. */
const WARM_UP = 300;

/** Learns from the content, and then reads the first example question of each article with all readers that learn. */
export function measureUnderstanding(content: Content): UnderstandingCost {
  const start = cpuMs();
  const models = trainModels(content);
  const trainCpuMs = cpuMs() - start;
  const { danger, isCase, search } = understandingOf({ ...content, models });
  const texts = [...content.articles.values()].map(({ questions }) => `en ${questions[0]} dan`);
  const read = (text: string) => [danger(text), isCase(text), search(text)];
  for (let turn = 0; turn < WARM_UP; turn += 1) read(`${texts[turn % texts.length]} ${turn}`);
  const before = cpuMs();
  texts.forEach(read);
  return { trainCpuMs, modelMb: sizeOf(models), cpuMsPerText: (cpuMs() - before) / texts.length };
}

/** The targets of the project. */
export function understandingTargets(cost: UnderstandingCost): BenchTarget[] {
  const names: Record<keyof UnderstandingCost, string> = {
    trainCpuMs: "CPU ms to learn all models",
    modelMb: "MB of all models",
    cpuMsPerText: "CPU ms to understand a text",
  };
  return (Object.keys(names) as (keyof UnderstandingCost)[]).map((key) => {
    return { name: names[key], value: cost[key], target: `<= ${MOST[key]}`, met: cost[key] <= MOST[key] };
  });
}

function sizeOf(models: Models): number {
  const bytes = Object.values(models).flatMap(({ table, from, which, weights, usual, bias }) => {
    return [table.starts, table.rests, from, which, weights, usual, bias];
  });
  return bytes.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
