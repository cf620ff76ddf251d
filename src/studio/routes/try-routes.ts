import type { Content } from "../../content/content.ts";
import type { Person } from "../../content/content-store.ts";
import { AppError } from "../../errors.ts";
import { html } from "../html.ts";
import { TryPage } from "../pages/try-page.ts";
import type { Route, Tools } from "../studio.ts";
import { startAt } from "../try/card-of.ts";
import { play } from "../try/play.ts";
import { takenFor } from "../try/taken-for.ts";
import type { Work } from "../work.ts";
import { page } from "./view-routes.ts";

const PATH = "proberen";

/** What the bot would be with this draft. @throws AppError TRY_BROKEN when the draft has a mistake */
async function contentOf(person: Person, { draft, files }: Work, { options, verdicts }: Tools): Promise<Content> {
  if (!draft) return options.content();
  const content = await verdicts?.contentOf(person, draft, files);
  if (content) return content;
  throw new AppError(
    "TRY_BROKEN",
    "In je concept zit een fout, dus proberen lukt nog niet.",
    "Kijk bij Mijn concept wat er mis is.",
  );
}

const show: Route = async ({ method, person, query }, [first, ...more], tools) => {
  if (method !== "GET" || first !== PATH || more.length > 0) return undefined;
  const work = await tools.desk.open(person);
  const question = query.get("vraag");
  const article = query.get("artikel");
  const start = question
    ? (startAt(question, tools.options.content(), tools.options.now()) ?? [])
    : article
      ? [{ action: { verb: "article", article } }]
      : [];
  return page("Proberen", html`<${TryPage} work=${work} start=${start} content=${tools.options.content()} />`);
};

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
  const body = html`<${TryPage} work=${work} start=${[]} content=${published} typed=${text} lines=${lines} before=${before} />`;
  return page("Proberen", body);
};

export const tryRoutes: readonly Route[] = [show, turn, typed];
