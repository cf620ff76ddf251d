import { expect, test } from "@jest/globals";
import type { Content } from "../../../src/content/content.ts";
import { reportLinks } from "../../../src/tools/check-links/link-report.ts";
import { article } from "../../knowledge/support/small-knowledge.ts";

const links = [
  { id: "leidraad", title: "Leidraad", status: "niet-geverifieerd", fallback: "kader" },
  { id: "kader", title: "Kader", url: "https://example.org/", status: "geverifieerd", checked: "2027-04-21" },
  { id: "los", title: "Los", url: "https://example.org/los", status: "geverifieerd", checked: "2027-04-30" },
];
const content = {
  links: new Map(links.map((link) => [link.id, link])),
  articles: new Map([["visie", article("visie", { link: "leidraad" })]]),
  signalGroups: [{ signals: [{ id: "regie-ontbreekt", links: ["leidraad", "kader"] }] }],
} as unknown as Content;

/** The lines about one link, without its name. */
function about(id: string, opened = new Map<string, string>()): string {
  const blocks = reportLinks(content, "2027-05-01", opened).join("\n").split("\n\n");
  return blocks.find((block) => block.startsWith(`${id}:`)) ?? "";
}

test("the first line counts the links and those that are not verified", () => {
  expect(reportLinks(content, "2027-05-01", new Map())[0]).toMatch(/^3 .* 1 /);
});

test("a link that is not verified shows its status and its fallback", () => {
  expect(about("leidraad")).toMatch(/niet-geverifieerd, nooit/);
  expect(about("leidraad")).toMatch(/vervanger kader/);
});

test("a verified link shows its address and how many days ago it was seen", () => {
  expect(about("kader")).toMatch(/https:\/\/example\.org\//);
  expect(about("kader")).toMatch(/2027-04-21 \(10 dagen/);
  expect(about("los")).toMatch(/2027-04-30 \(1 dag /);
});

test("articles, signals and links that use a link are named, and nothing is named for one that is not used", () => {
  expect(about("leidraad")).toMatch(/artikel visie, signaal regie-ontbreekt$/);
  expect(about("kader")).toMatch(/signaal regie-ontbreekt, vervanger van leidraad$/);
  expect(about("los")).toMatch(/nergens$/);
});

test("what came of opening an address is shown for that link only", () => {
  const opened = new Map([["kader", "404"]]);
  expect(about("kader", opened)).toMatch(/geopend {3}404/);
  expect(about("los", opened)).not.toContain("geopend");
});
