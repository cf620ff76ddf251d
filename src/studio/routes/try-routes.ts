import type { Content } from "../../content/content.ts";
import type { Person } from "../../content/content-store.ts";
import { DANGER_LEVELS } from "../../content/schema/danger.ts";
import { understandingInSteps } from "../../conversation/turn/understanding.ts";
import { AppError } from "../../errors.ts";
import { inSlices } from "../../in-slices.ts";
import { comparable } from "../../language/normalise.ts";
import { writeValue } from "../edit/write-value.ts";
import { TEAM } from "../forms/fields.ts";
import { KEY_ORDER } from "../forms/key-order.ts";
import { slugOf } from "../forms/slug.ts";
import { html } from "../html.ts";
import { addressOf, listIn } from "../library/thing.ts";
import { type Assumed, TryPage } from "../pages/try-page.ts";
import { readingOf } from "../reading-of.ts";
import type { StudioAnswer } from "../request.ts";
import type { Route, Tools } from "../studio.ts";
import { exampleFile, exampleOf } from "../try/keep-example.ts";
import { play, readEvents } from "../try/play.ts";
import { takenFor } from "../try/taken-for.ts";
import { goneAlong, type Way, wayTo } from "../try/way-to.ts";
import type { Work } from "../work.ts";
import { gone } from "./thing-routes.ts";
import { page } from "./view-routes.ts";

const PATH = "proberen";

/** What the bot would be with this draft. @throws AppError TRY_BROKEN when the draft cannot be read */
async function contentOf(person: Person, { draft, files }: Work, { options, verdicts }: Tools): Promise<Content> {
  if (!draft) return options.content();
  const content = await verdicts?.contentOf(person, draft, files);
  if (content) {
    // Its readers are made once, between the turns of workers.
    await inSlices(understandingInSteps(content));
    return content;
  }
  throw new AppError(
    "TRY_BROKEN",
    "In je concept zit een fout, dus proberen lukt nog niet.",
    "Kijk bij Mijn concept wat er mis is.",
  );
}

/** Before the name of a question, in the address: what was answered to it. */
const ANSWER = "a.";

const show: Route = async ({ method, person, query }, [first, ...more], tools) => {
  if (method !== "GET" || first !== PATH || more.length > 0) return undefined;
  const work = await tools.desk.open(person);
  const article = query.get("artikel");
  const wanted = query.get("bij") ?? query.get("vraag") ?? "";
  const content = wanted ? await contentToStartIn(wanted, person, work, tools) : tools.options.content();
  const assumed = wanted ? await assume(wanted, query, content) : undefined;
  const start = assumed?.way ? [{ way: assumed.way }] : article ? [{ action: { verb: "article", article } }] : [];
  return page("Proberen", html`<${TryPage} work=${work} start=${start} content=${content} assumed=${assumed} />`);
};

/** The draft once it is checked. Until then what is published, unless only the draft has the question. */
async function contentToStartIn(wanted: string, person: Person, work: Work, tools: Tools): Promise<Content> {
  const published = tools.options.content();
  const verdict = work.draft && (await tools.verdicts?.of(person, work.draft, work.files));
  const isKnown = questionsAt(wanted, published).length > 0;
  if (!verdict || (verdict.state !== "done" && isKnown)) return published;
  return contentOf(person, work, tools).catch(() => published);
}

/** The question with this id, or those of a phase: `<flow>/<phase>`. */
function questionsAt(wanted: string, { flows, questions }: Content): string[] {
  const [flow = "", phase] = wanted.split("/");
  if (phase === undefined) return questions.has(wanted) ? [wanted] : [];
  return (
    flows
      .get(flow)
      ?.phases.find(({ id }) => id === phase)
      ?.questions.map(({ id }) => id) ?? []
  );
}

/** Answers that lead to what is wanted, or those that somebody chose instead. */
async function assume(wanted: string, query: URLSearchParams, content: Content): Promise<Assumed> {
  const chosen = wayIn(query);
  if (chosen) return { wanted, ...goneAlong(chosen, content) };
  for (const question of questionsAt(wanted, content)) {
    const way = await wayTo(question, content);
    if (way) return { wanted, ...goneAlong(way, content) };
  }
  return { wanted };
}

