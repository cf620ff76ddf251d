import type { Content, Flow, Phase, Texts } from "../../src/content/content.ts";
import type { Condition } from "../../src/content/schema/condition.ts";
import { type Question, questionsFileSchema } from "../../src/content/schema/question.ts";
import { type SignalsFile, signalsFileSchema } from "../../src/content/schema/signal.ts";
import { SENTENCES } from "../../src/conversation/views/sentence.ts";
import { realContent } from "./real-content.ts";

/** What people type is understood with the real wording; the small content of a test has none of its own. */
const { danger, ordinary, offTopic, languages, cases, messages, models, personalData } = await realContent();

const SOURCE = { source: { document: "proef" }, status: "concept" };

/** A question for tests: yes/no unless options are given; "weet ik niet" comes with it, as from the loader. */
export function makeQuestion(id: string, more: Record<string, unknown> = {}): Question {
  const options = (more.options as unknown[]) ?? ["ja", "nee"];
  const given = options.map((option) =>
    typeof option === "string" ? { id: option, text: `Optie ${option}` } : option,
  );
  const file = questionsFileSchema.parse({
    phase: "fase",
    title: "Fase",
    questions: [
      {
        id,
        label: `Label ${id}`,
        text: `Vraag ${id}?`,
        why: "Daarom.",
        kind: "single",
        ...SOURCE,
        ...more,
        options: [...given, { id: "weet-ik-niet", text: "Weet ik niet" }],
      },
    ],
  });
  return file.questions[0] as Question;
}

export function makePhase(id: string, questions: Question[], more: { always?: boolean; gate?: Condition } = {}): Phase {
  return {
    id,
    title: `Fase ${id}`,
    always: more.always ?? false,
    ...(more.gate ? { gate: more.gate } : {}),
    questions,
  };
}

export function makeFlow(phases: Phase[], id = "top3", version = "v1"): Flow {
  return { id, title: `Ronde ${id}`, intro: "Een ronde.", version, phases };
}

/** A signal with a level; everything else is filled in. */
export function makeSignals(signals: Record<string, unknown>[], more: Record<string, unknown> = {}): SignalsFile {
  return signalsFileSchema.parse({
    group: "groep",
    title: "Groep",
    order: 1,
    signals: signals.map((signal) => ({
      row: "X1",
      title: `Signaal ${signal.id}`,
      advice: [{ text: "Doe iets." }],
      next: "Doe dan dit.",
      ...SOURCE,
      ...signal,
    })),
    ...more,
  });
}

/** Content with just these flows and signals; every sentence is its own key. */
export function makeContent(flows: Flow[], signalGroups: SignalsFile[] = [], more: Partial<Content> = {}): Content {
  const questions = flows.flatMap((flow) => flow.phases.flatMap((phase) => phase.questions));
  return {
    version: "inhoud-1",
    flows: new Map(flows.map((flow) => [flow.id, flow])),
    questions: new Map(questions.map((question) => [question.id, question])),
    signalGroups,
    regions: new Map(),
    topicOwners: [],
    trendNotes: [],
    links: new Map(),
    sources: new Map([["proef", { id: "proef", title: "Proefbron" }]]),
    texts: makeTexts(),
    commands: new Map([
      ["menu", "menu"],
      ["top 3", "top3"],
      ["terug", "terug"],
      ["verder", "verder"],
      ["uitkomst", "uitkomst"],
      ["sla over", "sla-over"],
      ["antwoorden", "antwoorden"],
      ["stop", "stop"],
      ["samenvatting", "samenvatting"],
      ["regio", "regio"],
      ["hulp", "hulp"],
      ["privacy", "privacy"],
      ["fasen", "fasen"],
    ]),
    polite: { before: ["ik wil"], after: ["graag"] },
    examples: [],
    articles: new Map(),
    danger,
    ordinary,
    offTopic,
    languages,
    cases,
    messages,
    ...(models && { models }),
    personalData,
    neverSay: [],
    cards: new Map(),
    ...more,
  };
}

function makeTexts(): Texts {
  const texts: Record<string, unknown> = {};
  const kinds = ["naam", "bsn", "adres", "geboortedatum"].map((kind) => `personal-data.kinds.${kind}`);
  for (const key of [...SENTENCES, ...kinds, "topics.meldcode"]) {
    const names = key.split(".");
    const last = names.pop() as string;
    let level = texts;
    for (const name of names) {
      level[name] ??= {};
      level = level[name] as Record<string, unknown>;
    }
    level[last] = key;
  }
  return texts as Texts;
}
