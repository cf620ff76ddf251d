import { expect, test } from "@jest/globals";
import { readLines } from "../../../src/check/read-lines.ts";
import { describe, isMet, measure } from "../../../src/tools/eval/measure.ts";
import { ARTICLES } from "../../knowledge/support/small-knowledge.ts";

const FILE = `# danger slaan vandaag
hij slaat haar
# danger slaan vandaag indirect
ze loopt mank

# ordinary case-update
hij was op tijd
hij slaat de bal
# long danger
ordinary case-update | Hij was op tijd.
danger slaan nu | Hij slaat haar.
# case
ik was bij moeder
# question mda mda-criteria
wat is mda
# offtopic office
waar is de printer
# personal phone
bel 0612345678
# personal name
bel jan
# none
bel 112
# not-dutch english
where is she
# dutch
waar is ze
`;

const [mda] = ARTICLES.filter(({ id }) => id === "mda");
const understanding = {
  danger: (text: string) => ({ level: /slaat/.test(text) ? ("vandaag" as const) : ("geen" as const), signs: [] }),
  isCase: (text: string) => /moeder/.test(text),
  personalData: (text: string) => (/06/.test(text) ? ["telefoon" as const] : []),
  isForeign: (text: string) => /where/.test(text),
  search: (text: string) =>
    /mda/.test(text) && mda ? { kind: "one" as const, article: mda } : { kind: "none" as const },
};

test("lines are read under their headings, and a long message is one text", () => {
  const lines = readLines(FILE, "iemand");
  expect(lines).toHaveLength(13);
  expect(lines[4]).toEqual({
    text: "Hij was op tijd. Hij slaat haar.",
    writer: "iemand",
    is: { kind: "message", danger: true },
  });
  expect(() => readLines("# personal onzin\nregel\n", "iemand")).toThrow('"# personal onzin"');
  expect(() => readLines("# onzin\nregel\n", "iemand")).toThrow('"# onzin"');
});

test("each figure counts its own lines, with what went wrong", () => {
  const figures = new Map(measure(readLines(FILE, "iemand"), understanding).map((each) => [each.name, each]));
  const counts = (name: string) => [figures.get(name)?.count, figures.get(name)?.of];
  expect(counts("gevaar gezien")).toEqual([1, 2]);
  expect(counts("gevaar gezien, zonder trefwoord")).toEqual([0, 1]);
  expect(counts("vals alarm")).toEqual([1, 2]);
  expect(figures.get("vals alarm")?.misses).toEqual(["hij slaat de bal"]);
  expect(counts("lange berichten: gevaar gezien")).toEqual([1, 1]);
  expect(counts("casus: weg naar veiligheid")).toEqual([2, 2]);
  expect(counts("vraag: eerste goed")).toEqual([1, 1]);
  expect(counts("ander onderwerp: geen antwoord")).toEqual([1, 1]);
  expect(counts("persoonsgegevens gezien, met hun soort")).toEqual([1, 2]);
  expect(counts("persoonsgegevens: vals alarm")).toEqual([0, 1]);
  expect(counts("andere taal herkend")).toEqual([1, 1]);
  expect(counts("Nederlands voor een andere taal aangezien")).toEqual([0, 1]);
});

test("a figure without lines is no miss, and one below its target is", () => {
  const figure = { name: "x", count: 1, of: 2, misses: [] };
  expect(isMet({ ...figure, target: { atLeast: 0.6 } })).toBe(false);
  expect(isMet({ ...figure, target: { atMost: 0.5 } })).toBe(true);
  expect(isMet({ ...figure, count: 0, of: 0, target: { atLeast: 1 } })).toBe(true);
  expect(describe({ ...figure, target: { atLeast: 0.6 } })).toContain(
    "1 van 2 (50.0%), doel minstens 60%  NIET gehaald",
  );
});
