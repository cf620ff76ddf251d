import { html } from "../html.ts";
import { searchThings } from "../library/search-things.ts";
import { THING_KINDS } from "../library/thing.ts";
import { ListPage, SearchPage } from "../pages/list-page.ts";
import { StartPage } from "../pages/start-page.ts";
import type { StudioAnswer } from "../request.ts";
import { kindAt, type Route } from "../studio.ts";

const start: Route = async ({ method, person }, parts, { desk, options }) => {
  if (method !== "GET" || parts.length > 0) return undefined;
  const { publishing } = options;
  const [work, learned, versions = [], proposals = [], differences = []] = await Promise.all([
    desk.open(person),
    options.learned(),
    publishing?.history(),
    publishing?.proposals(),
    publishing?.releaseDifferences(),
  ]);
  const waiting = proposals.filter(({ by }) => by.id !== person.id).length;
  const today = options.now().toISOString().slice(0, 10);
  return page(
    "Inhoud",
    html`<${StartPage} work=${work} versions=${versions} learned=${learned} waiting=${waiting} differences=${differences.length} today=${today} />`,
  );
};

const find: Route = async ({ method, person, query }, [first, ...more], { desk }) => {
  if (method !== "GET" || first !== "zoeken" || more.length > 0) return undefined;
  const work = await desk.open(person);
  const wanted = (query.get("q") ?? "").slice(0, 500);
  return page(
    "Zoeken",
    html`<${SearchPage} work=${work} query=${wanted} found=${await searchThings(work.library, wanted)} />`,
  );
};

const list: Route = async ({ method, person, query }, [slug, ...more], { desk, options }) => {
  const kind = kindAt(slug);
  if (method !== "GET" || !kind || more.length > 0) return undefined;
  const [work, learned] = await Promise.all([desk.open(person), options.learned()]);
  const onlyConcept = query.get("alleen") === "concept";
  return page(
    THING_KINDS[kind].many,
    html`<${ListPage} work=${work} kind=${kind} onlyConcept=${onlyConcept} flow=${query.get("ronde") ?? ""} learned=${learned} />`,
  );
};

export function page(
  title: string,
  body: StudioAnswer extends infer A ? (A extends { body: infer B } ? B : never) : never,
): StudioAnswer {
  return { status: 200, title, body };
}

export const viewRoutes: readonly Route[] = [start, find, list];
