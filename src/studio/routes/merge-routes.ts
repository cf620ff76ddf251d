import { mergeDraft } from "../edit/merge-draft.ts";
import { html } from "../html.ts";
import { changesInWords } from "../library/changes-in-words.ts";
import { createLibraryReader } from "../library/read-library.ts";
import { CHOICE, MergePage } from "../pages/merge-page.ts";
import type { StudioAnswer, StudioRequest } from "../request.ts";
import type { Route, Tools } from "../studio.ts";
import { page } from "./view-routes.ts";

const TO_DRAFT = { status: 303, location: "/inhoud/concept" } as const;

/** What others published, for the short while that it is looked at. */
const readLibrary = createLibraryReader();

const show: Route = async (request, [first, verb, ...more], tools) => {
  if (request.method !== "GET" || first !== "concept" || verb !== "samenvoegen" || more.length > 0) return undefined;
  return mergePage(request, tools);
};

async function mergePage({ person }: StudioRequest, { desk, options }: Tools, said = ""): Promise<StudioAnswer> {
  const work = await desk.open(person);
  const { draft, before, status, overtaken } = work;
  const theirs = status && (await options.publishing?.filesOf(status.latest.number));
  if (!draft || !status || !theirs || overtaken.length === 0) return TO_DRAFT;
  const { changes, conflicts } = await mergeDraft({ before, changes: draft.changes, theirs }, () => false);
  const published = await readLibrary(theirs);
  const versions = (await options.publishing?.history()) ?? [];
  const theirChanges = changesInWords(work.published, published);
  const mine = Object.keys(changes);
  const body = html`<${MergePage} work=${work} published=${published} conflicts=${conflicts} theirs=${theirChanges} mine=${mine} versions=${versions.filter(({ number }) => number > work.base)} said=${said} />`;
  return page("Naast elkaar", body);
}

/** Puts the draft on top of the newest version, with what was chosen for all that both changed. */
const merge: Route = async (request, [first, verb, ...more], tools) => {
  const { publishing } = tools.options;
  if (request.method !== "POST" || first !== "concept" || verb !== "samenvoegen" || more.length > 0 || !publishing)
    return undefined;
  const { person, form } = request;
  const { draft, before, status } = await tools.desk.open(person);
  const latest = status && (await publishing.filesOf(status.latest.number));
  if (!draft || !status || !latest) return TO_DRAFT;
  const choice = (key: string) => form.get(CHOICE + key);
  const wish = { before, changes: draft.changes, theirs: latest };
  const { changes, conflicts } = await mergeDraft(wish, (key) => choice(key) === "mine");
  // Somebody published again, or the draft changed, while this was on the screen: what is new has to be chosen as well.
  if (conflicts.some(({ key }) => !["mine", "theirs"].includes(choice(key) ?? "")))
    return mergePage(request, tools, "Kies bij elk wat er moet staan. Tot dan verandert er niets.");
  const isDone =
    Object.keys(changes).length === 0
      ? await publishing.dropDraft(person, draft.etag)
      : (await publishing.saveDraft(person, { base: status.latest.number, changes }, draft.etag)).isKept;
  if (!isDone) return mergePage(request, tools, "Je concept veranderde intussen. Kijk het nog eens na.");
  return TO_DRAFT;
};

/** Whether somebody published: asked every few seconds by a page that is open. */
const version: Route = async ({ method }, [first, ...more], { options }) => {
  if (method !== "GET" || first !== "stand" || more.length > 0) return undefined;
  const status = await options.publishing?.status();
  return { status: 200, json: { latest: status?.latest.number ?? 0 } };
};

export const mergeRoutes: readonly Route[] = [show, merge, version];
