import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Question } from "../../src/content/schema/question.ts";
import type { Chat } from "./support/chat.ts";
import { countedWalks, seedMonths, seedThisWeek, walksOnPage } from "./support/counters.ts";
import { PHONE, playground } from "./support/playground.ts";

/** For all tests of the chat: the assistant, its chat and the browser take seconds to start. */
const teams = playground();
let chat: Chat;

async function openChat(viewport?: typeof PHONE): Promise<void> {
  chat = await teams.openChat(viewport);
}

/** Leaves what an earlier test left open, and starts a walk from the menu. */
async function start(walk: string): Promise<void> {
  await chat.type("stop");
  await chat.type("menu");
  await chat.press(chat.text(walk));
}

/** What is chosen in the full walk; of other questions the first option. */
const CHOSEN: Record<string, string[]> = {
  "direct-gevaar": ["nee"],
  "komende-dagen": ["nee"],
  "zelf-verteld": ["nee"],
  "wat-gebeurd": ["stalking", "gevlucht"],
  eer: ["nee"],
  "langer-geleden": ["geen"],
  huishouden: ["kinderen", "volwassenen"],
  "soort-onveiligheid": ["lichamelijk", "controle"],
  rangorde: ["controle", "lichamelijk"],
  "zonder-afspraak": ["geen"],
  "hoe-vaak": ["elke-week"],
  "wordt-het-erger": ["erger"],
};

/** The open question; the card that says what to do today is read and left. */
async function nextQuestion(): Promise<Question | undefined> {
  if (await chat.reads(chat.text("danger-today.title"))) {
    await chat.photo("danger-today");
    await chat.press(chat.text("danger-today.continue"));
  }
  return chat.question();
}

/** Answers questions until the walk asks no more; returns their ids. */
async function walk(chosen: Record<string, string[]>): Promise<string[]> {
  const asked: string[] = [];
  for (let question = await nextQuestion(); question; question = await nextQuestion()) {
    const first = question.options[0]?.id ?? "";
    await chat.answer(question.id, ...(chosen[question.id] ?? [first]));
    asked.push(question.id);
    if (["wat-gebeurd", "rangorde", "direct-veilig-volgens-allen"].includes(question.id))
      await chat.photo(`walk-after-${question.id}`);
  }
  return asked;
}

function questionsOf(phase: string): string[] {
  return (
    teams.content.flows
      .get("top3")
      ?.phases.find(({ id }) => id === phase)
      ?.questions.map(({ id }) => id) ?? []
  );
}

function titleOf(signal: string): string {
  const signals = teams.content.signalGroups.flatMap((group) => group.signals);
  return signals.find(({ id }) => id === signal)?.title ?? `no signal ${signal}`;
}

test("a chat that is opened for the first time begins with the welcome card", async () => {
  await openChat();
  await chat.see(chat.text("welcome.title"));
  await chat.photo("welcome");
});

describe("the trends", () => {
  /** Noise comes no farther than this from the true number, and rounding two more. */
  const MOST_OFF = 42;

  beforeEach(() => openChat());

  test("in the chat show what changed, with a choice of period and region", async () => {
    seedMonths(teams.assistant.dataDir);
    await chat.typeAndSee("trends", chat.text("trends.title"));
    await chat.see(chat.text("trends.bar.title"));
    await chat.photo("trends-card");
    await chat.choose(chat.text("trends.filter.region"), "Kennemerland");
    await chat.press(chat.text("trends.filter.show"));
    await chat.see(chat.text("trends.empty"));
    await chat.photo("trends-card-empty");
  });

  test("have a button in the menu, which stays when it is pressed", async () => {
    await chat.type("menu");
    await chat.press(chat.text("common.trends"));
    await chat.see(chat.text("trends.title"));
    expect(await chat.allCards()).toContain(chat.text("menu.title"));
  });

  test("show, about, the walks that were counted, also that of this chat", async () => {
    const { botUrl, dataDir } = teams.assistant;
    expect(await walksOnPage(botUrl, "gevaar-check")).toBeNull();
    seedThisWeek(dataDir, "gevaar-check", 200);
    const shown = Number(await walksOnPage(botUrl, "gevaar-check"));
    expect(Math.abs(shown - 200)).toBeLessThanOrEqual(MOST_OFF);
    expect(shown % 5).toBe(0);
    await chat.type("menu");
    await chat.press(chat.text("common.danger"));
    await chat.answer("direct-gevaar", "nee");
    expect(countedWalks(dataDir, "gevaar-check")).toBe(201);
  });
});

