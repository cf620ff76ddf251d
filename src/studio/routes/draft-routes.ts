import { AppError } from "../../errors.ts";
import type { PublishOutcome } from "../../publishing/publishing.ts";
import { applyMend, MEND } from "../edit/apply-mend.ts";
import { examplesLike, mendExamples } from "../edit/mend-examples.ts";
import { html } from "../html.ts";
import { optionsOf } from "../library/condition-in-words.ts";
import { DraftPage } from "../pages/draft-page.ts";
import { readingOf } from "../reading-of.ts";
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
  const verdict = work.draft && (await verdicts?.of(person, work.draft, work.files));
  const reading = await readingOf(work.library.things, verdict, person, work, tools);
  const changed = work.draft && effects?.(person, work.draft, work.files);
  const body = html`<${DraftPage} work=${work} verdict=${verdict} reading=${reading} effects=${changed} requestId=${newRequestId()} decisions=${decisions} said=${said} reason=${reason} />`;
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
      return "Iemand anders publiceerde net iets in dezelfde bestanden. Bekijk het eerst naast elkaar: je wijzigingen blijven.";
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

/** Makes the change that mends a mistake, as its button asks. */
const mend: Route = async ({ method, person, form }, [first, verb], { desk }) => {
  if (method !== "POST" || first !== PATH || verb !== "verbeteren") return undefined;
  await desk.change(person, ({ files, library }) => {
    const { file, text } = applyMend(form.get(MEND) ?? "", (name) => files[name], library);
    return { [file]: text };
  });
  return { status: 303, location: "/inhoud/concept" };
};

/** Makes examples follow a question that is asked there now, or not any more: as the check of this draft found them. */
const followQuestion: Route = async ({ method, person, form }, [first, verb], { desk, verdicts }) => {
  if (method !== "POST" || first !== PATH || verb !== "voorbeelden") return undefined;
  const how = form.get("how") === "drop" ? "drop" : "answer";
  const answer = form.get("answer") ?? "";
  await desk.change(person, async (work) => {
    const { draft, files, library } = work;
    const question = library.thing("question", form.get("question") ?? "");
    const verdict = draft && (await verdicts?.of(person, draft, files));
    const mistakes =
      question && verdict?.state === "done" ? examplesLike(verdict.mistakes, { how, question: question.id }) : [];
    const isAnswer = how === "drop" || optionsOf(question?.data, library).some(({ id }) => id === answer);
    if (mistakes.length === 0 || !isAnswer) throw changed();
    return mendExamples(mistakes, answer, work);
  });
  return { status: 303, location: "/inhoud/concept" };
};

function changed(): AppError {
  return new AppError(
    "CHANGED",
    "De voorbeelden zijn niet aangepast: je concept is intussen anders, of de controle loopt nog.",
    "Ga naar Mijn concept, wacht op de controle, en kies een antwoord.",
  );
}

export const draftRoutes: readonly Route[] = [show, publish, drop, mend, followQuestion];