function wayIn(query: URLSearchParams): Way | undefined {
  const flow = query.get("ronde");
  if (!flow) return undefined;
  const asked = [...new Set(query.keys())].filter((name) => name.startsWith(ANSWER));
  const answers = asked.map((name) => [name.slice(ANSWER.length), query.getAll(name)] as const);
  return { flow, phase: query.get("fase") ?? undefined, answers: Object.fromEntries(answers) };
}

const turn: Route = async ({ method, person, form }, [first, ...more], tools) => {
  if (method !== "POST" || first !== PATH || more.length > 0) return undefined;
  try {
    const content = await contentOf(person, await tools.desk.open(person), tools);
    return { status: 200, json: play(form.get("events") ?? "", content, tools.options.now()) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { status: 400, json: { message: `${error.message} ${error.fix}` } };
  }
};

const typed: Route = async ({ method, person, form }, [first, verb], tools) => {
  if (method !== "POST" || first !== PATH || verb !== "getypt") return undefined;
  const text = (form.get("text") ?? "").slice(0, 2000);
  const work = await tools.desk.open(person);
  const published = tools.options.content();
  const lines = takenFor(text, await contentOf(person, work, tools));
  const before = work.draft ? takenFor(text, published) : lines;
  const verdict = work.draft && (await tools.verdicts?.of(person, work.draft, work.files));
  const reading = await readingOf(work.library.things, verdict, person, work, tools);
  const misread = reading?.misread.find((one) => comparable(one.text) === comparable(text));
  const body = html`<${TryPage} work=${work} misread=${misread} start=${[]} content=${published} typed=${text} lines=${lines} before=${before} />`;
  return page("Proberen", body);
};

/** A sentence that was taken for something else joins those to learn from. */
const place: Route = async ({ method, person, form }, [first, verb], { desk }) => {
  if (method !== "POST" || first !== PATH || verb !== "zin") return undefined;
  const sentence = (form.get("text") ?? "").replaceAll(/\s+/g, " ").trim();
  const [kind, id] = form.has("danger")
    ? (["danger", form.get("danger") ?? ""] as const)
    : (["lines", form.get("lines") ?? ""] as const);
  const level = DANGER_LEVELS.find((one) => one === form.get("level"));
  if (sentence === "" || (kind === "danger" && !level))
    throw new AppError("BAD_NEW", "Er is nog niet gekozen wat het is.", "Ga terug, en kies wat de bot moet doen.");
  await desk.change(person, ({ files, library }) => {
    const thing = library.thing(kind, id);
    if (!thing) throw gone();
    const path = kind === "danger" ? ["zo klinkt het", level ?? "", TEAM] : ["lines", TEAM];
    const now = listIn(thing.data, ...path).map(String);
    const all = now.includes(sentence) ? now : [...now, sentence];
    return { [thing.file]: writeValue(files[thing.file] ?? "", path, all, KEY_ORDER[kind]) };
  });
  return { status: 303, location: addressOf({ kind, id }) };
};

/** What was tried becomes an example conversation in the draft: the only thing of a try-out that is ever kept. */
const keep: Route = async ({ method, person, form }, [first, verb], tools): Promise<StudioAnswer | undefined> => {
  if (method !== "POST" || first !== PATH || verb !== "bewaar") return undefined;
  const title = (form.get("title") ?? "").trim();
  if (title === "") throw new AppError("BAD_NEW", "De titel ontbreekt.", "Vul een titel in.");
  const work = await tools.desk.open(person);
  const content = await contentOf(person, work, tools);
  const done = readEvents(form.get("events") ?? "");
  let id = "";
  await tools.desk.change(person, ({ library }) => {
    id = slugOf(
      title,
      library.things.filter(({ kind }) => kind === "example").map((thing) => thing.id),
    );
    return exampleFile(exampleOf(done, { id, title, about: (form.get("about") ?? "").trim() || title }, content));
  });
  return { status: 303, location: addressOf({ kind: "example", id }) };
};

export const tryRoutes: readonly Route[] = [show, turn, typed, place, keep];
