import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { openPage } from "./support/browser.ts";
import { playground, WINDOW } from "./support/playground.ts";
import { photo } from "./support/trends-site.ts";
import { until } from "./support/until.ts";

const teams = playground({ CONTENT_STORE: "on" });

/** A check of the whole content, on a busy machine. */
const CHECK_PATIENCE = { timeout: 240_000 };

async function openStudio(path: string): Promise<Page> {
  const page = await openPage(teams.context, WINDOW);
  await page.goto(teams.assistant.botUrl + path);
  return page;
}

async function publish(page: Page, reason: string): Promise<void> {
  await page.goto(`${teams.assistant.botUrl}/inhoud/concept`);
  await page.getByLabel("Waarom verandert dit?").fill(reason);
  await page.getByRole("button", { name: "Publiceer" }).click();
  await page.getByRole("heading", { level: 1, name: /^Versie/ }).waitFor(CHECK_PATIENCE);
}

test("what is published stands in the chat soon, and what it was after going back", async () => {
  const chat = await teams.openChat();
  const page = await openStudio("/inhoud/teksten/menu.title");
  await page.getByLabel("Tekst", { exact: true }).fill("Waar wil je mee beginnen?");
  await page.getByText("Bewaard in je concept.").waitFor();
  await publish(page, "Een duidelijker kop.");
  await until("the new heading", async () => {
    await chat.type("menu");
    return (await chat.reads("Waar wil je mee beginnen?")) || undefined;
  });
  await page.goto(`${teams.assistant.botUrl}/inhoud/versies/1`);
  await page.getByLabel("Waarom?").fill("Toch de oude kop.");
  await page.getByRole("button", { name: "Zet versie 1 terug" }).click();
  await page.getByRole("heading", { level: 1, name: "Versie 3" }).waitFor(CHECK_PATIENCE);
  await chat.type("menu");
  await chat.see(chat.text("menu.title"));
  await page.close();
});

test("a broken rule is told as the conversation in which it breaks, and is not published", async () => {
  const page = await openStudio("/inhoud/signalen/direct-gevaar");
  await page.getByLabel("Hoe dringend?").selectOption("bespreek");
  await page.getByText("Bewaard in je concept.").waitFor();
  await page.goto(`${teams.assistant.botUrl}/inhoud/concept`);
  const told = page.locator("#verdict .mistake .chat").first();
  await told.waitFor(CHECK_PATIENCE);
  expect(await told.innerText()).toContain("Is er op dit moment iemand in direct gevaar?");
  await photo(page, "studio-broken-rule");
  await page.getByLabel("Waarom verandert dit?").fill("Om te zien wat er gebeurt.");
  await page.getByLabel("Wie hierover gaat, heeft deze wijziging goedgekeurd.").check();
  await page.getByRole("button", { name: "Publiceer" }).click();
  await page.getByText("er is niets gepubliceerd").waitFor(CHECK_PATIENCE);
  await page.getByText("Mijn concept weggooien").click();
  await page.getByRole("button", { name: "Gooi mijn concept weg" }).click();
  await page.getByText("Je hebt niets veranderd").waitFor();
  await page.close();
});

test("a sentence of danger that was missed is heard with the draft", async () => {
  const missed = "hij gaf haar een enorme optater in de gang";
  const page = await openStudio("/inhoud/gevaar/slaan");
  const lines = page.getByLabel("Zo klinkt het, vandaag (bel vandaag Veilig Thuis) (mag leeg)");
  await lines.fill(
    `${await lines.inputValue()}\n${missed}\nze kreeg een optater van haar vriend\nhij deelt optaters uit aan zijn zoon`,
  );
  await page.getByText("Bewaard in je concept.").waitFor();
  await page.goto(`${teams.assistant.botUrl}/inhoud/proberen`);
  await page.getByLabel("Een bericht, zoals iemand het typt").fill(missed);
  await page.getByRole("button", { name: "Kijk" }).click();
  await page.locator(".taken").waitFor(CHECK_PATIENCE);
  expect(await page.locator(".taken ul").first().innerText()).toContain("Gevaar: ja, vandaag Veilig Thuis bellen");
  await page.close();
});
