import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { APP_ROLES } from "../../src/access/roles.ts";
import { VARIABLES } from "../../src/config.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(resolve(PROJECT, path), "utf8");

const DOCUMENTS = [
  "docs/installatie.md",
  "docs/runbook.md",
  "docs/adr/0011-app-service-for-azure.md",
  "docs/adr/0012-what-moves-with-a-successor-sdk.md",
  "deployment/server/README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
];

/** The anchors of the headings, as GitHub makes them. */
function anchorsOf(markdown: string): string[] {
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => String(heading));
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** The links of a document that lead nowhere. */
function broken(path: string, markdown: string): string[] {
  const links = [...markdown.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link]) => String(link));
  return links.filter((link) => {
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? resolve(PROJECT, path) : resolve(PROJECT, dirname(path), file);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(target, "utf8")).includes(anchor);
  });
}

test.each(DOCUMENTS)("%s has no link that leads nowhere", (path) => {
  expect(broken(path, read(path))).toEqual([]);
});

test("a link that leads nowhere is noticed", () => {
  const text = "[a](runbook.md) [b](weg.md) [c](runbook.md#weg) [d](https://voorbeeld.nl/weg)";
  expect(broken("docs/installatie.md", text)).toEqual(["weg.md", "runbook.md#weg"]);
});

test("the runbook has an entry for each alert of the template", () => {
  const alerts = read("deployment/azure/modules/alerts.bicep");
  const inList = [...alerts.matchAll(/^ {4}name: '([a-z-]+)'$/gm)].map(([, name]) => name);
  const alone = [...alerts.matchAll(/name: '\$\{name\}-([a-z-]+)'$/gm)].map(([, name]) => name);
  const names = [...inList, ...alone];
  expect(names).toHaveLength(5);
  for (const name of names) expect(read("docs/runbook.md")).toContain(`| \`${name}\` |`);
});

test("the commands in the documents exist", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const used = DOCUMENTS.flatMap((path) =>
    [...read(path).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => String(name)),
  );
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((name) => !(name in scripts))).toEqual([]);
});

test("the installation tells of every role, and of what the sign-in asks of a token", () => {
  const text = read("docs/installatie.md");
  for (const role of Object.values(APP_ROLES)) expect(text).toContain(`| \`${role}\` |`);
  for (const name of ["access_as_user", "requestedAccessTokenVersion"]) expect(text).toContain(`\`${name}\``);
});

test("the settings are explained to whoever installs the bot", () => {
  const text = read("docs/installatie.md") + read("README.md");
  expect(VARIABLES.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

describe("publiccode.yml", () => {
  const code = parse(read("publiccode.yml"));

  test("has what the standard asks for", () => {
    expect(code).toMatchObject({
      publiccodeYmlVersion: expect.any(String),
      name: expect.any(String),
      url: expect.stringMatching(/^https:/),
      releaseDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      softwareVersion: JSON.parse(read("package.json")).version,
      developmentStatus: expect.stringMatching(/^(concept|development|beta|stable|obsolete)$/),
      maintenance: { type: "none" },
      localisation: { localisationReady: false, availableLanguages: ["nl"] },
    });
  });

  test.each(["nl", "en"])("describes the product within the lengths of the standard, in %s", (language) => {
    const { shortDescription, longDescription, features } = code.description[language];
    expect(shortDescription.length).toBeLessThanOrEqual(150);
    expect(longDescription.length).toBeGreaterThanOrEqual(150);
    expect(longDescription.length).toBeLessThanOrEqual(10_000);
    expect(features.length).toBeGreaterThan(0);
  });
});
