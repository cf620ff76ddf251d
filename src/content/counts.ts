import type { Content } from "./content.ts";
import type { Condition } from "./schema/condition.ts";
import type { Invariant } from "./schema/signal.ts";

/** How much there is of everything, by a Dutch name. */
export type Counts = Readonly<Record<string, number>>;

type Counted = Omit<Content, "keptCounts">;

/**
 * How much `content` holds. A file that was cut off, and a rule or list that was shortened, shows here even when what
 * is left has no mistake.
 */
export function countsOf(content: Counted): Counts {
  const { questions, signalGroups, examples, articles, neverSay, danger, personalData, links, texts } = content;
  const { ordinary, offTopic, languages, cases, messages } = content;
  const invariants = signalGroups.flatMap((group) => group.invariants);
  const all = [...questions.values()];
  return {
    vragen: questions.size,
    antwoorden: sum(all.map(({ options }) => options.length)),
    signalen: sum(signalGroups.map(({ signals }) => signals.length)),
    "altijd-regels": invariants.length,
    bewijzen: sum(invariants.map((invariant) => proofsOf(invariant, content))),
    voorbeelden: examples.length,
    "stappen in voorbeelden": sum(examples.map(({ steps }) => steps.length)),
    artikelen: articles.size,
    "vragen bij artikelen": sum([...articles.values()].map((article) => article.questions.length)),
    "regels die nooit gezegd worden": neverSay.length,
    "zo typen anderen vragen": sum([...articles.values()].map(({ typed }) => leaves(typed))),
    "voorbeeldzinnen met gevaar": sum(danger.map((sign) => leaves(sign["zo klinkt het"]))),
    "voorbeeldzinnen zonder gevaar": leaves([...ordinary, ...offTopic].map(({ lines }) => lines)),
    "berichten over een casus of niet": leaves(cases.map(({ lines }) => lines)),
    "zinnen in andere talen": leaves(languages.map(({ lines }) => lines)),
    "zinnen in hele berichten": leaves(messages.map((file) => file.messages)),
    "woorden voor persoonsgegevens": leaves(personalData),
    links: links.size,
    "vaste zinnen": leaves(texts),
    ...Object.fromEntries([
      ...danger.map((sign) => [
        `dialogs/danger/${sign.sign}.yaml`,
        leaves([sign["zo klinkt het"], sign["zo klinkt het niet"]]),
      ]),
      ...ordinary.map(({ kind, lines }) => [`dialogs/ordinary/${kind}.yaml`, leaves(lines)]),
      ...offTopic.map(({ kind, lines }) => [`dialogs/off-topic/${kind}.yaml`, leaves(lines)]),
    ]),
  };
}

/** What there is less of than before, as `voorbeelden 1 (was 103)`. */
export function fewerThan(before: Counts, now: Counts): string[] {
  return Object.entries(before)
    .filter(([name, count]) => (now[name] ?? 0) < count)
    .map(([name, count]) => `${name} ${now[name] ?? 0} (was ${count})`);
}

/** Each answer that a rule is proven for, on each question, is one proof. */
function proofsOf(invariant: Invariant, { questions }: Counted): number {
  if ("given" in invariant) return sum(atomsIn(invariant.given));
  if ("keeps-shut" in invariant) return invariant["keeps-shut"].phases.length;
  const from = new Set(invariant["never-lower"].from);
  return sum([...questions.values()].map(({ options }) => options.filter(({ id }) => from.has(id)).length));
}

function atomsIn(condition: Condition): number[] {
  if ("question" in condition) return [condition.is.length];
  return Object.values(condition).flatMap((parts: Condition[]) => parts.flatMap(atomsIn));
}

function leaves(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return sum(Object.values(value).map(leaves));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