test("a full walk goes through all phases and ends with suggestions and a summary", async () => {
  await openChat();
  await start("common.top3");
  const asked = await walk(CHOSEN);
  const phases = teams.content.flows.get("top3")?.phases.map(({ id }) => id) ?? [];
  expect(phases.filter((phase) => !questionsOf(phase).some((id) => asked.includes(id)))).toEqual([]);

  await chat.see(chat.text("region.title"));
  await chat.photo("region");
  const region = teams.content.regions.get("alkmaar")?.title ?? "";
  await chat.press(region);
  await chat.see(titleOf("gevlucht"));
  await chat.see(region);
  await chat.photo("result");

  await chat.press(chat.text("result.open"));
  await chat.press(chat.text("suggestion.reaction.eens"));
  await chat.see(`✓ ${chat.text("suggestion.reaction.eens")}`);
  await chat.photo("suggestion");
  await chat.press(chat.text("suggestion.back"));
  await chat.press(chat.text("result.answers"));
  await chat.photo("answers");
  await chat.press(chat.text("answers.back"));
  await chat.press(titleOf("stalking"));
  await chat.press(chat.text("suggestion.back"));
  await chat.click(chat.text("result.summary"));
  await chat.seeMessage(teams.content.questions.get("hoe-vaak")?.label ?? "");
  await chat.photo("summary");
});

test("direct danger interrupts the walk with the 112 card, and the walk can go on", async () => {
  await openChat();
  await start("common.danger");
  await chat.answer("direct-gevaar", "ja");
  await chat.see(chat.text("danger-now.title"));
  await chat.photo("danger-now");
  await chat.press(chat.text("danger-now.continue"));
  await chat.seeQuestion("komende-dagen");
  await chat.photo("after-danger-now");
});

test("going back shows the earlier answer and takes another one", async () => {
  await openChat();
  await start("common.danger");
  await chat.answer("direct-gevaar", "nee");
  await chat.answer("komende-dagen", "nee");
  await chat.seeQuestion("zelf-verteld");
  await chat.press(chat.text("question.back"));
  await chat.seeQuestion("komende-dagen");
  await chat.photo("back");
  await chat.answer("komende-dagen", "ja");
  await chat.answer("zelf-verteld", "nee");
  await chat.answer("wat-gebeurd", "niets-hiervan");
  await chat.answer("eer", "nee");
  await chat.see(titleOf("mogelijk-acuut"));
});

test("stop ends the walk and leaves nothing to go on with", async () => {
  await openChat();
  await start("common.top3");
  await chat.answer("direct-gevaar", "nee");
  await chat.press(chat.text("common.stop"));
  await chat.photo("stop");
  expect(await chat.question()).toBeUndefined();
  await chat.type("verder");
  await chat.photo("nothing-to-resume");
  expect(await chat.question()).toBeUndefined();
});

test("after the page is loaded anew, typing verder shows the open question again", async () => {
  await openChat();
  await start("common.top3");
  await chat.answer("direct-gevaar", "nee");
  await chat.answer("komende-dagen", "nee");
  await chat.seeQuestion("zelf-verteld");
  await chat.reload();
  await chat.type("verder");
  await chat.seeQuestion("zelf-verteld");
  await chat.photo("resumed");
});

test("on a phone every button stays within the card", async () => {
  await openChat(PHONE);
  await chat.beNarrow();
  await start("common.danger");
  const outside = await chat.buttonsOutside();
  await chat.photo("phone-question");
  await chat.answer("direct-gevaar", "ja");
  await chat.photo("phone-danger-now");
  outside.push(...(await chat.buttonsOutside()));
  await chat.press(chat.text("danger-now.continue"));
  await chat.answer("komende-dagen", "ja");
  await chat.answer("zelf-verteld", "nee");
  await chat.seeQuestion("wat-gebeurd");
  outside.push(...(await chat.buttonsOutside()));
  await chat.photo("phone-choices");
  await chat.answer("wat-gebeurd", "wurgen", "stalking");
  await chat.answer("eer", "weet-ik-niet");
  await chat.see(titleOf("wurgen"));
  outside.push(...(await chat.buttonsOutside()));
  await chat.photo("phone-result");
  expect(outside).toEqual([]);
});

describe("what is typed", () => {
  beforeEach(async () => {
    await openChat();
    await chat.type("stop");
  });

  const article = (id: string) => teams.content.articles.get(id)?.title ?? `no article ${id}`;

  test("and misspelt gets the article that answers it", async () => {
    await chat.typeAndSee("wat moet er in een veiligheidpaln staan", article("veiligheidsplan"));
    await chat.photo("typed-misspelt");
  });

  test("about something else gets an honest answer with a way to a person", async () => {
    await chat.typeAndSee("hoe vraag ik verlof aan voor de kerst", chat.text("no-answer.title"));
    await chat.photo("typed-off-topic");
  });

  test("of danger in the middle of a walk comes first, and the question comes back as it was", async () => {
    await start("common.top3");
    await chat.answer("direct-gevaar", "nee");
    await chat.seeQuestion("komende-dagen");
    await chat.typeAndSee(
      "ze zag sterretjes toen hij haar keel dichtkneep, wat nu",
      chat.text("danger-typed.vandaag.title"),
      article("verwurging"),
      teams.content.questions.get("komende-dagen")?.text ?? "no question",
    );
    await chat.photo("typed-danger");
    await chat.answer("komende-dagen", "nee");
    await chat.seeQuestion("zelf-verteld");
  });

  test("with a name is not processed, and the name is not repeated", async () => {
    await chat.typeAndSee("mevrouw jansen wil geen hulp, wat nu", chat.text("personal-data.title"));
    await chat.photo("typed-name");
    expect(await chat.allCards()).not.toMatch(/jansen/i);
  });
});
