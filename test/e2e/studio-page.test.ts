import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startStudio } from "../studio/support/studio-site.ts";
import { openBrowser } from "./support/browser.ts";
import { findBarriers, isTooWide, openWindow, photo } from "./support/trends-site.ts";

const WIDE = { width: 1200, height: 900 };
const NARROW = { width: 360, height: 800 };

let browser: Browser;
/** Each test that publishes has one of its own; the others share one, of which the draft is dropped. */
let shared: Awaited<ReturnType<typeof startStudio>>;
let site: typeof shared;

beforeAll(async () => {
  [browser, shared] = await Promise.all([openBrowser(), startStudio()]);
  site = shared;
});
afterAll(() => Promise.all([browser.close(), shared.close()]));
afterEach(async () => {
  await shared.dropDraft();
  if (site !== shared) await site.close();
  site = shared;
});

async function visit(path: string, options: BrowserContextOptions = { viewport: WIDE }) {
  const opened = await openWindow(browser, options);
  await opened.page.goto(site.url + path);
  return opened;
}

const draft = () => site.draft();

async function publish(page: Page, reason: string) {
  await page.getByText("Geen fouten.").waitFor();
  await page.getByLabel("Waarom verandert dit?").fill(reason);
  await page.getByRole("button", { name: "Publiceer" }).click();
  await page.getByRole("heading", { level: 1, name: /^Versie/ }).waitFor();
}

describe("every page can be read and used by everybody:", () => {
  const pages: [string, string][] = [
    ["start", "/inhoud"],
    ["search", "/inhoud/zoeken?q=gevaar"],
    ["questions", "/inhoud/vragen"],
    ["signals", "/inhoud/signalen"],
    ["question", "/inhoud/vragen/wat-gebeurd"],
    ["signal", "/inhoud/signalen/mda-past"],
    ["article", "/inhoud/artikelen/mda"],
    ["text", "/inhoud/teksten/menu.title"],
    ["danger", "/inhoud/gevaar/slaan"],
    ["example", "/inhoud/voorbeelden/mda-past"],
    ["file", "/inhoud/bestand?file=dialogs/links.yaml"],
    ["draft", "/inhoud/concept"],
    ["versions", "/inhoud/versies/1"],
    ["links", "/inhoud/links"],
    ["remove", "/inhoud/vragen/slachtoffer-bang/weg"],
    ["try", "/inhoud/proberen?vraag=komende-dagen"],
  ];
  const looks: [string, BrowserContextOptions][] = [
    ["light", { viewport: WIDE }],
    ["dark-narrow", { viewport: NARROW, colorScheme: "dark" }],
  ];
  /** One for each look: a new window costs as much as the page in it. */
  let windows: Awaited<ReturnType<typeof openWindow>>[];
  beforeAll(async () => {
    windows = await Promise.all(looks.map(([, options]) => openWindow(browser, options)));
  });
  afterAll(() => Promise.all(windows.map(({ close }) => close())));

  test.each(pages)("%s", async (name, path) => {
    // At the same time: each waits until the page asks for nothing more.
    const inLook = async ({ page, complaints }: (typeof windows)[number], at: number) => {
      const look = looks[at]?.[0];
      await page.goto(site.url + path);
      await page.waitForLoadState("networkidle");
      expect({ look, barriers: await findBarriers(page, { looks: look !== "light" }) }).toEqual({ look, barriers: [] });
      expect(await isTooWide(page)).toBe(false);
      expect(complaints.splice(0)).toEqual([]);
      await photo(page, `studio-${name}-${look}`);
    };
    await Promise.all(windows.map(inLook));
  });
});

test("the link of the leidraad is filled in, published and taken back from the start page", async () => {
  site = await startStudio();
  const { page, close } = await visit("/inhoud");
  await page.getByLabel("Adres van de pagina").first().fill("https://leidraad.nl/");
  await page.getByLabel("Ik heb dit adres zelf geopend").first().check();
  await page.getByRole("button", { name: "Invullen" }).first().click();
  await publish(page, "De leidraad staat online.");
  expect(site.published.content.links.get("leidraad")?.url).toBe("https://leidraad.nl/");
  await page.getByRole("link", { name: "Versies" }).click();
  await page.getByRole("link", { name: "Versie 1" }).click();
  await page.getByLabel("Waarom?").fill("Toch niet.");
  await page.getByRole("button", { name: "Zet versie 1 terug" }).click();
  await page.getByRole("heading", { level: 1, name: "Versie 3" }).waitFor();
  expect(site.published.content.links.get("leidraad")?.url).toBeUndefined();
  await close();
});

