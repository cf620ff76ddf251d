import { isIP } from "node:net";
import { parseArgs } from "node:util";
import { AppError } from "../../errors.ts";

/** What stands in the manifest as `${{NAME}}`, as the Microsoft 365 Agents Toolkit writes it. */
export type Values = Readonly<Record<string, string>>;

export interface PackageOptions {
  values: Values;
  /** Path of the zip. */
  out: string;
  /** What is not wrong, but should be thought about. */
  warnings: string[];
}

const OPTIONS = {
  "app-id": { type: "string" },
  domain: { type: "string" },
  organisation: { type: "string" },
  website: { type: "string" },
  privacy: { type: "string" },
  terms: { type: "string" },
  version: { type: "string" },
  out: { type: "string" },
} as const;

const FIX =
  "npm run package:teams -- --app-id <id van de bot> --domain <domein> [--organisation <naam>] [--website <url>] " +
  "[--privacy <url>] [--terms <url>] [--version <1.2.3>] [--out <bestand.zip>]";

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const EMPTY_GUID = /^[0-]+$/;
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
/** From the schema: `developer.name`. */
const LONGEST_ORGANISATION = 32;

/**
 * Reads the arguments of `npm run package:teams`.
 * @param projectVersion the version of the app when none is given
 * @throws AppError OPTIONS_INVALID, with a line for each argument that is missing or wrong
 */
export function readOptions(args: string[], projectVersion: string): PackageOptions {
  const given = inLowerCase(parse(args));
  const version = given.version ?? projectVersion;
  const mistakes = findMistakes({ ...given, version });
  if (mistakes.length > 0) throw optionsInvalid(mistakes);
  const home = `https://${given.domain}`;
  const values = {
    APP_VERSION: version,
    TEAMS_APP_ID: String(given["app-id"]),
    BOT_ID: String(given["app-id"]),
    BOT_DOMAIN: String(given.domain),
    ORGANISATION: given.organisation ?? String(given.domain).slice(0, LONGEST_ORGANISATION),
    WEBSITE_URL: given.website ?? home,
    PRIVACY_URL: given.privacy ?? home,
    TERMS_URL: given.terms ?? home,
  };
  return { values, out: given.out ?? "build/wijkteam-assistent.zip", warnings: warningsOf(given, home) };
}

type Given = Partial<Record<keyof typeof OPTIONS, string>>;

function parse(args: string[]): Given {
  try {
    const { values } = parseArgs({ args, options: OPTIONS, allowPositionals: false });
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]));
  } catch {
    throw optionsInvalid(["er staat iets in dat de opdracht niet kent, of een waarde ontbreekt"]);
  }
}

/** Ids and domains mean the same in capitals, but the rules of the store compare them letter by letter. */
function inLowerCase(given: Given): Given {
  const { "app-id": appId, domain } = given;
  return {
    ...given,
    ...(appId === undefined ? {} : { "app-id": appId.toLowerCase() }),
    ...(domain === undefined ? {} : { domain: domain.toLowerCase() }),
  };
}

function findMistakes(given: Given): string[] {
  const { "app-id": appId, domain, organisation, version } = given;
  const urls = (["website", "privacy", "terms"] as const).filter((name) => given[name] && !isHttps(given[name]));
  return [
    ...(appId && GUID.test(appId) && !EMPTY_GUID.test(appId) ? [] : [`--app-id: ${WHAT.appId}`]),
    ...(domain && DOMAIN.test(domain) && isIP(domain) === 0 ? [] : [`--domain: ${WHAT.domain}`]),
    ...(organisation === undefined || isName(organisation) ? [] : [`--organisation: ${WHAT.organisation}`]),
    ...urls.map((name) => `--${name}: dat is geen webadres dat met https:// begint`),
    ...(version && VERSION.test(version) ? [] : [`--version: ${WHAT.version}`]),
  ];
}

const WHAT = {
  appId: "geef het id van de bot, zoals 00000000-1111-2222-3333-444444444444; in Azure bij de bot: Microsoft App ID",
  domain: "geef het domein waarop de bot te bereiken is, zonder https:// en zonder pad, zoals bot.voorbeeld.nl",
  organisation: `geef een naam van hoogstens ${LONGEST_ORGANISATION} tekens`,
  version: "geef drie getallen met punten, zoals 1.2.3, hoger dan de vorige keer",
};

function isName(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST_ORGANISATION;
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === "https:";
}

function warningsOf(given: Given, home: string): string[] {
  const missing = (["organisation", "website", "privacy", "terms"] as const).filter((name) => !given[name]);
  if (missing.length === 0) return [];
  const names = missing.map((name) => `--${name}`).join(", ");
  return [`zonder ${names} wijst de app in Teams naar ${home}; geef je eigen naam en pagina's, of vul ze later aan`];
}

function optionsInvalid(mistakes: string[]): AppError {
  return new AppError("OPTIONS_INVALID", `De opdracht klopt niet:\n- ${mistakes.join("\n- ")}`, FIX);
}
