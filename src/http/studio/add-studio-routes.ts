import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { VNode } from "preact";
import type { Request, Response, Server } from "restify";
import { HttpError } from "../http-error.ts";
import type { Limits } from "../limits.ts";
import { readBody } from "../read-body.ts";
import type { CheckAccess, SignedIn } from "../sign-in/check-access.ts";
import type { RefusedVisit } from "../trends/answer.ts";
import { renderDocument } from "../trends/document.ts";
import { html } from "../trends/html.ts";
import { readTheme } from "../trends/theme.ts";
import { checkSameOrigin } from "./check-same-origin.ts";
import { studioPolicy } from "./studio-policy.ts";

/** What the studio is asked, and by whom. */
export interface PageRequest {
  method: "GET" | "POST";
  /** Behind `/inhoud`. */
  path: string;
  query: URLSearchParams;
  form: URLSearchParams;
  person: { id: string; name?: string | undefined };
}

export type PageAnswer =
  | { status: number; title: string; body: VNode }
  | { status: 303; location: string }
  | { status: number; json: object };

export interface StudioRouteOptions {
  answer: (request: PageRequest) => Promise<PageAnswer>;
  /** The folder of its stylesheet and its script. */
  assets: string;
  /** Absent: nothing is configured, so everything is open. Only for loopback. */
  checkAccess?: CheckAccess | undefined;
  onRefused?: (refusal: RefusedVisit) => void;
}

interface RouteOptions extends StudioRouteOptions {
  addressOf: (req: Request) => string | undefined;
  limits: Limits;
}

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";
const FORM_TYPE = "application/x-www-form-urlencoded";

/** One file of the content is at most a million characters (`publishing/limits.ts`), and a form sends it encoded. */
const MAX_FORM_BYTES = 1024 * 1024;

/** Who changes content where nobody signs in. */
const SOMEBODY_HERE = { id: "lokaal" };

/**
 * Adds the pages of the studio at `/inhoud`: for programme staff, who are signed in with a token that their browser
 * sends itself. Who is not signed in gets 401, who has another role 403, and a write from another site 403.
 */
export function addStudioRoutes(server: Server, options: RouteOptions): void {
  const signsIn = options.checkAccess !== undefined;
  const policy = studioPolicy({ signsIn });
  const send = (res: Response, status: number, type: string, text: string, more: Record<string, string> = {}): void => {
    res.writeHead(status, {
      "Content-Security-Policy": policy,
      "Cache-Control": "no-store",
      ...more,
      "Content-Type": type,
    });
    res.end(text);
  };
  const show = (res: Response, req: Request, status: number, title: string, body: VNode) => {
    const theme = readTheme(new URLSearchParams(req.getQuery()));
    const challenge = status === 401 ? { "WWW-Authenticate": "Bearer" } : undefined;
    send(res, status, HTML, renderDocument({ title, theme, signsIn, page: "inhoud", children: body }), challenge);
  };
  const handle = (method: "GET" | "POST") => async (req: Request, res: Response) => {
    const person = await personOf(req, options);
    if (person === 401) return show(res, req, 401, "Inhoud", signInBody(NEEDED));
    if (person === 403) return show(res, req, 403, "Inhoud", refusedBody());
    if (method === "POST") checkSameOrigin(req.headers, { isOpen: !signsIn });
    const form = method === "POST" ? await readForm(req, options.limits) : new URLSearchParams();
    const path = req.path().slice("/inhoud".length);
    const answer = await options.answer({ method, path, query: new URLSearchParams(req.getQuery()), form, person });
    if ("location" in answer) return send(res, 303, HTML, "", { Location: answer.location });
    if ("json" in answer) return send(res, answer.status, JSON_TYPE, JSON.stringify(answer.json));
    show(res, req, answer.status, answer.title, html`${signsIn && signInBody("")}${answer.body}` as VNode);
  };
  for (const [name, type, file] of assetFiles(options.assets)) {
    const text = readFileSync(file, "utf8");
    // What is kept by a browser for an hour is asked for again after a new release.
    server.get(`/inhoud/${name}`, async (_req: Request, res: Response) =>
      send(res, 200, type, text, { "Cache-Control": "max-age=3600" }),
    );
  }
  for (const path of ["/inhoud", "/inhoud/*"]) {
    server.get(path, handle("GET"));
    server.post(path, handle("POST"));
  }
}

/** The renderer of cards by Microsoft comes from its package, as it is. */
function assetFiles(folder: string): [name: string, type: string, file: string][] {
  const renderer = createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.min.js");
  const base = join(import.meta.dirname, "../trends/style.css");
  return [
    ["base.css", "text/css; charset=utf-8", base],
    ["studio.css", "text/css; charset=utf-8", join(folder, "studio.css")],
    ["studio.js", "text/javascript; charset=utf-8", join(folder, "studio.js")],
    ["cards.js", "text/javascript; charset=utf-8", join(folder, "cards.js")],
    ["long-lists.js", "text/javascript; charset=utf-8", join(folder, "long-lists.js")],
    ["adaptivecards.js", "text/javascript; charset=utf-8", renderer],
  ];
}

/** Who comes without a token is not signed in yet: that is how a tab begins, and no refusal. */
async function personOf(req: Request, options: RouteOptions): Promise<PageRequest["person"] | 401 | 403> {
  const { checkAccess, onRefused, addressOf } = options;
  if (!checkAccess) return SOMEBODY_HERE;
  const { authorization } = req.headers;
  const person: SignedIn | undefined = await checkAccess(authorization);
  if (person?.content) return { id: person.who, name: person.name };
  const status = person ? 403 : 401;
  if (authorization !== undefined) onRefused?.({ who: person?.who, address: addressOf(req), what: "/inhoud", status });
  return status;
}

async function readForm(req: Request, limits: Limits): Promise<URLSearchParams> {
  const type = req.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== FORM_TYPE || (req.headers["content-encoding"] ?? "identity") !== "identity") {
    throw new HttpError(
      415,
      "NOT_A_FORM",
      "Dit soort bericht neemt de pagina niet aan.",
      "Stuur een gewoon formulier.",
    );
  }
  const body = await readBody(req, { ...limits, maxBodyBytes: MAX_FORM_BYTES, discardBytes: 4 * MAX_FORM_BYTES });
  return new URLSearchParams(body.toString("utf8"));
}

const NEEDED = "Open deze pagina als tabblad in Teams. Daar meld je je vanzelf aan.";

/** Where the script of the page says how the signing in goes. */
function signInBody(text: string): VNode {
  return html`<p id="sign-in" role="status">${text}</p>` as VNode;
}

function refusedBody(): VNode {
  return html`<p id="sign-in" role="status"></p><h1>Deze pagina is voor programmamedewerkers</h1>
    <p>Je bent aangemeld, maar je hebt geen toegang tot de inhoud. Heb je die nodig voor je werk? Vraag dan de beheerder van Teams in
      je organisatie om je de rol Programma te geven.</p>` as VNode;
}
