import type { Manifest } from "./manifest.ts";

/** A language file: the path of a text in the manifest, and the text in that language. */
export interface LanguageFile {
  file: string;
  content: Record<string, string>;
}

/** Names that Teams keeps for Microsoft: an app with one of these in its name is refused. */
const RESERVED = /\b(microsoft|teams|outlook|office|azure)\b/i;

/**
 * What Teams checks and the schema does not say.
 * @returns one line per mistake: file, place, what is wrong
 */
export function checkRules(manifest: Manifest, languages: readonly LanguageFile[]): string[] {
  const inManifest = [...checkNames(manifest), ...checkIds(manifest), ...checkAddresses(manifest)];
  return [
    ...inManifest.map((mistake) => `manifest.json: ${mistake}`),
    ...languages.flatMap((language) => checkLanguage(manifest, language)),
  ];
}

function checkNames({ name, description }: Manifest): string[] {
  const texts = { "name.short": name.short, "name.full": name.full ?? name.short, ...prefixed(description) };
  return [
    ...Object.entries(texts).flatMap(([path, text]) => (text.trim() === text && text ? [] : [`${path}: ${SPACES}`])),
    ...(RESERVED.test(name.short) ? ["name.short: bevat een naam van Microsoft"] : []),
    ...(description.short === description.full ? ["description: de korte en de lange tekst zijn gelijk"] : []),
    ...(description.full.length < description.short.length ? ["description.full: korter dan description.short"] : []),
  ];
}

const SPACES = "is leeg, of begint of eindigt met een spatie";

function prefixed({ short, full }: Manifest["description"]): Record<string, string> {
  return { "description.short": short, "description.full": full };
}

/** The bot behind the chat, the search and the sign-in is one and the same. */
function checkIds({ bots = [], composeExtensions = [], webApplicationInfo }: Manifest): string[] {
  const ids = [...bots, ...composeExtensions].map(({ botId }) => botId);
  if (webApplicationInfo) ids.push(webApplicationInfo.id);
  return new Set(ids).size > 1 ? ["bots, composeExtensions en webApplicationInfo hebben verschillende ids"] : [];
}

function checkAddresses({ validDomains = [], staticTabs = [], webApplicationInfo }: Manifest): string[] {
  const urls = staticTabs.flatMap(({ contentUrl, websiteUrl }) =>
    [contentUrl, websiteUrl].filter((url) => url !== undefined),
  );
  return [
    ...validDomains
      .filter((domain) => /[*/:\s]/.test(domain))
      .map((domain) => `validDomains: ${domain} is geen domein`),
    ...urls
      .filter((url) => !isUnder(url, validDomains))
      .map((url) => `staticTabs: ${url} staat niet op een van validDomains`),
    ...checkResource(validDomains, webApplicationInfo),
  ];
}

function isUnder(url: string, domains: readonly string[]): boolean {
  return URL.canParse(url) && new URL(url).protocol === "https:" && domains.includes(new URL(url).hostname);
}

/** Teams gives a token only for a resource on the domain of the tab. */
function checkResource(domains: readonly string[], info: Manifest["webApplicationInfo"]): string[] {
  if (!info || domains.some((domain) => info.resource === `api://${domain}/${info.id}`)) return [];
  return ["webApplicationInfo.resource: moet api://<domein>/<id> zijn, met het domein uit validDomains"];
}

/** A text under a path that is not in the manifest makes Teams refuse the whole package. */
function checkLanguage(manifest: Manifest, { file, content }: LanguageFile): string[] {
  const paths = Object.keys(content).filter((key) => key !== "$schema");
  return paths
    .filter((path) => typeof at(manifest, path) !== "string")
    .map((path) => `${file}: ${path} staat niet in manifest.json`);
}

function at(value: unknown, path: string): unknown {
  const steps = path.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
  return steps.reduce<unknown>((found, step) => (found as Record<string, unknown> | undefined)?.[step], value);
}