test("a sentence from the chat is found, changed as it is typed, and seen on its card", async () => {
  const { page, close } = await visit("/inhoud");
  await page
    .getByLabel("Zoek een zin die je in de chat zag, of een woord")
    .fill("op dit moment iemand in direct gevaar");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Is er op dit moment iemand in direct gevaar?" }).first().click();
  await page.getByLabel("De vraag").fill("Is er nu iemand in gevaar?");
  await page.getByText("Bewaard in je concept.").waitFor();
  await page.locator("#card").getByText("Is er nu iemand in gevaar?").waitFor();
  expect((await draft())["dialogs/questions/gevaar.yaml"]).toContain("text: Is er nu iemand in gevaar?");
  await close();
});

test("a condition is built of questions and answers, by hand", async () => {
  const { page, close } = await visit("/inhoud/signalen/mda-past");
  await page.getByRole("button", { name: "Regel erbij" }).last().click();
  const rule = page.locator(".rule").last();
  await rule.getByLabel("Vraag").selectOption({ label: "Is er op dit moment iemand in direct gevaar?" });
  await page.locator(".rule").last().getByLabel("Nee").check();
  await expect(
    until(async () =>
      (await draft())["dialogs/signals/mda.yaml"]?.includes("        - { question: direct-gevaar, is: nee }\n"),
    ),
  ).resolves.toBe(true);
  await page.locator(".rule").last().getByRole("button", { name: "Regel weg" }).click();
  await expect(until(async () => Object.keys(await draft()).length === 0)).resolves.toBe(true);
  await close();
});

test("a new article is made, named what it lacks, and mended", async () => {
  const { page, close } = await visit("/inhoud/artikelen");
  await page.getByLabel("Titel").fill("Wat is een proefartikel?");
  await page.getByRole("button", { name: "Maken" }).click();
  await page.getByText("Dit is nog leeg.").first().waitFor();
  await page.getByLabel("Antwoord").fill("Dit is een proef.");
  await page.getByLabel("Vragen die mensen typen").fill("wat is een proefartikel nou precies");
  await page.locator("#card").getByText("Dit is een proef.").waitFor();
  expect(await page.locator(".mistake").count()).toBe(0);
  await close();
});

test("a chat is tried from a question on", async () => {
  const { page, close } = await visit("/inhoud/proberen?vraag=komende-dagen");
  await page.getByText("Verwacht je dat het de komende uren of dagen misgaat?").waitFor();
  await page.getByRole("button", { name: "Nee", exact: true }).click();
  await page.getByText("Heeft een kind zelf verteld").waitFor();
  await page.getByLabel("Typ een bericht").fill("hij slaat haar nu");
  await page.keyboard.press("Enter");
  await page.locator(".card").getByText("112").first().waitFor();
  await close();
});

test("what is typed stays while nothing can be saved, and is saved when that is possible again", async () => {
  const { page, close } = await visit("/inhoud/vragen/direct-gevaar");
  await page.route("**/inhoud/vragen/direct-gevaar", (route) =>
    route.fulfill({ status: 401, contentType: "text/html", body: "" }),
  );
  await page.getByLabel("De vraag").fill("Blijft dit staan?");
  await page.getByText("Je aanmelding is verlopen.").waitFor();
  expect(await page.getByLabel("De vraag").inputValue()).toBe("Blijft dit staan?");
  await page.unroute("**/inhoud/vragen/direct-gevaar");
  await page.getByText("Bewaard in je concept.").waitFor();
  expect((await draft())["dialogs/questions/gevaar.yaml"]).toContain("Blijft dit staan?");
  await close();
});

