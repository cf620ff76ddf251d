import { comparable } from "../language/normalise.ts";
import { buttonNames } from "./button-names.ts";
import { settle } from "./confirmation.ts";
import type { CardFile, Content, Flow, Phase, Texts } from "./content.ts";
import { hashRawFiles } from "./content-files.ts";
import { deepFreeze } from "./deep-freeze.ts";
import type { Draft, Placed } from "./draft.ts";
import { flowVersion } from "./flow-version.ts";
import type { RawFile } from "./read-files.ts";
import type { Command } from "./schema/command.ts";
import type { FlowFile } from "./schema/flow.ts";
import { UNKNOWN_OPTION } from "./schema/id.ts";
import type { Question } from "./schema/question.ts";

/**
 * Makes frozen content of whatever has the right shape. A phase that does not exist is left out, so
 * the result is complete only when the draft has no mistakes.
 */
export function assemble(draft: Draft, files: readonly RawFile[]): Content {
  const texts: Texts = Object.fromEntries(values(draft.texts).flatMap(Object.entries));
  const phases = makePhases(draft, texts);
  const flows = draft.flows.map(({ value }) => makeFlow(value, phases));
  return deepFreeze({
    version: hashFiles(files),
    flows: byId(flows),
    questions: byId([...phases.values()].flatMap((phase) => phase.questions)),
    signalGroups: values(draft.signals)
      .map((group) => ({ ...group, signals: group.signals.map(settle) }))
      .sort((a, b) => a.order - b.order),
    regions: byId(
      values(draft.regions)
        .map(settle)
        .sort((a, b) => a.order - b.order),
    ),
    links: byId(draft.links.flatMap(({ value }) => value.links)),
    sources: byId(draft.sources.flatMap(({ value }) => value.sources)),
    texts,
    commands: makeCommands(draft, texts),
    polite: draft.commands[0]?.value.polite ?? { before: [], after: [] },
    examples: values(draft.examples),
    articles: byId(values(draft.articles).map(settle)),
    danger: values(draft.danger),
    ordinary: values(draft.ordinary),
    offTopic: values(draft.offTopic),
    languages: values(draft.languages),
    cases: values(draft.cases),
    messages: values(draft.messages),
    personalData: only(draft.personalData),
    neverSay: draft.neverSay.flatMap(({ value }) => value.phrases),
    topicOwners: draft.topicOwners.flatMap(({ value }) => value.owners),
    trendNotes: draft.trendNotes.flatMap(({ value }) => value.notes),
    keptCounts: draft.counts[0]?.value,
    cards: makeCards(draft),
  });
}

type PhaseQuestions = Pick<Phase, "title" | "questions">;

function makePhases(draft: Draft, texts: Texts): Map<string, PhaseQuestions> {
  const unknownText = String(texts[UNKNOWN_OPTION] ?? "");
  const makeQuestion = (question: Question): Question => ({
    ...settle(question),
    options: [...question.options, { id: UNKNOWN_OPTION, text: unknownText, alone: false }],
  });
  return new Map(
    values(draft.questions).map(({ phase, title, questions }) => [
      phase,
      { title, questions: questions.map(makeQuestion) },
    ]),
  );
}

function makeFlow({ id, title, intro, phases }: FlowFile, all: Map<string, PhaseQuestions>): Flow {
  const resolved = phases.flatMap((phase) => {
    const found = all.get(phase.id);
    return found ? [{ ...phase, ...found }] : [];
  });
  return { id, title, intro, version: flowVersion(id, resolved), phases: resolved };
}

/** The names of buttons mean what the button does; a word of the list comes before a name. */
function makeCommands(draft: Draft, texts: Texts): Map<string, Command> {
  const lists = draft.commands.flatMap(({ value }) => Object.entries(value.commands) as [Command, string[]][]);
  const words = lists.flatMap(([command, list]) => list.map((word) => [word, command] as const));
  const names = buttonNames(values(draft.cards), texts);
  return new Map([...names, ...words].map(([word, command]) => [comparable(word), command] as const));
}

function makeCards(draft: Draft): Map<string, CardFile> {
  const samples = new Map(draft.samples.map(({ name, value }) => [name, value]));
  return new Map(draft.cards.map(({ name, value }) => [name, { template: value, sample: samples.get(name) }]));
}

/** The version of content with these files: the beginning of their address. */
export function hashFiles(files: readonly RawFile[]): string {
  return hashRawFiles(files).slice(0, VERSION_LENGTH);
}

/** Hexadecimal digits: short enough to read aloud. */
const VERSION_LENGTH = 12;

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The one file of its kind. Without it there is a mistake, and the content is not used. */
function only<T>(placed: readonly Placed<T>[]): T {
  return placed[0]?.value as T;
}

function values<T>(placed: readonly Placed<T>[]): T[] {
  return placed.map(({ value }) => value);
}
