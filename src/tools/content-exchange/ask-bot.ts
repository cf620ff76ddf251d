import { AppError } from "../../errors.ts";
import type { ExchangeArguments } from "./exchange-options.ts";

/**
 * Asks a running bot; the token of the person goes along.
 * @throws AppError `BOT_UNREACHABLE`, or the code that the bot gives when it refuses who asks
 */
export async function askBot(
  { url = "", token }: Pick<ExchangeArguments, "url" | "token">,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = { ...init.headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${url}${path}`, { ...init, headers }).catch((cause) => {
    const fix = "Kijk of het adres klopt en of de bot draait.";
    throw new AppError("BOT_UNREACHABLE", `${url} is niet te bereiken.`, fix, { cause });
  });
  if (![400, 401, 403, 404, 413, 415, 429, 500, 503].includes(answer.status)) return answer;
  const { code, message } = (await answer.json().catch(() => ({}))) as { code?: string; message?: string };
  if (answer.status === 404 && code === "NOT_FOUND") throw noStore(url);
  if (code === undefined) return answer;
  throw new AppError(
    code,
    message ?? `De bot antwoordt ${answer.status}.`,
    "Pas aan wat er staat en probeer het opnieuw.",
  );
}

function noStore(url: string): AppError {
  const fix = "Zet daar CONTENT_STORE=on, of verander er de bestanden.";
  return new AppError("NO_CONTENT_STORE", `De bot op ${url} publiceert geen inhoud: hij volgt bestanden.`, fix);
}