test("what is refused or too big is told, stays as it was typed, and keeps the page open", async () => {
  const { page, close } = await visit("/inhoud/bestand?file=dialogs/links.yaml");
  const text = page.getByLabel("De tekst van het bestand");
  const was = await text.inputValue();
  await text.fill(`# ${"x".repeat(2 * 1024 * 1024)}`);
  await page.getByText("Dit is te groot om te bewaren").waitFor();
  await page.getByRole("link", { name: "Versies" }).click();
  await page.getByText("Dit is te groot om te bewaren").waitFor();
  await site.post("/inhoud/links/leidraad", { title: "Ook anders" });
  await text.fill(`# Van mij\n${was}`);
  await page.getByText("Dit bestand is intussen in een ander venster veranderd.").waitFor();
  expect(await text.inputValue()).toContain("# Van mij");
  expect((await draft())["dialogs/links.yaml"]).toContain("Ook anders");
  await close();
});

test("without a script the form saves with its button", async () => {
  const { page, close } = await visit("/inhoud/vragen/direct-gevaar", { viewport: WIDE, javaScriptEnabled: false });
  await page.getByLabel("De vraag").fill("Zonder script?");
  await page.getByRole("button", { name: "Bewaar in mijn concept" }).click();
  expect(await page.getByLabel("De vraag").inputValue()).toBe("Zonder script?");
  expect((await draft())["dialogs/questions/gevaar.yaml"]).toContain("Zonder script?");
  await close();
});

test("the keyboard alone fills in a contact and publishes it", async () => {
  site = await startStudio();
  const { page, close } = await visit("/inhoud");
  const tabTo = async (found: () => Promise<boolean>) => {
    for (let count = 0; count < 80 && !(await found()); count += 1) await page.keyboard.press("Tab");
  };
  const isFocused = (script: string) => () => page.evaluate(`Boolean(${script})`) as Promise<boolean>;
  await tabTo(isFocused("document.activeElement.id === 'contact-alkmaar'"));
  await page.keyboard.type("Coördinator MDA++");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Mijn concept" }).waitFor();
  await tabTo(isFocused("document.activeElement.name === 'agreed'"));
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Het contact is bekend.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Versie 2" }).waitFor();
  expect(site.published.content.regions.get("alkmaar")?.mda.contact).toBe("Coördinator MDA++");
  await close();
});

test("in a long list something is found by its words, with the keyboard", async () => {
  site = await startStudio();
  const { page, close } = await visit("/inhoud/artikelen/mda");
  const find = page.getByRole("searchbox", { name: "Zoek in de lijst: Links" });
  const list = page.getByRole("listbox", { name: "Link bij Lees meer" });
  await find.fill("HUISverbod");
  expect(await list.locator("option:not([hidden]):not(:checked)").allInnerTexts()).toEqual([
    "Tijdelijk huisverbod (Movisie)",
  ]);
  await find.press("Enter");
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await page.getByRole("combobox", { name: "Link bij Lees meer" }).waitFor();
  expect(await find.inputValue()).toBe("");
  await page.getByText("Bewaard in je concept.").first().waitFor();
  expect((await draft())["dialogs/knowledge/mda.md"]).toMatch(/^link: huisverbod$/m);
  await close();
});

test("in a Teams tab a colleague signs in by the tab, saves as it is typed, and goes on to another page", async () => {
  const people = new Map([["Bearer staff", { who: "staff", trends: true, content: true }]]);
  site = await startStudio({ checkAccess: async (header = "") => people.get(header) });
  const { page, close } = await openWindow(browser, { viewport: WIDE });
  await page.route("https://**", (route) => route.abort());
  await page.addInitScript(`globalThis.microsoftTeams = {
    app: {
      initialize: async () => {},
      getContext: async () => ({ app: { theme: "dark" } }),
      registerOnThemeChangeHandler: () => {},
    },
    authentication: { getAuthToken: async () => "staff" },
  };`);
  await page.goto(`${site.url}/inhoud/teksten/menu.title`);
  await page.getByLabel("Tekst", { exact: true }).fill("Waar begin je?");
  await page.getByText("Bewaard in je concept.").waitFor();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await page.getByRole("link", { name: "Mijn concept (1)" }).click();
  await page.waitForURL("**/inhoud/concept");
  await page.locator("ins").getByText("Waar begin je?").waitFor();
  await page.goBack();
  await page.getByLabel("Tekst", { exact: true }).waitFor();
  await close();
});

async function until(check: () => Promise<boolean | undefined>): Promise<boolean> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
