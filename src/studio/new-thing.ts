import type { FileChanges } from "../content/content-files.ts";
import { TOPICS } from "../content/schema/article.ts";
import { AppError } from "../errors.ts";
import { type Data, emitBlock } from "./edit/emit-yaml.ts";
import { writeValue } from "./edit/write-value.ts";
import { slugOf } from "./forms/slug.ts";
import { listIn, type ThingKind } from "./library/thing.ts";
import { CAN_BE_NEW } from "./pages/new-form.ts";
import type { Work } from "./work.ts";

/** Until somebody says otherwise. */
const OWN_PROPOSAL = "voorstel-programma";
const REVIEW_AFTER_MONTHS = 12;

const TOPIC_OWNERS = "dialogs/topic-owners.yaml";

/** A title, the place to put it, and of a signal the answer that it looks at. */
export interface NewThing {
  title: string;
  place: string;
  today: Date;
  answer?: { question: string; is: string } | undefined;
}

/**
 * A new thing with this title, as complete as it can be: what is missing is named by the check.
 * @throws AppError BAD_NEW when it cannot be made of what was filled in
 */
export function newThing(
  kind: ThingKind,
  { title, place, today, answer }: NewThing,
  { files, library }: Work,
): { id: string; changes: FileChanges } {
  const words = title.trim();
  if (words === "" || !CAN_BE_NEW.includes(kind)) throw bad("De titel ontbreekt.", "Vul een titel in.");
  const ids = library.things.filter((thing) => thing.kind === kind).map(({ id }) => id);
  const id = slugOf(words, ids);
  if (kind === "article")
    return { id, changes: { [`dialogs/knowledge/${id}.md`]: articleFile(id, words, place, today) } };
  if (kind === "region") {
    const order = library.things.filter((thing) => thing.kind === "region").length + 1;
    return { id, changes: { [`dialogs/regions/${id}.yaml`]: yamlOf(regionData(id, words, order)) } };
  }
  const { file, key, data } = itemFor(kind, id, words, { place, answer });
  // Content that was published before there were owners has no file for them.
  const text = files[file] ?? (file === TOPIC_OWNERS ? "owners: []\n" : undefined);
  if (text === undefined) throw bad("Die plek is er niet.", "Kies een plek uit de lijst.");
  const count = listIn(library.files.get(file)?.parsed.data as Data, key).length;
  return { id, changes: { [file]: writeValue(text, [key, count], data) } };
}

function itemFor(
  kind: ThingKind,
  id: string,
  title: string,
  { place, answer }: Pick<NewThing, "place" | "answer">,
): { file: string; key: string; data: Data } {
  const source = { document: OWN_PROPOSAL };
  switch (kind) {
    case "link":
      return { file: "dialogs/links.yaml", key: "links", data: { id, title, status: "niet-geverifieerd" } };
    case "source":
      return { file: "dialogs/sources.yaml", key: "sources", data: { id, title } };
    case "owner":
      return { file: TOPIC_OWNERS, key: "owners", data: { id, address: title } };
    case "question":
      return { file: checked(place, "dialogs/questions/"), key: "questions", data: questionData(id, title, source) };
    default:
      return { file: checked(place, "dialogs/signals/"), key: "signals", data: signalData(id, title, source, answer) };
  }
}

function checked(place: string, folder: string): string {
  if (!place.startsWith(folder)) throw bad("Die plek is er niet.", "Kies een plek uit de lijst.");
  return place;
}

function questionData(id: string, text: string, source: Data): Data {
  const options = [
    { id: "ja", text: "Ja" },
    { id: "nee", text: "Nee" },
  ];
  return { id, label: text.slice(0, 60), text, why: "", kind: "single", options, source, status: "concept" };
}

function signalData(id: string, title: string, source: Data, answer?: NewThing["answer"]): Data {
  const when = answer ?? { question: "", is: [] };
  return {
    id,
    row: "nieuw",
    when,
    level: "bespreek",
    title,
    advice: [{ text: "" }],
    next: "",
    source,
    status: "concept",
  };
}

function regionData(id: string, title: string, order: number): { [key: string]: Data } {
  return { id, title, order, mda: { state: "onbekend", text: "" }, status: "concept" };
}

function articleFile(id: string, title: string, place: string, today: Date): string {
  const topic = TOPICS.find((one) => one === place);
  if (!topic) throw bad("Dat onderwerp is er niet.", "Kies een onderwerp uit de lijst.");
  const review = new Date(today);
  review.setUTCMonth(review.getUTCMonth() + REVIEW_AFTER_MONTHS);
  const head = {
    id,
    title,
    topic,
    questions: [],
    sources: [{ document: OWN_PROPOSAL }],
    status: "concept",
    owner: "programmateam",
    "review-by": review.toISOString().slice(0, 10),
  };
  return `---\n${yamlOf(head)}---\n`;
}

/** A whole file: a key on each line, with what belongs to it. */
export function yamlOf(group: { [key: string]: Data }): string {
  const pairs = Object.entries(group).map(([key, value]) => `${key}:${emitBlock(value, 0)}\n`);
  return pairs.join("");
}

function bad(what: string, fix: string): AppError {
  return new AppError("BAD_NEW", what, fix);
}
