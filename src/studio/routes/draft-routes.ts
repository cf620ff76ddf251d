import type { PublishOutcome } from "../../publishing/publishing.ts";
import { mergeFile } from "../edit/merge-files.ts";
import { html } from "../html.ts";
import { DraftPage } from "../pages/draft-page.ts";
import type { StudioAnswer, StudioRequest } from "../request.ts";
import type { Route, Tools } from "../studio.ts";
import { page } from "./view-routes.ts";

const PATH = "concept";

const show: Route = async (request, [first, ...more], tools) => {
  if (request.method !== "GET" || first !== PATH || more.length > 0) return undefined;
  return draftPage(request, tools);
};

async function draftPage({ person }: StudioRequest, tools: Tools, said = "", reason = ""): Promise<StudioAnswer> {
  const { desk, verdicts, effects, newRequestId, options } = tools;
  const work = await desk.open(person);
  const decisions = (work.draft && (await options.publishing?.decisions(work.before, work.files))) ?? [];
  const verdict = work.draft && verdicts?.of(person, work.draft, work.files);
  const changed = work.draft && effects?.(person, work.draft, work.files);
  const body = html`<${DraftPage} work=${work} verdict=${verdict} effects=${changed} requestId=${newRequestId()} decisions=${decisions} said=${said} reason=${reason} />`;
  return page("Mijn concept", body);
}

const publish: Route = async (request, [first, verb], tools) => {
  const { publishing } = tools.options;
  if (request.method !== "POST" || first !== PATH || verb !== "publiceren" || !publishing) return undefined;
  const { form, person } = request;
  const reason = form.get("reason") ?? "";
  const wish = {
    etag: form.get("etag") ?? "",
    requestId: form.get("request") ?? "",
    reason,
    isAgreed: form.get("agreed") === "1",
  };
  const adoptsRelease = form.get("adopts") === "1";
  const publication = await publishing.publishDraft(person, { ...wish, adoptsRelease });
  if (publication.outcome === "published")
    return { status: 303, location: `/inhoud/versies/${publication.version.number}` };
  if (publication.outcome === "proposed") return { status: 303, location: "/inhoud/voorgelegd" };
  return draftPage(request, tools, outcomeInWords(publication), reason);
};

/** Why nothing was published, and what to do. */
export function outcomeInWords(publication: PublishOutcome): string {
  switch (publication.outcome) {
    case "refused":
      return "Er zitten nog fouten in, dus er is niets gepubliceerd. Ze staan hieronder.";
    case "undecided":
      return "Hierover beslissen ook anderen. Kruis aan dat zij het goedkeurden, of vraag het hun eerst.";
    case "overtaken":
      return "Iemand anders publiceerde net iets in dezelfde bestanden. Voeg eerst samen: je wijzigingen blijven.";
    case "unchanged":
      return "Er is niets anders dan wat al gepubliceerd is.";
    case "gone":
      return "Je concept veranderde intussen, of het is al gepubliceerd. Kijk hieronder, en publiceer dan opnieuw.";
    case "own":
      return "Je kunt je eigen voorstel niet goedkeuren. Vraag een collega.";
    default:
      return "";
  }
}

const drop: Route = async (request, [first, verb], tools) => {
  const { publishing } = tools.options;
  if (request.method !== "POST" || first !== PATH || verb !== "weg" || !publishing) return undefined;
  const isGone = await publishing.dropDraft(request.person, request.form.get("etag") ?? "");
  return draftPage(request, tools, isGone ? "Je concept is weg." : "Je concept veranderde intussen, en staat er nog.");
};

/** Puts the draft on top of the newest version, value by value. */
const merge: Route = async (request, [first, verb], tools) => {
  const { publishing } = tools.options;
  if (request.method !== "POST" || first !== PATH || verb !== "samenvoegen" || !publishing) return undefined;
  const { person } = request;
  const [{ latest }, work] = await Promise.all([publishing.status(), tools.desk.open(person)]);
  const newest = await publishing.filesOf(latest.number);
  const { draft, before } = work;
  if (!draft || !newest) return draftPage(request, tools);
  const conflicts: string[] = [];
  const changes = Object.entries(draft.changes).map(([file, mine]) => {
    const [old, theirs] = [before[file], newest[file]];
    if (old === theirs || mine === theirs) return [file, mine] as const;
    if (mine === null || old === undefined || theirs === undefined) {
      conflicts.push(`${file}: een van jullie haalde dit weg of maakte het nieuw. Jouw versie staat in je concept.`);
      return [file, mine] as const;
    }
    const merged = mergeFile(old, mine, theirs, file.endsWith(".md"));
    for (const { path, mine: own, theirs: other } of merged.conflicts) {
      const show = (value: unknown) => (value === undefined ? "(weg)" : JSON.stringify(value));
      conflicts.push(`${file}, ${path.join(" › ")}: jij had ${show(own)}. Er staat nu ${show(other)}, van je collega.`);
    }
    return [file, merged.text] as const;
  });
  await publishing.saveDraft(person, { base: latest.number, changes: Object.fromEntries(changes) }, draft.etag);
  const said =
    conflicts.length === 0
      ? "Samengevoegd. Kijk of het goed is, en publiceer."
      : `Samengevoegd. Dit veranderden jullie allebei. Kies zelf wat er moet staan: ${conflicts.join(" ")}`;
  return draftPage(request, tools, said);
};

export const draftRoutes: readonly Route[] = [show, publish, drop, merge];
