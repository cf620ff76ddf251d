import { describe, expect, test } from "@jest/globals";
import { textAt } from "../../../src/content/text-at.ts";
import { content, counter, startTrends } from "./support/trends-server.ts";

const WHO = "33333333-3333-4333-8333-333333333333";
const SIGNED_IN = async () => ({ who: WHO, trends: true, content: false });
const text = (key: string) => textAt(content, key);

/** Text as it stands in HTML, so that it can be found there. */
function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

describe("the page", () => {
  test("answers its questions as headings, in one main heading", async () => {
    const { get } = await startTrends({ counters: [counter("walk-started", "top3", 43)] });
    const { status, headers, text: page } = await get("/trends");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    for (const id of [
      "use",
      "compared",
      "stops",
      "unknown",
      "advice",
      "mda",
      "unanswered",
      "articles",
      "useful",
      "safety",
    ]) {
      expect(page).toContain(`<h2 id="${id}">${escaped(text(`trends.sections.${id}.title`))}</h2>`);
    }
    expect(page.match(/<h1>/g)).toHaveLength(1);
  });

  test("shows a number rounded, and a small one as too few, never as zero", async () => {
    const { get } = await startTrends({
      counters: [counter("walk-started", "top3", 43), counter("walk-started", "mda-check", 7)],
      checkAccess: SIGNED_IN,
    });
    const { text: page } = await get("/trends?regio=alkmaar&periode=1");
    const row = (title: string) => page.split(`<th scope="row">${title}</th>`)[1]?.split("</tr>")[0];
    expect(row("TOP-3")).toContain('<td class="number">45</td>');
    expect(row("MDA++-check")).toContain('<td class="hidden">te weinig</td>');
    expect(page).not.toMatch(/<td[^>]*>0/);
  });

  test("has a drawing above a table, in a wide and a narrow form, without styles of its own", async () => {
    const { get } = await startTrends({ counters: [counter("walk-started", "top3", 43)], checkAccess: SIGNED_IN });
    const { text: page } = await get("/trends?periode=1");
    expect(page.match(/<svg /g)).toHaveLength(2);
    expect(page).not.toMatch(/ style=|<style/);
  });

  test("says that an absent bar is a number that is too small", async () => {
    const { get } = await startTrends({ counters: [counter("walk-started", "top3", 43)] });
    expect((await get("/trends?periode=3")).text).toContain(text("trends.no-bar"));
  });

  test("explains why there is nothing to see", async () => {
    const { get } = await startTrends({});
    const { text: page } = await get("/trends");
    expect(page).toContain(escaped(text("trends.no-use-yet")));
    expect(page).toContain(escaped(text("trends.empty")));
    expect(page).not.toContain("<svg");
    expect(page).not.toContain("te weinig<");
  });

  test("says of a table that all of it is too small, once", async () => {
    const { get } = await startTrends({
      counters: [counter("question-unanswered", "alle", 43)],
      checkAccess: SIGNED_IN,
    });
    const { text: page } = await get("/trends?periode=1");
    expect(page).toContain(escaped(text("trends.table-empty").replace("{tabel}", text("trends.tables.missed"))));
  });

  test("has the answer to each question at the top, as a link to where it comes from", async () => {
    const { get } = await startTrends({ counters: [counter("walk-started", "top3", 43)], checkAccess: SIGNED_IN });
    const { text: page } = await get("/trends?periode=1");
    const [short = ""] = page.match(/<nav class="short".*?<\/nav>/s) ?? [];
    expect(short).toContain(`<a href="#use">${text("trends.sections.use.title")}</a><p>Rondes per week: 11,3 of meer.`);
    expect(page.split('<h2 id="use">')[1]).toContain('<p class="answer">Rondes per week: 11,3 of meer.');
  });

  test("says of a question of which nothing can be seen no more than that", async () => {
    const { get } = await startTrends({ counters: [counter("walk-started", "top3", 43)], checkAccess: SIGNED_IN });
    const { text: page } = await get("/trends?periode=1");
    const title = text("trends.sections.useful.title");
    expect(page).toContain(
      `<h2 id="useful">${title}</h2><p class="empty">${text("trends.answers.none")}</p></section>`,
    );
  });

  test("says once how many rows have too little to show, and names none of them", async () => {
    const [first = "", second = ""] = [...content.articles.keys()];
    const { get } = await startTrends({
      counters: [counter("article-shown", first, 43), counter("article-shown", second, 4)],
      checkAccess: SIGNED_IN,
    });
    const { text: page } = await get("/trends?periode=1");
    expect(page).toContain(`<th scope="row">${escaped(content.articles.get(first)?.title ?? "")}</th>`);
    expect(page).not.toContain(`<th scope="row">${escaped(content.articles.get(second)?.title ?? "")}</th>`);
    const others = String(content.articles.size - 1);
    expect(page).toContain(escaped(text("trends.not-listed").replace("{aantal}", others)));
  });

  test("shows of what is hidden at least the reactions to it", async () => {
    const [signal] = content.signalGroups.flatMap(({ signals }) => signals).filter(({ level }) => level === "nu");
    const { get } = await startTrends({
      counters: [counter("signal-reaction", `${signal?.id}/eens`, 40)],
      checkAccess: SIGNED_IN,
    });
    const { text: page } = await get("/trends?periode=1");
    const row = page.split(`<th scope="row" role="rowheader">${escaped(signal?.title ?? "")}`)[1]?.split("</tr>")[0];
    expect(row).toMatch(/>40 of meer<.*>40 of meer</s);
  });

  test("says that everything is open when nothing is configured, and counts the running month", async () => {
    const running = counter("walk-started", "top3", 40, { week: "2026-W15" });
    const { get } = await startTrends({ counters: [running] });
    const { text: page } = await get("/trends?periode=1&regio=alkmaar");
    expect(page).toContain(text("trends.demo-running"));
    expect(page).toContain('<td class="number">40</td>');
  });

  test("leaves the running month out as soon as people sign in", async () => {
    const running = counter("walk-started", "top3", 40, { week: "2026-W15" });
    const { get } = await startTrends({ counters: [running], checkAccess: SIGNED_IN });
    const { text: page } = await get("/trends?periode=24");
    expect(page).not.toContain('<td class="number">');
    expect(page).not.toContain(text("trends.demo"));
  });

  test("says in one line what was chosen, also where the filters are not seen", async () => {
    const { get } = await startTrends({ checkAccess: SIGNED_IN });
    const { text: page } = await get("/trends?regio=alkmaar&ronde=top3&periode=3");
    expect(page).toContain('<p class="choice">januari tot en met maart 2026. Alkmaar. TOP-3.</p>');
  });

  test("has notes of staff at their place in time, with a way to compare before and after", async () => {
    const trendNotes = [
      { on: "2025-01-13", text: "Training <TOP-3>" },
      { on: "2026-03-02", text: "Bijeenkomst", region: "kennemerland" },
    ];
    // One week in each of the quarters around the training.
    const counters = ["2024-W42", "2024-W46", "2024-W50", "2025-W03", "2025-W07", "2025-W11"].map((week) =>
      counter("walk-started", "top3", 2000, { week }),
    );
    const { get } = await startTrends({ content: { ...content, trendNotes }, counters, checkAccess: SIGNED_IN });
    const { text: page } = await get("/trends?periode=24");
    expect(page).toContain('<li value="1">13 januari 2025: Training &lt;TOP-3> ');
    expect(page).toContain('href="/trends?periode=3&amp;tot=2025-03&amp;vergelijk=2024-12#compared"');
    expect(page).toContain('<li value="2">2 maart 2026: Bijeenkomst (Kennemerland) <span class="note">');
    expect((await get("/trends?periode=24&regio=alkmaar")).text).not.toContain("Bijeenkomst");
  });

  test("says that numbers are invented", async () => {
    const { get } = await startTrends({ isInvented: true, checkAccess: SIGNED_IN });
    expect((await get("/trends")).text).toContain(text("trends.invented"));
  });

  test("keeps the filters that are good and says which one is not", async () => {
    const { get } = await startTrends({});
    const { status, text: page } = await get("/trends?periode=abc&regio=kennemerland&ronde=top3&theme=dark");
    expect(status).toBe(200);
    expect(page).toContain(escaped(text("trends.filter.wrong-period").replace("{gegeven}", "abc")));
    expect(page).toMatch(/<option [^>]*selected[^>]*value="kennemerland"|<option value="kennemerland" selected/);
    expect(page).toMatch(/<option value="top3" selected/);
    expect(page).toContain('data-theme="dark"');
    expect(page).toContain('<input type="hidden" name="theme" value="dark"');
  });

  test.each([
    ["tot", "until", "2026-13"],
    ["vergelijk", "against", "2099-01"],
    ["lengte", "length", "-1"],
    ["regio", "region", "elders"],
    ["ronde", "walk", "alle rondes"],
  ])("says what is wrong with %s in the address, and shows the rest", async (name, filter, given) => {
    const { get } = await startTrends({ counters: [counter("walk-started", "top3", 43)] });
    const { status, text: page } = await get(`/trends?${new URLSearchParams({ [name]: given, periode: "3" })}`);
    expect(status).toBe(200);
    expect(page).toContain(escaped(text(`trends.filter.wrong-${filter}`).replace("{gegeven}", given)));
    expect(page).toMatch(/<option value="3" selected/);
  });

  test("escapes what stands in the address", async () => {
    const { get } = await startTrends({});
    const { text: page } = await get(`/trends?regio=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page).not.toContain("<script>");
    expect(page).toContain("&lt;script>");
  });

  test.each(["/trends?regio=%E0%A4%A", "/trends?periode=3&periode=6", `/trends?regio=${"a".repeat(4000)}`])(
    "comes whatever stands in the address: %.40s",
    async (path) => {
      const { get } = await startTrends({});
      expect((await get(path)).status).toBe(200);
    },
  );
});

describe("the browser is told", () => {
  test("to take scripts from us only, and to show the page in Teams only", async () => {
    const { get } = await startTrends({});
    const { headers } = await get("/trends");
    const policy = headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain(
      "frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com https://*.office.com",
    );
  });

  test("to take scripts from us and from TeamsJS only, when people sign in", async () => {
    const { get } = await startTrends({ checkAccess: SIGNED_IN });
    const { headers } = await get("/trends");
    expect(headers.get("content-security-policy")).toContain("script-src 'self' https://res.cdn.office.net;");
  });

  test.each([
    "/trends",
    "/trends.csv",
    "/api/trends",
    "/trends/style.css",
    "/trends/sign-in.js",
    "/trends/download.js",
  ])("to keep, guess and pass on nothing of %s", async (path) => {
    const { get } = await startTrends({});
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("set-cookie")).toBeNull();
  });
});

describe("without access", () => {
  test("who is not signed in gets a page that signs in, without any number", async () => {
    const counters = [counter("walk-started", "top3", 435)];
    const { get } = await startTrends({ counters, checkAccess: async () => undefined });
    const { status, headers, text: page } = await get("/trends");
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toBe("Bearer");
    expect(page).toContain('<script type="module" src="/trends/sign-in.js">');
    expect(page).toContain(text("trends.sign-in.needed"));
    expect(page).not.toContain("435");
  });

  test("who has no role gets a page that says whom to ask", async () => {
    const checkAccess = async () => ({ who: WHO, trends: false, content: false });
    const { get } = await startTrends({ counters: [counter("walk-started", "top3", 435)], checkAccess });
    const { status, text: page } = await get("/trends");
    expect(status).toBe(403);
    expect(page).toContain(text("trends.refused.text"));
    expect(page).not.toContain("435");
  });

  test.each(["/trends.csv", "/api/trends"])("%s says so in its error", async (path) => {
    const refused = await startTrends({ checkAccess: async () => ({ who: WHO, trends: false, content: false }) });
    const unknown = await startTrends({ checkAccess: async () => undefined });
    const answers = [await unknown.get(path), await refused.get(path)];
    expect(answers.map(({ status, text }) => [status, JSON.parse(text).code])).toEqual([
      [401, "NOT_SIGNED_IN"],
      [403, "NO_ROLE"],
    ]);
  });

  test("what is refused is told for the security log, but not that somebody has yet to sign in", async () => {
    const refusals: unknown[] = [];
    const checkAccess = async (header?: string) =>
      header === "Bearer other" ? { who: WHO, trends: false, content: false } : undefined;
    const { get } = await startTrends({ checkAccess, onRefused: (refusal) => refusals.push(refusal) });
    await get("/trends?regio=alkmaar");
    await get("/trends?regio=alkmaar", { authorization: "Bearer other" });
    await get("/trends.csv", { authorization: "Bearer garbage" });
    expect(refusals).toEqual([
      { who: WHO, address: "127.0.0.1", what: "/trends", status: 403 },
      { who: undefined, address: "127.0.0.1", what: "/trends.csv", status: 401 },
    ]);
  });
});
