import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Request, Response, Server } from "restify";
import type { TableId } from "../../trends/report.ts";
import { HttpError } from "../http-error.ts";
import { answerQuery, type TrendsAnswer, type TrendsPageOptions } from "./answer.ts";
import { CHARTED } from "./chart-bars.ts";
import { drawAhead } from "./chart-figure.ts";
import { inTurn } from "./in-turn.ts";
import { mistakeText } from "./mistake-text.ts";
import { renderRefusedPage, renderSignInPage } from "./notice-page.ts";
import { pagePolicy } from "./page-policy.ts";
import { readTheme } from "./theme.ts";
import { renderTrendsCsv } from "./trends-csv.ts";
import { renderTrendsJson } from "./trends-json.ts";
import { renderTrendsPage } from "./trends-page.ts";
import { CHART_NAME, renderTrendsPicture } from "./trends-picture.ts";

const HTML = "text/html; charset=utf-8";
const CSV = "text/csv; charset=utf-8";
const SVG = "image/svg+xml; charset=utf-8";
const SCRIPT = "text/javascript; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

interface RouteOptions extends TrendsPageOptions {
  /** IP address of the caller; undefined when it has gone already. */
  addressOf: (req: Request) => string | undefined;
}

/**
 * Adds GET /trends (the page), /trends.csv, /trends.svg (a chart) and /api/trends, all with the same filters and the same protection, and
 * the stylesheet and scripts of the page. Who is not signed in gets 401, who has no role 403.
 */
export function addTrendsRoutes(server: Server, options: RouteOptions): void {
  const signsIn = options.checkAccess !== undefined;
  const send = createSender(options);
  server.get("/trends", async (req: Request, res: Response) => {
    const query = queryOf(req);
    const theme = readTheme(query);
    const status = await accessStatus(req, options);
    if (status === 401) return send(res, status, HTML, renderSignInPage(options.content(), theme));
    if (status === 403) return send(res, status, HTML, renderRefusedPage(options.content(), theme));
    const answer = await answerQuery(options, query);
    for (const table of answer.report.sections.flatMap(({ tables }) => tables)) {
      await inTurn();
      drawAhead(answer, table);
    }
    await inTurn();
    send(res, 200, HTML, renderTrendsPage(answer, { theme, signsIn }));
  });
  server.get("/trends.csv", async (req: Request, res: Response) => {
    const answer = await answerForFile(req, options);
    send(res, 200, CSV, renderTrendsCsv(answer), asFile(answer, ".csv"));
  });
  server.get("/trends.svg", async (req: Request, res: Response) => {
    const answer = await answerForFile(req, options);
    const id = chartOf(queryOf(req));
    const picture = renderTrendsPicture(answer, id);
    if (picture === undefined) throw nothingToDraw();
    send(res, 200, SVG, picture, asFile(answer, `-${id}.svg`));
  });
  server.get("/api/trends", async (req: Request, res: Response) => {
    const answer = await answerForFile(req, options);
    send(res, 200, JSON_TYPE, JSON.stringify(renderTrendsJson(answer)));
  });
  addFile(server, send, "style.css", "text/css; charset=utf-8");
  addFile(server, send, "download.js", SCRIPT);
  addFile(server, send, "sign-in.js", SCRIPT);
  addFile(server, send, "unfold.js", SCRIPT);
}

function asFile({ labels }: TrendsAnswer, end: string): Record<string, string> {
  const name = labels.includes("trends.invented") ? "trends-verzonnen-gegevens" : "trends";
  return { "Content-Disposition": `attachment; filename="${name}${end}"` };
}

/** @throws HttpError 400 when there is no such chart */
function chartOf(query: URLSearchParams): TableId {
  const given = query.get(CHART_NAME);
  const found = CHARTED.find((id) => id === given);
  if (found) return found;
  throw new HttpError(400, "BAD_CHART", "Deze grafiek is er niet.", `Kies uit: ${CHARTED.join(", ")}.`);
}

function nothingToDraw(): HttpError {
  const fix = "Kies een langere periode of alle regio's.";
  return new HttpError(404, "NOTHING_TO_DRAW", "De aantallen zijn te klein voor deze grafiek.", fix);
}

type Send = (res: Response, status: number, type: string, body: string, more?: Record<string, string>) => void;

function createSender({ checkAccess }: TrendsPageOptions): Send {
  const policy = pagePolicy({ signsIn: checkAccess !== undefined });
  return (res, status, type, body, more = {}) => {
    const challenge = status === 401 ? { "WWW-Authenticate": "Bearer" } : {};
    res.writeHead(status, { "Content-Security-Policy": policy, ...challenge, ...more, "Content-Type": type });
    res.end(body);
  };
}

function addFile(server: Server, send: Send, name: string, type: string): void {
  const text = readFileSync(join(import.meta.dirname, name), "utf8");
  server.get(`/trends/${name}`, async (_req: Request, res: Response) => send(res, 200, type, text));
}

function queryOf(req: Request): URLSearchParams {
  return new URLSearchParams(req.getQuery());
}

/** Who comes without a token is not signed in yet: that is how a tab begins, and no refusal. */
async function accessStatus(
  req: Request,
  { checkAccess, onRefused, addressOf }: RouteOptions,
): Promise<200 | 401 | 403> {
  if (!checkAccess) return 200;
  const { authorization } = req.headers;
  const person = await checkAccess(authorization);
  if (person?.trends) return 200;
  const status = person ? 403 : 401;
  const what = req.path();
  if (authorization !== undefined) onRefused?.({ who: person?.who, address: addressOf(req), what, status });
  return status;
}

/**
 * The answer for who asks without a browser: what is wrong is told as an error.
 * @throws HttpError 401 or 403 without access, 400 on a filter that cannot be chosen
 */
async function answerForFile(req: Request, options: RouteOptions): Promise<TrendsAnswer> {
  const status = await accessStatus(req, options);
  if (status === 401)
    throw new HttpError(401, "NOT_SIGNED_IN", "Je bent niet aangemeld.", "Stuur een geldig token mee.");
  if (status === 403) {
    const fix = "Vraag de beheerder van Teams om de rol Teamleider of Programma.";
    throw new HttpError(403, "NO_ROLE", "Je hebt geen toegang tot de trends.", fix);
  }
  const answer = await answerQuery(options, queryOf(req));
  const { content, mistakes } = answer;
  if (mistakes.length === 0) return answer;
  const what = mistakes.map((mistake) => mistakeText(content, mistake)).join(" ");
  const choices = mistakes.map(({ choices }) => choices.join(", ")).join("; ");
  throw new HttpError(400, "BAD_FILTER", what, `Kies uit: ${choices}.`);
}
