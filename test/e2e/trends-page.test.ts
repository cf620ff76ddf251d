import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { decode } from "fast-png";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { textAt } from "../../src/content/text-at.ts";
import { content } from "../http/trends/support/trends-server.ts";
import { openBrowser } from "./support/browser.ts";
import { photoFile } from "./support/photos.ts";
import { findBarriers, isTooWide, openWindow, photo, startTrendsSite } from "./support/trends-site.ts";

const text = (key: string) => textAt(content, key);
const WIDE = { width: 1100, height: 900 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe("the trends page can be read by everybody", () => {
  test.each<[string, string, BrowserContextOptions, { axe: boolean }]>([
    ["light", "", { viewport: WIDE }, { axe: true }],
    ["two-columns", "", { viewport: { width: 1400, height: 900 } }, { axe: false }],
    ["dark", "", { viewport: WIDE, colorScheme: "dark" }, { axe: true }],
    ["teams-dark", "?theme=dark&regio=alkmaar", { viewport: WIDE }, { axe: false }],
    ["teams-contrast", "?theme=contrast&regio=kennemerland&periode=x", { viewport: WIDE }, { axe: true }],
    ["forced-colors", "?periode=12", { viewport: WIDE, forcedColors: "active" }, { axe: false }],
    ["narrow", "?periode=12&ronde=top3", { viewport: { width: 320, height: 800 } }, { axe: true }],
    ["zoomed-twice", "?periode=24", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, { axe: false }],
  ])("%s", async (name, query, options, { axe }) => {
    const { url } = await startTrendsSite();
    const { page, complaints, close } = await openWindow(browser, options);
    await page.goto(`${url}/trends${query}`);
    if (["narrow", "two-columns"].includes(name))
      await page.getByRole("button", { name: text("trends.unfold") }).click();
    if (axe) expect(await findBarriers(page, { looks: name !== "light" })).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    expect(complaints).toEqual([]);
    await photo(page, `trends-${name}`);
    await close();
  });
});

test("the keyboard alone chooses a region, and what is chosen stands in the address", async () => {
  const { url } = await startTrendsSite();
  const { page, close } = await openWindow(browser, { viewport: WIDE });
  await page.goto(`${url}/trends?theme=dark`);
  const focused = () => page.evaluate("document.activeElement.name || document.activeElement.type");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("periode");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("tot");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("regio");
  await page.keyboard.press("ArrowDown");
  for (const _filter of ["ronde", "vergelijk", "lengte", "submit"]) await page.keyboard.press("Tab");
  expect(await focused()).toBe("submit");
  await Promise.all([page.waitForURL(/regio=groep-noord-holland-noord/), page.keyboard.press("Enter")]);
  expect(new URL(page.url()).searchParams.get("theme")).toBe("dark");
  await close();
});

test("one press opens all that is folded, and one more folds it again", async () => {
  const { url } = await startTrendsSite();
  const { page, close } = await openWindow(browser, { viewport: WIDE });
  await page.goto(`${url}/trends`);
  const button = page.getByRole("button", { name: text("trends.unfold") });
  const closed = page.locator("main details:not([open])");
  const count = await closed.count();
  expect(count).toBeGreaterThan(5);
  await button.press("Enter");
  expect(await closed.count()).toBe(0);
  await page.getByRole("button", { name: text("trends.fold") }).press("Enter");
  expect(await button.isVisible()).toBe(true);
  expect(await closed.count()).toBe(count);
  await close();
});

test("the rest of a long table unfolds, also without a script", async () => {
  const { url } = await startTrendsSite();
  const { page, close } = await openWindow(browser, { viewport: WIDE, javaScriptEnabled: false });
  await page.goto(`${url}/trends?periode=24`);
  const folded = page.locator("section > details", { has: page.locator("details") }).first();
  await folded.locator("> summary").click();
  const rest = folded.locator("details").first();
  await rest.locator("summary").click();
  await rest.locator("table").waitFor();
  expect(await page.getByRole("button", { name: text("trends.unfold") }).isVisible()).toBe(false);
  await close();
});

const USE_OVER_TIME = text("trends.tables.use-over-time");

test("a chart can be taken along as PNG, sharp and with what it is about in it", async () => {
  const { url } = await startTrendsSite();
  const { page, complaints, close } = await openWindow(browser, { viewport: WIDE, acceptDownloads: true });
  await page.goto(`${url}/trends?periode=12&regio=alkmaar`);
  await page.getByRole("button", { name: text("trends.unfold") }).click();
  const link = page.getByRole("link", { name: text("trends.picture.png").replace("{tabel}", USE_OVER_TIME) });
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(file.suggestedFilename()).toBe("trends-verzonnen-gegevens-use-over-time.png");
  const path = photoFile("trends-picture");
  await file.saveAs(path);
  const { width, height, data, channels } = decode(readFileSync(path));
  expect(width).toBe(1600);
  expect(height).toBeGreaterThan(600);
  // White, with text and bars on it: not an empty canvas.
  const colours = new Set<string>();
  for (let at = 0; at < data.length; at += channels) colours.add(data.slice(at, at + 3).join());
  expect(colours.has("255,255,255")).toBe(true);
  expect(colours.has("79,82,178")).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test("on paper stand what was chosen and that the numbers are invented, and all rows of a long table", async () => {
  const { url } = await startTrendsSite();
  const { page, close } = await openWindow(browser, { viewport: WIDE });
  await page.goto(`${url}/trends?periode=24&regio=alkmaar`);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".choice").innerText()).toMatch(/tot en met .*\. Alkmaar\. Alle rondes\./);
  expect(await page.getByText(text("trends.invented")).isVisible()).toBe(true);
  expect(await page.getByRole("combobox").count()).toBe(0);
  expect(await page.locator(".download").first().isVisible()).toBe(false);
  expect(await page.locator("section > details table").first().isVisible()).toBe(true);
  await photo(page, "trends-print");
  await close();
});

/** TeamsJS as far as the page uses it; the real one comes from Microsoft, which a test does not reach. */
const TEAMS = `
  globalThis.microsoftTeams = {
    app: {
      initialize: async () => {},
      getContext: async () => ({ app: { theme: "dark" }, page: { subPageId: SUB_PAGE } }),
      registerOnThemeChangeHandler: (handler) => { globalThis.changeTheme = handler; },
    },
    authentication: { getAuthToken: async () => TOKEN },
  };`;

describe("in a Teams tab", () => {
  async function openTab(token: string, path = "/trends?periode=12", subPage = "") {
    const people = new Map([
      ["Bearer lead", { who: "lead", trends: true, content: false }],
      ["Bearer other", { who: "other", trends: false, content: false }],
    ]);
    const { url } = await startTrendsSite(async (header = "") => people.get(header));
    const { page, close } = await openWindow(browser, { viewport: WIDE, acceptDownloads: true });
    await page.route("https://**", (route) => route.abort());
    await page.addInitScript(TEAMS.replace("TOKEN", token).replace("SUB_PAGE", JSON.stringify(subPage)));
    await page.goto(url + path);
    return { page, close };
  }

  test("a team lead is signed in, sees the trends, filters them and takes the file along", async () => {
    const { page, close } = await openTab('"lead"');
    await page.getByRole("heading", { name: text("trends.title") }).waitFor();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.evaluate('changeTheme("contrast")');
    expect(await page.locator("html").getAttribute("data-theme")).toBe("contrast");

    await page.getByRole("combobox", { name: text("trends.filter.region") }).selectOption("alkmaar");
    await page.getByRole("button", { name: text("trends.filter.show") }).click();
    await page.waitForURL(/regio=alkmaar/);
    expect(await page.getByRole("combobox", { name: text("trends.filter.region") }).inputValue()).toBe("alkmaar");

    const [file] = await Promise.all([page.waitForEvent("download"), page.getByText(text("trends.csv")).click()]);
    expect(file.suggestedFilename()).toBe("trends-verzonnen-gegevens.csv");
    await page.getByRole("button", { name: text("trends.unfold") }).click();
    const link = page.getByRole("link", { name: text("trends.picture.svg").replace("{tabel}", USE_OVER_TIME) });
    const [picture] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(picture.suggestedFilename()).toBe("trends-verzonnen-gegevens-use-over-time.svg");
    await close();
  });

  test("a link from the card in the chat opens the tab with the choices of that card", async () => {
    const { page, close } = await openTab('"lead"', "/trends?theme=contrast", "periode=6&regio=kennemerland");
    await page.waitForURL(/periode=6&regio=kennemerland&theme=contrast/);
    await page.getByRole("heading", { name: text("trends.title") }).waitFor();
    expect(await page.getByRole("combobox", { name: text("trends.filter.region") }).inputValue()).toBe("kennemerland");
    expect(await page.getByRole("combobox", { name: text("trends.filter.period") }).inputValue()).toBe("6");
    await close();
  });

  test.each<[string, { status: number; contentType: string; body: string }]>([
    ["the keys of Entra are out of reach", { status: 503, contentType: "application/json", body: "{}" }],
    ["there are too many requests", { status: 429, contentType: "application/json", body: "{}" }],
    ["a proxy answers with its own page", { status: 200, contentType: "text/html", body: "<main>Proxy</main>" }],
  ])("what is there stays, no file comes, and it is said, when %s", async (_when, answer) => {
    const { page, close } = await openTab('"lead"');
    const title = page.getByRole("heading", { name: text("trends.title") });
    await title.waitFor();
    await page.route(/trends(\.csv)?\?/, (route) => route.fulfill(answer));
    const files: unknown[] = [];
    page.on("download", (file) => files.push(file));
    const said = page.getByText(text("trends.sign-in.unavailable"));

    await page.getByText(text("trends.csv")).click();
    await said.waitFor();
    await page.evaluate("document.getElementById('status').textContent = ''");
    await page.getByRole("button", { name: text("trends.filter.show") }).click();
    await said.waitFor();
    expect(await title.isVisible()).toBe(true);
    expect(files).toEqual([]);
    await photo(page, "trends-unavailable");
    await close();
  });

  test("who has no role reads whom to ask", async () => {
    const { page, close } = await openTab('"other"');
    await page.getByText(text("trends.refused.text")).waitFor();
    await photo(page, "trends-refused");
    await close();
  });

  test.each([
    ["Teams gives no token", 'Promise.reject(new Error("consent"))'],
    ["the token is not good", '"wrong"'],
  ])("it is said that signing in failed when %s", async (_why, token) => {
    const { page, close } = await openTab(token);
    await page.getByText(text("trends.sign-in.failed")).waitFor();
    await close();
  });
});

describe("outside Teams", () => {
  async function openOutside(teams: string) {
    const { url } = await startTrendsSite(async () => undefined);
    const { page, close } = await openWindow(browser, { viewport: WIDE });
    await page.route("https://**", (route) => route.abort());
    await page.clock.install();
    await page.addInitScript(teams);
    await page.goto(`${url}/trends`);
    return { page, close };
  }

  test("the page says where to open it, and after ten seconds that Teams does not answer", async () => {
    const { page, close } = await openOutside(
      "globalThis.microsoftTeams = { app: { initialize: () => new Promise(() => {}) } };",
    );
    await page.getByText(text("trends.sign-in.needed")).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.clock.fastForward(10_000);
    await page.getByText(text("trends.sign-in.no-teams")).waitFor();
    await photo(page, "trends-no-teams");
    await close();
  });

  test("where TeamsJS is blocked it says so at once", async () => {
    const { page, close } = await openOutside("");
    await page.getByText(text("trends.sign-in.no-teams")).waitFor();
    await close();
  });
});
