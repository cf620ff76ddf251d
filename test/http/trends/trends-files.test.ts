import { describe, expect, test } from "@jest/globals";
import { textAt } from "../../../src/content/text-at.ts";
import { makeContent } from "../../support/make-content.ts";
import { content, counter, startTrends } from "./support/trends-server.ts";

const COUNTERS = [counter("walk-started", "top3", 43), counter("question-known", "direct-gevaar", 8)];

/** The cells of a line, as Excel reads them. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

describe("the file", () => {
  test("opens right in Dutch Excel: a byte order mark, semicolons, and a line for each figure", async () => {
    const { url } = await startTrends({ counters: COUNTERS });
    const response = await fetch(`${url}/trends.csv?periode=3&regio=alkmaar`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="trends.csv"');
    const lines = new TextDecoder().decode(bytes).trimEnd().split("\r\n").map(cellsOf);
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([9]));
    const march = lines.filter((cells) => cells[5] === "maart 2026");
    expect(march.map((cells) => cells.slice(7))).toEqual([
      ["11,3", "11,3 of meer"],
      ["45", "45 of meer"],
      ["", "te weinig"],
      ["", "te weinig"],
    ]);
  });

  test("has a name that says when the numbers are invented", async () => {
    const { get } = await startTrends({ isInvented: true });
    expect((await get("/trends.csv")).headers.get("content-disposition")).toContain("verzonnen");
  });

  test("says in its first line that the numbers are invented, and nothing of the kind when they are not", async () => {
    const checkAccess = async () => ({ who: "lead", trends: true, content: false });
    const linesOf = async (isInvented: boolean) =>
      (await (await startTrends({ isInvented, checkAccess })).get("/trends.csv")).text.split("\r\n").map(cellsOf);
    const [, remark = []] = await linesOf(true);
    expect([remark[3], remark[8]]).toEqual(["Let op", textAt(content, "trends.invented")]);
    expect((await linesOf(false)).flat()).not.toContain("Let op");
  });

  test("names the walk only at figures that it narrows", async () => {
    const { get } = await startTrends({ counters: COUNTERS });
    const lines = (await get("/trends.csv?periode=1&ronde=top3")).text.split("\r\n").map(cellsOf);
    const walkOf = (table: string) =>
      lines.find((cells) => cells[4] === textAt(content, `trends.tables.${table}`))?.[2];
    expect(walkOf("stops")).toBe("TOP-3");
    expect(walkOf("articles")).toBe(textAt(content, "trends.filter.all-walks"));
  });

  test("holds no cell that Excel takes for a formula", async () => {
    const title = '=HYPERLINK("http://kwaad.example")';
    const article = { id: "kwaad", title };
    const bad = { ...content, articles: new Map([["kwaad", article]]) } as never;
    const { get } = await startTrends({ content: bad, counters: [counter("article-shown", "kwaad", 50)] });
    const { text } = await get("/trends.csv");
    const cells = text.replace("\uFEFF", "").trimEnd().split("\r\n").flatMap(cellsOf);
    expect(cells).toContain(`'${title}`);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});

describe("the interface", () => {
  test("gives the same figures with stable names, and null for what is too few", async () => {
    const { get } = await startTrends({ counters: COUNTERS });
    const { headers, text } = await get("/api/trends?periode=3&regio=alkmaar");
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    const trends = JSON.parse(text);
    expect(trends).toMatchObject({ filters: { period: 3, region: "alkmaar" }, leastCount: 10 });
    expect(trends.months).toEqual(["2026-02", "2026-03", "2026-04"]);
    const { columns, rows } = trends.sections[0].tables[0];
    expect(columns.map(({ id }: { id: string }) => id)).toEqual([
      "started-weekly",
      "started",
      "questions-weekly",
      "questions",
    ]);
    expect(rows[0]).toEqual({
      id: "2026-03",
      title: "maart 2026",
      figures: [
        { n: 11.3, atLeast: true },
        { n: 45, atLeast: true },
        { n: null, atLeast: false },
        { n: null, atLeast: false },
      ],
    });
  });
});

describe.each(["/trends.csv", "/api/trends"])("%s", (path) => {
  test.each([
    ["periode=5", "24"],
    ["regio=amsterdam", "kennemerland"],
    ["ronde=x", "mda-check"],
    ["tot=2031-01", "2026-03"],
    ["vergelijk=gisteren", "2026-03"],
  ])("refuses %s and says what can be chosen", async (query, choice) => {
    const { get } = await startTrends({});
    const { status, text } = await get(`${path}?${query}`);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toEqual({ code: "BAD_FILTER", message: expect.stringContaining(choice) });
  });

  test("takes an empty filter as no choice", async () => {
    const { get } = await startTrends({ content: makeContent([]) });
    expect((await get(`${path}?periode=&regio=&ronde=`)).status).toBe(200);
  });
});
