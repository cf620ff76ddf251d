import { AppError } from "../../errors.ts";
import { html } from "../html.ts";
import { THING_KINDS, type Thing } from "../library/thing.ts";
import { RemovePage } from "../pages/remove-page.ts";
import { emptiedFiles, type Mend, mendsFor, questionWithout, type Removal, writeMends } from "../remove/mends-for.ts";
import { kindAt, type Route } from "../studio.ts";
import type { Work } from "../work.ts";
import { gone } from "./thing-routes.ts";
import { page } from "./view-routes.ts";

const VERB = "weg";

const show: Route = async ({ method, person, query }, [slug, id, verb, ...more], { desk }) => {
  if (method !== "GET" || verb !== VERB || more.length > 0) return undefined;
  const work = await desk.open(person);
  const removal = removalIn(query, slug, id, work);
  if (!removal) return undefined;
  const mends = mendsFor(removal, work.library);
  const emptied = emptiedFiles([...mends, self(removal, work)], work.library);
  const body = html`<${RemovePage} work=${work} removal=${removal} mends=${mends} emptied=${emptied} />`;
  return page(`Weghalen: ${THING_KINDS[removal.thing.kind].one.toLowerCase()}`, body);
};

/** Takes it away with all that refers to it, or only changes the one place that was chosen. */
const remove: Route = async ({ method, person, form }, [slug, id, verb, ...more], { desk }) => {
  if (method !== "POST" || verb !== VERB || more.length > 0) return undefined;
  const chosen = form.get("plek");
  await desk.change(person, (work) => {
    const removal = removalIn(form, slug, id, work);
    if (!removal) throw gone();
    const mends = mendsFor(removal, work.library);
    const one = mends.filter(({ key }) => key === chosen);
    return writeMends(chosen === null ? [...mends, self(removal, work)] : one, work.files);
  });
  if (chosen === null) return { status: 303, location: "/inhoud/concept" };
  const back = new URLSearchParams([...form].filter(([name]) => name !== "plek")).toString();
  return { status: 303, location: `/inhoud/${slug}/${encodeURIComponent(id ?? "")}/${VERB}${back && `?${back}`}` };
};

function removalIn(
  wish: URLSearchParams,
  slug: string | undefined,
  id: string | undefined,
  { library }: Work,
): Removal | undefined {
  const kind = kindAt(slug);
  const thing = kind && library.thing(kind, id ?? "");
  const instead = wish.get("anders") ?? "";
  if (!thing) return undefined;
  if (instead !== "" && !library.thing(thing.kind, instead)) throw noSuch(instead);
  return { thing, answer: wish.get("antwoord") ?? undefined, instead };
}

function self(removal: Removal, { library }: Work): Mend {
  const { thing, answer } = removal;
  const { file, path, data } = thing;
  const after = answer === undefined ? undefined : questionWithout(removal, library);
  return { key: keyOf(thing), file, path, before: data, after, thing };
}

function keyOf({ kind, id }: Thing): string {
  return `${kind} ${id}`;
}

function noSuch(id: string): AppError {
  return new AppError("GONE", `Er is niets met de naam ${id.slice(0, 60)}.`, "Kies iets uit de lijst.");
}

export const removeRoutes: readonly Route[] = [show, remove];
