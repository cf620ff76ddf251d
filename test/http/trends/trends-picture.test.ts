import { describe, expect, test } from "@jest/globals";
import { textAt } from "../../../src/content/text-at.ts";
import { content, counter, startTrends } from "./support/trends-server.ts";

const SIGNED_IN = async () => ({ who: "lead", trends: true, content: false });
const COUNTERS = [counter("walk-started", "top3", 43)];
const PICTURE = "/trends.svg?grafiek=use-over-time&periode=3&regio=alkmaar&ronde=top3";

/** The words in a picture, in the order in which they stand there. */
function wordsOf(svg: string): string {
  return [...svg.matchAll(/>([^<>]+)<\/(?:text|tspan)>/g)].map(([, words]) => words).join(" ");
}

describe("the picture of a chart", () => {
  test("is a file that says what it is about: the period, the region and the walk", async () => {
    const { get } = await startTrends({ counters: COUNTERS, checkAccess: SIGNED_IN });
    const { status, headers, text } = await get(PICTURE);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect(headers.get("content-disposition")).toBe('attachment; filename="trends-use-over-time.svg"');
    expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    const words = wordsOf(text);
    expect(words).toContain(textAt(content, "trends.tables.use-over-time"));
    expect(words).toContain("januari tot en met maart 2026. Alkmaar. TOP-3");
    expect(words).not.toContain("Verzonnen");
    expect(text).not.toContain("var(--");
    // A quote within an attribute would make it unreadable: after each attribute comes the next one or the end.
    expect(text).not.toMatch(/="[^"<>]*"[^\s/>?]/);
  });

  test("says that the numbers are invented, in the picture and in its name", async () => {
    const { get } = await startTrends({ counters: COUNTERS, isInvented: true, checkAccess: SIGNED_IN });
    const { headers, text } = await get(PICTURE);
    expect(wordsOf(text)).toContain("Verzonnen gegevens");
    expect(headers.get("content-disposition")).toContain("verzonnen");
  });

  test("has the notes of staff, and lets nothing in them be read as a drawing", async () => {
    const trendNotes = [{ on: "2026-03-09", text: "Training <script>alert(1)</script>" }];
    const { get } = await startTrends({ content: { ...content, trendNotes }, counters: COUNTERS });
    const { text } = await get(PICTURE);
    expect(wordsOf(text)).toContain("1. 9 maart 2026: Training &lt;script&gt;");
    expect(text).not.toContain("<script");
  });

  test("has each note at its day, and one name for notes that are too near for two", async () => {
    const trendNotes = ["2026-03-02", "2026-03-16", "2026-03-17"].map((on) => ({ on, text: "Training" }));
    const { get } = await startTrends({
      content: { ...content, trendNotes },
      counters: COUNTERS,
      checkAccess: SIGNED_IN,
    });
    const { text } = await get("/trends.svg?grafiek=use-over-time&periode=1");
    // Upright dashed lines; March has four weeks, from Monday the 2nd on.
    const lines = [...text.matchAll(/d="M([\d.]+) [\d.]+L\1 [\d.]+"[^>]*stroke-dasharray/g)].map(([, x]) => Number(x));
    expect(lines).toHaveLength(3);
    const [start = 0, middle = 0, next = 0] = lines.toSorted((a, b) => a - b);
    expect((next - middle) / (middle - start)).toBeCloseTo(1 / 14, 1);
    expect(wordsOf(text)).toMatch(/ 2, 3 /);
  });

  test.each([
    ["grafiek=bestaat-niet", 400, "BAD_CHART"],
    ["grafiek=useful", 400, "BAD_CHART"],
    ["", 400, "BAD_CHART"],
    ["grafiek=use-over-time&periode=5", 400, "BAD_FILTER"],
    ["grafiek=articles", 404, "NOTHING_TO_DRAW"],
  ])("is refused for %s with %d", async (query, status, code) => {
    const { get } = await startTrends({ counters: COUNTERS });
    const answer = await get(`/trends.svg?${query}`);
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([status, code]);
  });

  test("is for those who may see the trends", async () => {
    const { get } = await startTrends({ counters: COUNTERS, checkAccess: async () => undefined });
    expect((await get(PICTURE)).status).toBe(401);
  });
});
