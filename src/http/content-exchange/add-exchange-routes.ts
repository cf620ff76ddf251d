import type { Request, Response, Server } from "restify";
import type { Person } from "../../content/content-store.ts";
import { MAX_ZIP_BYTES, unzipFiles, zipFiles } from "../../content/zip-files.ts";
import { AppError } from "../../errors.ts";
import type { Publishing, PublishOutcome } from "../../publishing/publishing.ts";
import { HttpError } from "../http-error.ts";
import { DEFAULT_LIMITS } from "../limits.ts";
import { readBody } from "../read-body.ts";
import type { CheckAccess } from "../sign-in/check-access.ts";

const ZIP = "application/zip";

/** Who sends too much and may be here, reads so. */
const DISCARD_BYTES = 4 * MAX_ZIP_BYTES;

export interface ExchangeOptions {
  publishing: Publishing;
  /** Absent: nothing is configured, so everything is open. Only for loopback. */
  checkAccess?: CheckAccess | undefined;
  /** Somebody came with a token that is not good, or without the role. */
  onRefused: (refusal: {
    who: string | undefined;
    address: string | undefined;
    what: string;
    status: 401 | 403;
  }) => void;
  /** IP address of the caller; undefined when it has gone already. */
  addressOf: (req: Request) => string | undefined;
}

/** Of who asks where nobody can sign in: on this machine. */
const LOCAL: Person = { id: "lokaal" };

/** What a program is told of a publication, and with which status. */
const STATUS: Record<PublishOutcome["outcome"], number> = {
  published: 200,
  proposed: 202,
  unchanged: 200,
  refused: 422,
  undecided: 422,
  overtaken: 409,
  gone: 404,
  own: 403,
};

/**
 * Adds GET and POST /api/inhoud/zip: all published content as a folder, to be changed elsewhere, and the way back. For
 * programme staff. `POST …?reden=…&verzoek=…&akkoord=1` publishes as the page does, or says what is wrong; `akkoord` is
 * that those who decide about the change agreed.
 */
export function addExchangeRoutes(server: Server, options: ExchangeOptions): void {
  const { publishing } = options;
  server.get("/api/inhoud/zip", async (req: Request, res: Response) => {
    await personOf(req, options);
    const { latest } = await publishing.status();
    const files = await publishing.filesOf(latest.number);
    if (!files)
      throw new HttpError(503, "CONTENT_DAMAGED", "De nieuwste versie is niet te lezen.", "Ga terug naar een eerdere.");
    const name = `inhoud-versie-${latest.number}.zip`;
    res.writeHead(200, { "Content-Type": ZIP, "Content-Disposition": `attachment; filename="${name}"` });
    res.end(Buffer.from(zipFiles(files, { number: latest.number, hash: latest.hash })));
  });
  server.post("/api/inhoud/zip", async (req: Request, res: Response) => {
    const person = await personOf(req, options);
    if (!/^application\/zip\b/.test(req.headers["content-type"] ?? "")) throw notZip();
    const query = new URLSearchParams(req.getQuery());
    const bytes = await readBody(req, { ...DEFAULT_LIMITS, maxBodyBytes: MAX_ZIP_BYTES, discardBytes: DISCARD_BYTES });
    const publication = await asHttpError(async () => {
      const { files, version } = await unzipFiles(bytes);
      const request = {
        requestId: query.get("verzoek") ?? "",
        reason: query.get("reden") ?? "",
        isAgreed: query.get("akkoord") === "1",
      };
      return publishing.publishFiles(person, { ...request, base: version?.number ?? 0, files });
    });
    res.send(STATUS[publication.outcome], publication);
  });
}

/** @throws HttpError 401 or 403 for who is not programme staff */
async function personOf(req: Request, { checkAccess, onRefused, addressOf }: ExchangeOptions): Promise<Person> {
  if (!checkAccess) return LOCAL;
  const person = await checkAccess(req.headers.authorization);
  if (person?.content) return { id: person.who, name: person.name };
  const status = person ? 403 : 401;
  onRefused({ who: person?.who, address: addressOf(req), what: req.path(), status });
  if (status === 401)
    throw new HttpError(401, "NOT_SIGNED_IN", "Je bent niet aangemeld.", "Stuur een geldig token mee.");
  const fix = "Vraag de beheerder van Teams om de rol Programma.";
  throw new HttpError(403, "NO_ROLE", "Alleen programmamedewerkers veranderen de inhoud.", fix);
}

async function asHttpError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw new HttpError(400, error.code, error.message, error.fix, { cause: error });
    throw error;
  }
}

function notZip(): HttpError {
  return new HttpError(415, "NOT_ZIP", "Dit is geen zipbestand.", `Stuur het met Content-Type: ${ZIP}.`);
}
