import type { Person } from "../../content/content-store.ts";
import type { Mistake } from "../../content/mistake.ts";
import { AppError } from "../../errors.ts";
import { applyMend, MEND } from "../edit/apply-mend.ts";
import { droppedAnswer, OP, VERSION, WAS, writeForm } from "../forms/form-values.ts";
import { KEY_ORDER } from "../forms/key-order.ts";
import { mistakesInFile } from "../forms/place-mistakes.ts";
import { html } from "../html.ts";
import { optionWords } from "../library/condition-in-words.ts";
import type { Library } from "../library/read-library.ts";
import { referencesTo } from "../library/references-to.ts";
import { addressOf, field, listIn, THING_KINDS, type Thing, textIn } from "../library/thing.ts";
import { usedOptions } from "../library/used-options.ts";
import { newThing } from "../new-thing.ts";
import { FilePage, FilesPage, markOf, ThingPage } from "../pages/thing-page.ts";
import { readingOf } from "../reading-of.ts";
import { isNamed } from "../remove/mends-for.ts";
import type { StudioAnswer, StudioRequest } from "../request.ts";
import { kindAt, type Route, type Tools } from "../studio.ts";
import { cardOf } from "../try/card-of.ts";
import type { Verdict } from "../verdicts.ts";
import type { Work } from "../work.ts";
import { page } from "./view-routes.ts";

const show: Route = async (request, [slug, id, ...more], tools) => {
  const kind = kindAt(slug);
  if (request.method !== "GET" || !kind || id === undefined || more.length > 0) return undefined;
  const work = await tools.desk.open(request.person);
  const thing = work.library.thing(kind, id);
  return thing && thingPage(request, work, thing, tools);
};

async function thingPage({ person }: StudioRequest, work: Work, thing: Thing, tools: Tools): Promise<StudioAnswer> {
  const { verdicts, options } = tools;
  const learned = await options.learned();
  const verdict = work.draft && (await verdicts?.of(person, work.draft, work.files));
  const reading = await readingOf([thing], verdict, person, work, tools);
  const body = html`<${ThingPage} work=${work} thing=${thing} verdict=${verdict} reading=${reading} mistakes=${mistakesSoFar(thing.file, work, verdict)} learned=${learned} unused=${unusedIn(thing, work)} />`;
  return page(`${THING_KINDS[thing.kind].one}: ${thing.title.slice(0, 60)}`, body);
}

/** What the rules found; until these are through, and without a draft, what is wrong with the shape of the file. */
function mistakesSoFar(file: string, { library }: Work, verdict: Verdict | undefined): readonly Mistake[] {
  if (verdict?.isReadThrough) return verdict.mistakes;
  const read = library.files.get(file);
  return read ? mistakesInFile(read) : [];
}

function unusedIn(thing: Thing, { library }: Work): { id: string; text: string }[] {
  if (thing.kind !== "question" || field(thing.data, "ranks") !== undefined) return [];
  const used = usedOptions(thing.id, library);
  const needsNone = new Set(listIn(thing.data, "no-advice").map(String));
  const ids = listIn(thing.data, "options").map((option) => textIn(option, "id"));
  return ids
    .filter((id) => !used.has(id) && !needsNone.has(id))
    .map((id) => ({ id, text: optionWords(thing.data, id, library) }));
}

const save: Route = async (request, [slug, id, ...more], tools) => {
  const kind = kindAt(slug);
  if (request.method !== "POST" || !kind || id === undefined || more.length > 0) return undefined;
  // An answer that other things look at goes away on a page of its own, which shows what changes with it.
  let named: string | undefined;
  await tools.desk.change(
    request.person,
    (work) => {
      const thing = work.library.thing(kind, id);
      if (!thing) throw gone();
      const answer = droppedAnswer(request.form);
      named = answer !== undefined && isNamed({ thing, answer }, work.library) ? answer : undefined;
      if (named !== undefined) request.form.delete(OP);
      const written = writeForm(work.files[thing.file] ?? "", thing, request.form);
      return { [thing.file]: mended(written, thing, request.form, work.library) };
    },
    Number(request.form.get(VERSION) ?? 0),
  );
  const option = /^signal:([a-z0-9-]+)$/.exec(request.form.get(OP) ?? "")?.[1];
  if (kind === "question" && option) return makeSignal(request.person, { question: id, is: option }, tools);
  const answer = named === undefined ? "" : `/weg?antwoord=${encodeURIComponent(named)}`;
  return { status: 303, location: addressOf({ kind, id }) + answer };
};

/** The text of the file of a thing, with the mend of a mistake in it when a button asked for that. */
function mended(written: string, thing: Thing, form: URLSearchParams, library: Library): string {
  const asked = form.get(MEND);
  if (asked === null) return written;
  const textOf = (file: string) => (file === thing.file ? written : undefined);
  return applyMend(asked, textOf, library, KEY_ORDER[thing.kind]).text;
}

