import loadHighs from "highs";
import { MOST_NOISE } from "../../trends/noise.ts";
import { monthsOf, spanOf } from "../../trends/periods.ts";
import { areaOf, PUBLISHED_LEVELS, type Publication } from "../../trends/publication.ts";
import { type Cell, shownNumber } from "../../trends/publish-period.ts";
import type { Relation } from "./known-relations.ts";

/** What a reader knows besides what is published. */
export interface ReaderKnowledge {
  /** Every cell that holds something, and what of it was the reader's own doing. All other cells are known to be empty. */
  cells: readonly KnownCell[];
  relations: readonly Relation[];
  least: number;
  /** Counts on noise never being farther from zero than this; what the rules say when absent. */
  mostNoise?: number;
}

export type KnownCell = Omit<Cell, "n"> & { own?: number };

/** What a cell can be, the reader's own doing left out; undefined when nothing can be as the reader believes. */
export type Interval = { low: number; high: number } | undefined;

// The package says that it is CommonJS in its types, and is not where it is imported.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();
const { optimal, unbounded } = highs.constants.modelStatus;
const { minimize, maximize } = highs.constants.objectiveSense;
const { continuous, integer } = highs.constants.variableType;

/**
 * Works out between which numbers each of these cells must lie, given all that is published and known: as an integer
 * program, once for the lowest and once for the highest number.
 */
export function attack(
  publications: readonly Publication[],
  { cells, relations, least, mostNoise = MOST_NOISE }: ReaderKnowledge,
  asked: readonly KnownCell[],
): Interval[] {
  const names = new Map(cells.map((cell, index) => [keyOf(cell), `x${index}`]));
  const constraints = [
    ...boxConstraints(publications, cells, names, { least, mostNoise }),
    ...relationConstraints(relations, cells, names),
  ];
  const bounds = cells.map((cell) => `${names.get(keyOf(cell))} >= ${cell.own ?? 0}`);
  const data = `Minimize\n obj: 0 x0\nSubject To\n${constraints.join("\n")}\nBounds\n${bounds.join("\n")}\nEnd`;
  return highs.withModel({ format: "lp", data }, (model) => {
    model.options.set("output_flag", false);
    return asked.map((cell) => {
      const column = model.getColByName(names.get(keyOf(cell)) ?? "");
      model.changeColCost(column, 1);
      const [low, high] = [solve(model, minimize), solve(model, maximize)];
      model.changeColCost(column, 0);
      const own = cell.own ?? 0;
      return low === undefined || high === undefined ? undefined : { low: low - own, high: high - own };
    });
  });
}

type Model = ReturnType<typeof highs.createModel>;

/** The optimum in whole numbers: found without that demand when the corner it lies in is whole, as it mostly is. */
function solve(model: Model, sense: typeof minimize | typeof maximize): number | undefined {
  model.changeObjectiveSense(sense);
  const found = optimum(model);
  if (found === undefined || model.getSolution().colValue.every(isWhole)) return found;
  const columns = { kind: "range", from: 0, to: model.getDimensions().numCols - 1 } as const;
  const types = (type: typeof continuous | typeof integer) => new Int32Array(columns.to + 1).fill(type);
  model.changeColsIntegrality(columns, types(integer));
  const whole = optimum(model);
  model.changeColsIntegrality(columns, types(continuous));
  return whole;
}

function optimum(model: Model): number | undefined {
  const { modelStatus } = model.run();
  if (modelStatus === unbounded) return Number.POSITIVE_INFINITY;
  return modelStatus === optimal ? Math.round(Number(model.info.get("objective_function_value"))) : undefined;
}

function isWhole(n: number): boolean {
  return Math.abs(n - Math.round(n)) < 1e-6;
}

interface Rules {
  least: number;
  mostNoise: number;
}

/** For each box that was looked at, in the order of looking: what its number, or its absence, says of the cells in it. */
function boxConstraints(
  publications: readonly Publication[],
  cells: readonly KnownCell[],
  names: ReadonlyMap<string, string>,
  { least, mostNoise }: Rules,
): string[] {
  const constraints: string[] = [];
  const byCount = Map.groupBy(cells, ({ metric, value }) => `${metric} ${value}`);
  for (const same of byCount.values()) {
    const published = new Set<KnownCell>();
    for (const { period, groups, counts } of publications) {
      const months = new Set(monthsOf(period));
      for (const { span, reach } of PUBLISHED_LEVELS) {
        if (span !== spanOf(period)) continue;
        const left = same.filter((cell) => months.has(cell.month) && !published.has(cell));
        for (const [area, inBox] of Map.groupBy(left, ({ region }) => areaOf(region, reach, groups))) {
          const [{ metric, value }] = inBox as [KnownCell];
          const n = counts[metric]?.[value]?.[area];
          const sum = inBox.map((cell) => names.get(keyOf(cell))).join(" + ");
          if (n === undefined) constraints.push(`${sum} <= ${least - 1 + mostNoise}`);
          else {
            const { low, high } = noisyNumbers(n, least);
            constraints.push(`${sum} >= ${Math.max(1, low - mostNoise)}`, `${sum} <= ${high + mostNoise}`);
            for (const cell of inBox) published.add(cell);
          }
        }
      }
    }
  }
  return constraints;
}

/** Rounding never goes farther than this. */
const FARTHEST_ROUNDED = 5;

/** The lowest and highest number with noise of which this is shown. */
function noisyNumbers(shown: number, least: number): { low: number; high: number } {
  const near = Array.from({ length: 2 * FARTHEST_ROUNDED + 1 }, (_, index) => shown - FARTHEST_ROUNDED + index);
  const noisy = near.filter((number) => shownNumber(number, least) === shown);
  return { low: noisy[0] ?? shown, high: noisy.at(-1) ?? shown };
}

function relationConstraints(
  relations: readonly Relation[],
  cells: readonly KnownCell[],
  names: ReadonlyMap<string, string>,
): string[] {
  const places = Map.groupBy(cells, ({ month, region }) => `${month} ${region}`);
  return [...places.values()].flatMap((inPlace) => {
    const [{ month, region }] = inPlace as [KnownCell];
    return relations.flatMap(({ less, more, isEqual }) => {
      const variables = (counts: Relation["less"]) =>
        counts.flatMap(({ metric, value }) => names.get(keyOf({ month, region, metric, value })) ?? []);
      const [low, high] = [variables(less), variables(more)];
      if (low.length === 0) return [];
      const sides = `${low.join(" + ")}${high.map((name) => ` - ${name}`).join("")}`;
      return [`${sides} ${isEqual ? "=" : "<="} 0`];
    });
  });
}

function keyOf({ month, region, metric, value }: Omit<KnownCell, "own">): string {
  return `${month} ${region} ${metric} ${value}`;
}
