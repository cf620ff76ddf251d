import { html } from "../html.ts";
import { changesInWords } from "../library/changes-in-words.ts";
import { createLibraryReader } from "../library/read-library.ts";
import { HistoryPage, ProposalsPage, ReleasePage, VersionPage } from "../pages/history-page.ts";
import type { StudioAnswer, StudioRequest } from "../request.ts";
import type { Route, Tools } from "../studio.ts";
import { outcomeInWords } from "./draft-routes.ts";
import { page } from "./view-routes.ts";

/** Its own: old versions are looked at seldom, and must not push away what is worked on. */
const readLibrary = createLibraryReader();

const list: Route = async ({ method, person }, [first, ...more], { desk, options }) => {
  if (method !== "GET" || first !== "versies" || more.length > 0) return undefined;
  const versions = (await options.publishing?.history()) ?? [];
  return page("Versies", html`<${HistoryPage} work=${await desk.open(person)} versions=${versions} />`);
};

const show: Route = async ({ method, person, query }, [first, number, ...more], { desk, options, newRequestId }) => {
  const { publishing } = options;
  if (method !== "GET" || first !== "versies" || number === undefined || more.length > 0 || !publishing)
    return undefined;
  const versions = await publishing.history();
  const version = versions.find((one) => String(one.number) === number);
  if (!version) return undefined;
  const wanted = Number(query.get("met") ?? version.number - 1);
  const other = versions.find((one) => one.number === wanted);
  const [now = {}, before = {}] = await Promise.all([
    publishing.filesOf(version.number),
    other && publishing.filesOf(other.number),
  ]);
  const changes = changesInWords(await readLibrary(before), await readLibrary(now));
  const work = await desk.open(person);
  const requestId = newRequestId();
  const body = html`<${VersionPage} work=${work} version=${version} versions=${versions} other=${other} changes=${changes} requestId=${requestId} />`;
  return page(`Versie ${number}`, body);
};

const undo: Route = async ({ method, person, form }, [first, number, verb], { options }) => {
  const { publishing } = options;
  if (method !== "POST" || first !== "versies" || verb !== "terug" || !publishing) return undefined;
  const wish = { to: Number(number), requestId: form.get("request") ?? "", reason: form.get("reason") ?? "" };
  const publication = await publishing.undo(person, wish);
  const to = publication.outcome === "published" ? `/${publication.version.number}` : "";
  return { status: 303, location: `/inhoud/versies${to}` };
};

const proposals: Route = async (request, [first, ...more], tools) => {
  if (request.method !== "GET" || first !== "voorgelegd" || more.length > 0) return undefined;
  return proposalsPage(request, tools);
};

async function proposalsPage({ person }: StudioRequest, { desk, options }: Tools, said = ""): Promise<StudioAnswer> {
  const waiting = (await options.publishing?.proposals()) ?? [];
  const all = await Promise.all(
    waiting.map(async (proposal) => {
      const [before = {}, after = {}] = await Promise.all([
        options.publishing?.filesOf(proposal.base),
        options.publishing?.filesOfProposal(proposal.id),
      ]);
      const changes = changesInWords(await readLibrary(before), await readLibrary(after));
      return { proposal, changes, isOwn: proposal.by.id === person.id };
    }),
  );
  return page("Voorgelegd", html`<${ProposalsPage} work=${await desk.open(person)} proposals=${all} said=${said} />`);
}

const decide: Route = async (request, [first, id, verb], tools) => {
  const { publishing } = tools.options;
  if (request.method !== "POST" || first !== "voorgelegd" || id === undefined || !publishing) return undefined;
  if (verb === "terug") {
    await publishing.withdraw(request.person, id);
    return proposalsPage(request, tools, "Het voorstel is weg. Het staat weer in het concept van wie het maakte.");
  }
  if (verb !== "goed") return undefined;
  const publication = await publishing.approve(request.person, id);
  if (publication.outcome === "published")
    return { status: 303, location: `/inhoud/versies/${publication.version.number}` };
  return proposalsPage(request, tools, outcomeInWords(publication));
};

const release: Route = async ({ method, person, form }, [first, ...more], { desk, options }) => {
  const { publishing } = options;
  if (first !== "uitgave" || more.length > 0 || !publishing) return undefined;
  const differences = await publishing.releaseDifferences();
  if (method === "POST") {
    const chosen = differences.find(({ file }) => file === form.get("file"));
    if (!chosen) return undefined;
    await desk.change(person, () => ({ [chosen.file]: chosen.release ?? null }));
    return { status: 303, location: "/inhoud/concept" };
  }
  return page(
    "Nieuw in deze uitgave",
    html`<${ReleasePage} work=${await desk.open(person)} differences=${differences} />`,
  );
};

export const historyRoutes: readonly Route[] = [list, show, undo, proposals, decide, release];