/** A signal that looks at one answer, beside others that look at the same question. */
async function makeSignal(
  person: Person,
  answer: { question: string; is: string },
  { desk, options }: Tools,
): Promise<StudioAnswer> {
  let made = "";
  await desk.change(person, (work) => {
    const question = work.library.thing("question", answer.question);
    const signals = work.library.things.filter(({ kind }) => kind === "signal");
    const beside = question && referencesTo(question, work.library).find(({ kind }) => kind === "signal");
    const place = (beside ?? signals[0])?.file ?? "";
    const title = optionWords(question?.data, answer.is, work.library);
    const { id, changes } = newThing("signal", { title, place, today: options.now(), answer }, work);
    made = id;
    return changes;
  });
  return { status: 303, location: addressOf({ kind: "signal", id: made }) };
}

const make: Route = async ({ method, person, form }, [slug, ...more], { desk, options }) => {
  const kind = kindAt(slug);
  if (method !== "POST" || !kind || more.length > 0) return undefined;
  let made = "";
  await desk.change(person, (work) => {
    const wish = { title: form.get("title") ?? "", place: form.get("place") ?? "", today: options.now() };
    const { id, changes } = newThing(kind, wish, work);
    made = id;
    return changes;
  });
  return { status: 303, location: addressOf({ kind, id: made }) };
};

/** The two things that a fresh installation lacks, from the start page. */
const fill: Route = async ({ method, person, form }, [slug, id, verb], { desk, options }) => {
  const kind = kindAt(slug);
  if (method !== "POST" || id === undefined || !(verb === "adres" || verb === "contact")) return undefined;
  const today = options.now().toISOString().slice(0, 10);
  await desk.change(person, (work) => {
    const thing = kind && work.library.thing(kind, id);
    if (!thing) throw gone();
    const was = new URLSearchParams();
    if (verb === "contact") was.set("mda.contact", form.get("contact") ?? "");
    else {
      was.set("url", form.get("url") ?? "");
      if (form.get("opened") === "1") was.set("status", "geverifieerd");
      if (form.get("opened") === "1") was.set("checked", today);
    }
    return { [thing.file]: writeForm(work.files[thing.file] ?? "", thing, was) };
  });
  return { status: 303, location: "/inhoud/concept" };
};

const card: Route = async ({ method, person }, [slug, id, verb], { desk, options }) => {
  const kind = kindAt(slug);
  if (method !== "GET" || !kind || id === undefined || verb !== "kaart") return undefined;
  const { library } = await desk.open(person);
  const thing = library.thing(kind, id);
  return thing && { status: 200, json: await cardOf(thing, library, options.content(), options.now()) };
};

const files: Route = async ({ method, person }, [first, ...more], { desk }) => {
  if (method !== "GET" || first !== "bestanden" || more.length > 0) return undefined;
  return page("Bestanden", html`<${FilesPage} work=${await desk.open(person)} />`);
};

const file: Route = async (request, [first, ...more], tools) => {
  if (first !== "bestand" || more.length > 0) return undefined;
  const { method, person, query, form } = request;
  if (method === "POST") return saveFile(request, tools);
  const work = await tools.desk.open(person);
  const name = query.get("file") ?? form.get("file") ?? "";
  if (work.files[name] === undefined) return undefined;
  const verdict = work.draft && (await tools.verdicts?.of(person, work.draft, work.files));
  const body = html`<${FilePage} work=${work} file=${name} verdict=${verdict} mistakes=${mistakesSoFar(name, work, verdict)} />`;
  return page(name, body);
};

async function saveFile({ person, form }: StudioRequest, { desk }: Tools): Promise<StudioAnswer | undefined> {
  const name = form.get("file") ?? "";
  const typed = form.get("text") ?? "";
  await desk.change(person, ({ files }) => {
    const now = files[name];
    if (now === undefined) throw gone();
    // Typed over what another window saved meanwhile: nothing may be lost.
    if (markOf(now) !== form.get(WAS)) throw changedElsewhere();
    return { [name]: withEnds(typed, now) };
  });
  return { status: 303, location: `/inhoud/bestand?file=${encodeURIComponent(name)}` };
}

/** A browser sends Windows ends of lines. */
function withEnds(typed: string, now: string): string {
  const lines = typed.replaceAll("\r\n", "\n");
  return now.includes("\r\n") ? lines.replaceAll("\n", "\r\n") : lines;
}

export function gone(): AppError {
  return new AppError("GONE", "Dit is er niet meer.", "Misschien haalde iemand het weg. Zoek het opnieuw.");
}

function changedElsewhere(): AppError {
  return new AppError(
    "CHANGED",
    "Dit bestand is intussen in een ander venster veranderd.",
    "Open het opnieuw, en doe je wijziging nog eens.",
  );
}

export const thingRoutes: readonly Route[] = [files, file, card, fill, show, save, make];
