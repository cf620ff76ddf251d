import { describe, expect, test } from "@jest/globals";
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
      ["11.3", ""],
      ["45", ""],
      ["", "te weinig"],
      ["", "te weinig"],
    ]);
  });

  test("has a name that says when the numbers are invented", async () => {
    const { get } = await startTrends({ isInvented: true });
    expect((await get("/trends.csv")).headers.get("content-disposition")).toContain("verzonnen");
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
    expect(rows[1]).toEqual({
      id: "2026-03",
      title: "maart 2026",
      figures: [
        { n: 11.3, atLeast: false },
        { n: 45, atLeast: false },
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
