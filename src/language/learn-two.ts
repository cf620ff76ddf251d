import type { Model } from "./classifier.ts";
import { type IndexedExample, inBytes, type LabelledFeatures, type Lesson, mix, toLesson } from "./train.ts";

/** Measured; see `docs/adr/0016-typed-text-is-learned-from-examples.md`. */
export interface Training {
  /** Features of fewer examples are left out. */
  atLeast: number;
  /** What it adds that a feature stands more with one label than with the other: naive Bayes. */
  counts: number;
}

const ROUNDS = 5;
const RATE = 1.4;
/** Chances this near to what they should be are not worth correcting for. */
const NEGLIGIBLE = 0.01;
/** How much of each label is taken to be as the whole: so little is concluded from few examples. */
const SMOOTHING = 20;

/**
 * Learns to tell two labels apart from the mistakes that it makes: logistic regression with AdaGrad. The same examples give the
 * same model to the byte. With one label there is nothing to tell apart.
 */
export function learnTwo(examples: readonly LabelledFeatures[], training: Partial<Training> = {}): Model {
  const { atLeast, counts } = { atLeast: 2, counts: 0, ...training };
  const lesson = toLesson(examples, atLeast);
  const { labels, table } = lesson;
  if (labels.length > 2) throw new Error(`Two labels can be told apart, not ${labels.join(", ")}.`);
  const { weights, bias } = learn(lesson);
  if (counts > 0 && labels.length === 2) addCounts(weights, lesson.examples, counts);
  const none = new Float32Array(labels.length);
  return {
    labels,
    table,
    from: new Uint32Array(),
    which: new Uint16Array(),
    ...inBytes(weights),
    usual: none,
    bias: labels.length === 2 ? Float32Array.of(0, bias) : none,
  };
}

function learn({ examples, table }: Lesson): { weights: Float32Array; bias: number } {
  const weights = new Float32Array(table.rests.length);
  const squares = new Float32Array(table.rests.length);
  let bias = 0;
  let biasSquares = 0;
  for (let round = 0; round < ROUNDS; round += 1) for (const example of inOrder(examples, round)) learnFrom(example);
  return { weights, bias };

  function learnFrom({ places, values, label, weight }: IndexedExample): void {
    const error = 1 / (1 + Math.exp(-scoreOf(places, values))) - label;
    if (Math.abs(error) < NEGLIGIBLE) return;
    const slope = error * weight;
    biasSquares += slope * slope;
    bias -= (RATE * slope) / Math.sqrt(biasSquares);
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] as number;
      if (place < 0) continue;
      const own = slope * (values[index] as number);
      const sum = (squares[place] as number) + own * own;
      squares[place] = sum;
      weights[place] = (weights[place] as number) - (RATE * own) / Math.sqrt(sum + 1e-8);
    }
  }

  function scoreOf(places: Int32Array, values: Float32Array): number {
    let score = bias;
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] as number;
      if (place >= 0) score += (values[index] as number) * (weights[place] as number);
    }
    return score;
  }
}

/** Adds to each weight how much more a feature stands with the second label than with the first: the logarithm of its shares. */
function addCounts(weights: Float32Array, examples: readonly IndexedExample[], share: number): void {
  const counts = [new Float32Array(weights.length), new Float32Array(weights.length)] as const;
  const totals: [number, number] = [0, 0];
  for (const { places, values, label, weight } of examples) {
    const own = counts[label as 0 | 1];
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] as number;
      if (place < 0) continue;
      const count = (values[index] as number) * weight;
      own[place] = (own[place] as number) + count;
      totals[label as 0 | 1] += count;
    }
  }
  const all = totals[0] + totals[1];
  for (let place = 0; place < weights.length; place += 1) {
    const [first, second] = [counts[0][place] as number, counts[1][place] as number];
    const usual = ((first + second) / all) * SMOOTHING;
    const ratio = ((second + usual) / (totals[1] + SMOOTHING)) * ((totals[0] + SMOOTHING) / (first + usual));
    weights[place] = (weights[place] as number) + share * Math.log(ratio);
  }
}

/** Another order each round, that depends on what an example is and not on the others: so a new line changes little. */
function inOrder(examples: readonly IndexedExample[], round: number): IndexedExample[] {
  const placed = examples.map((example) => ({ example, at: mix(example.hash, round + 1) }));
  return placed.sort((one, other) => one.at - other.at).map(({ example }) => example);
}
