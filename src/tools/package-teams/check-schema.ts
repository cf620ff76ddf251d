import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ErrorObject } from "ajv";
import draft04 from "ajv-draft-04";
import formats from "ajv-formats";

const SCHEMAS = "@microsoft/app-manifest/build/json-schemas/teams";
const require = createRequire(import.meta.url);

/**
 * Checks a file of the package against the schema that Microsoft publishes for it.
 * @param version the manifest version, for example "1.30"
 * @returns one line per mistake: file, place, what is wrong
 */
export function checkSchema(file: string, content: unknown, version: string): string[] {
  const kind = file === "manifest.json" ? "MicrosoftTeams" : "MicrosoftTeams.Localization";
  const schema = readSchema(`${SCHEMAS}/v${version}/${kind}.schema.json`);
  if (!schema) return [`${file}: manifestVersion ${version} kent @microsoft/app-manifest niet`];
  // Some patterns in the schemas are no valid Unicode patterns.
  const ajv = new draft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return validate(content) ? [] : (validate.errors ?? []).map((error) => `${file}: ${describe(error)}`);
}

function readSchema(name: string): object | undefined {
  try {
    return JSON.parse(readFileSync(require.resolve(name), "utf8"));
  } catch {
    return undefined;
  }
}

function describe({ instancePath, keyword, params, message }: ErrorObject): string {
  const place = instancePath.slice(1).replaceAll("/", ".") || "bovenaan";
  const describe = EXPLAINED[keyword];
  return `${place}: ${describe ? describe(params) : `voldoet niet aan het schema (${message})`}`;
}

/** The mistakes that an edit of the template can make, in Dutch; what ajv says of the others is English. */
const EXPLAINED: Record<string, (params: Record<string, unknown>) => string> = {
  maxLength: ({ limit }) => `is langer dan ${limit} tekens`,
  maxItems: ({ limit }) => `heeft meer dan ${limit} onderdelen`,
  required: ({ missingProperty }) => `${missingProperty} ontbreekt`,
  additionalProperties: ({ additionalProperty }) => `${additionalProperty} bestaat niet in een manifest`,
  enum: ({ allowedValues }) => `kies uit ${[allowedValues].flat().join(", ")}`,
  const: ({ allowedValue }) => `moet ${allowedValue} zijn`,
  pattern: () => "heeft niet de goede vorm",
  type: ({ type }) => `moet van het soort ${type} zijn`,
};
