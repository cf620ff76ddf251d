import { randomUUID } from "node:crypto";
import { AppError } from "../errors.ts";
import { createEffects, type EffectsOf } from "./effects.ts";
import { html } from "./html.ts";
import { KIND_NAMES, THING_KINDS, type ThingKind } from "./library/thing.ts";
import { Layout } from "./pages/layout.ts";
import type { StudioAnswer, StudioRequest } from "./request.ts";
import { draftRoutes } from "./routes/draft-routes.ts";
import { effectRoutes } from "./routes/effect-routes.ts";
import { historyRoutes } from "./routes/history-routes.ts";
import { mergeRoutes } from "./routes/merge-routes.ts";
import { removeRoutes } from "./routes/remove-routes.ts";
import { thingRoutes } from "./routes/thing-routes.ts";
import { tryRoutes } from "./routes/try-routes.ts";
import { viewRoutes } from "./routes/view-routes.ts";
import { createVerdicts, type Verdicts } from "./verdicts.ts";
import { createDesk, type Desk, type StudioOptions } from "./work.ts";

/** What the routes share. */
export interface Tools {
  options: StudioOptions;
  desk: Desk;
  verdicts: Verdicts | undefined;
  effects: EffectsOf | undefined;
  /** An id by which a write that is sent again does nothing twice. */
  newRequestId(): string;
}

/** Answers a request of which the path fits; `parts` are those between the slashes, decoded. */
export type Route = (
  request: StudioRequest,
  parts: readonly string[],
  tools: Tools,
) => Promise<StudioAnswer | undefined>;

/** The pages on which programme staff read, change, try and publish what the bot says. */
export type Studio = (request: StudioRequest) => Promise<StudioAnswer>;

const ROUTES: readonly Route[] = [
  ...viewRoutes,
  ...effectRoutes,
  ...draftRoutes,
  ...mergeRoutes,
  ...historyRoutes,
  ...tryRoutes,
  ...removeRoutes,
  ...thingRoutes,
];

/** Makes the studio. What a person can mend comes back as a page that says how. */
export function createStudio(options: StudioOptions): Studio {
  const { check, firstCheck, effects, content } = options;
  const verdicts = check && firstCheck && createVerdicts(check, firstCheck);
  const tools: Tools = {
    options,
    desk: createDesk(options),
    verdicts,
    effects: verdicts && effects && createEffects({ content, contentOf: verdicts.contentOf, find: effects }),
    newRequestId: randomUUID,
  };
  return async (request) => {
    try {
      const parts = request.path
        .split("/")
        .filter((part) => part !== "")
        .map(decode);
      for (const route of ROUTES) {
        const answer = await route(request, parts, tools);
        if (answer) return answer;
      }
      return await notice(request, tools, 404, "Deze pagina is er niet.", "Ga naar Wat is er te doen, of zoek.");
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return notice(request, tools, 400, error.message, error.fix);
    }
  };
}

async function notice(
  { person }: StudioRequest,
  { desk }: Tools,
  status: number,
  what: string,
  fix: string,
): Promise<StudioAnswer> {
  const work = await desk.open(person);
  const title = status === 404 ? "Niet gevonden" : "Dit lukte niet";
  const body = html`<${Layout} work=${work} title=${title}><p class="mistake" role="alert"><strong>${what}</strong> ${fix}</p><//>`;
  return { status, title, body };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The kind that is at this address. */
export function kindAt(slug: string | undefined): ThingKind | undefined {
  return KIND_NAMES.find((kind) => THING_KINDS[kind].slug === slug);
}
