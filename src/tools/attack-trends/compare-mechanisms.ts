import { createHash } from "node:crypto";
import { createNoise } from "../../trends/noise.ts";
import { shownNumber } from "../../trends/publish-period.ts";

/** Ways to publish a number: what is shown of `n`, null when it is hidden. */
type Mechanism = (n: number, lot: string) => number | null;

const LEAST = 10;
const LOTS = 20_000;

/** The ways that were weighed in ADR 20. */
const MECHANISMS: Readonly<Record<string, Mechanism>> = {
  "gewoon afgerond op 5": (n) => (n < LEAST ? null : Math.round(n / 5) * 5),
  "geloot tussen veelvouden van 5": (n, lot) => shown(drawn(n, 5, lot)),
  "geloot tussen veelvouden van 10": (n, lot) => shown(drawn(n, 10, lot)),
  "hoogstens 1 per gesprek per week, afgerond op 5": (n) => (n < LEAST ? null : Math.round(n / 5) * 5),
  "ruis van munten, afgerond op 5": (n, lot) => shownNumber(n + createNoise(lot)("box"), LEAST) ?? null,
};

/** With three walks a month for each worker, spread by chance: the part of the walks that is not counted. */
const WALKS_PER_WEEK = 0.7;

/**
 * How much an insider learns who did `own` uses, while colleagues did none, one, two or three: how often what is shown
 * rules out that they did none, or that they did any; and how far a shown number is from the true one.
 */
export function compareMechanisms(): string {
  const rows = Object.entries(MECHANISMS).map(([name, mechanism]) => {
    const isCapped = name.startsWith("hoogstens");
    const sure = [9, 19].map((own) => percent(certainty(mechanism, isCapped ? Math.min(own, 4) : own)));
    const lost = isCapped ? percent(1 - (1 - Math.exp(-WALKS_PER_WEEK)) / WALKS_PER_WEEK) : "0%";
    return `| ${name} | ${sure.join(" | ")} | ${[13, 52].map((n) => error(mechanism, n).toFixed(1)).join(" | ")} | ${lost} |`;
  });
  return [
    "| manier | zeker na 9 eigen rondes | zeker na 19 | fout bij 13 | fout bij 52 | niet geteld |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

/** The chance that what is shown could not have been shown with the opposite: colleagues with no use, or with some. */
function certainty(mechanism: Mechanism, own: number): number {
  const seen = [0, 1, 2, 3].map((others) => outcomes(mechanism, own + others));
  const some = seen.slice(1);
  const chances = seen.map((mine, others) => {
    const against = others === 0 ? some : seen.slice(0, 1);
    const isSure = (what: string) => against.every((outcome) => !outcome.has(what));
    return [...mine].reduce((sum, [what, n]) => (isSure(what) ? sum + n / LOTS : sum), 0);
  });
  return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
}

function outcomes(mechanism: Mechanism, n: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let lot = 0; lot < LOTS; lot += 1) {
    const what = String(mechanism(n, `${n} ${lot}`));
    found.set(what, (found.get(what) ?? 0) + 1);
  }
  return found;
}

function error(mechanism: Mechanism, n: number): number {
  let [sum, count] = [0, 0];
  for (let lot = 0; lot < LOTS; lot += 1) {
    const what = mechanism(n, `${n} ${lot}`);
    if (what === null) continue;
    sum += (what - n) ** 2;
    count += 1;
  }
  return Math.sqrt(sum / count);
}

function drawn(n: number, base: number, lot: string): number {
  const below = Math.floor(n / base) * base;
  const coin = createHash("sha256").update(lot).digest().readUInt32BE() / 2 ** 32;
  return coin < (n - below) / base ? below + base : below;
}

function shown(n: number): number | null {
  return n < LEAST ? null : n;
}

function percent(part: number): string {
  return `${Math.round(100 * part)}%`;
}

/** Chances that heads come again: how far noise reaches. */
const FACTORS = [0.25, 0.4, 0.5, 0.6, 0.75];
const FARTHEST = 200;

/**
 * What each factor of the noise costs and hides, worked out exactly: how much more likely one use can make a number, how
 * far a shown one is from the true one, and how often a true 3 is shown and a true 15 hidden.
 */
export function compareFactors(): string {
  const rows = FACTORS.map((factor) => {
    const chances = Array.from({ length: 2 * FARTHEST + 1 }, (_, at) => at - FARTHEST).map(
      (noise) => [noise, ((1 - factor) / (1 + factor)) * factor ** Math.abs(noise)] as const,
    );
    const seen = (n: number) => chances.filter(([noise]) => n + noise >= LEAST);
    const chanceOf = (n: number) => seen(n).reduce((sum, [, chance]) => sum + chance, 0);
    const errorOf = (n: number) => {
      const squares = seen(n).reduce(
        (sum, [noise, chance]) => sum + chance * ((shownNumber(n + noise, LEAST) ?? 0) - n) ** 2,
        0,
      );
      return Math.sqrt(squares / chanceOf(n)).toFixed(1);
    };
    const most = (1 / factor).toFixed(1);
    return `| ${factor} | ${most} | ${errorOf(13)} | ${errorOf(52)} | ${tenths(chanceOf(3))} | ${tenths(1 - chanceOf(15))} |`;
  });
  return [
    "| factor | hooguit zo veel keer zo waarschijnlijk | fout bij 13 | fout bij 52 | een 3 te zien | een 15 verborgen |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function tenths(part: number): string {
  return `${(100 * part).toFixed(1)}%`;
}
