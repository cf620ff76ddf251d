import { beforeEach, expect, test } from "@jest/globals";
import type { Chat } from "./support/chat.ts";
import { playground } from "./support/playground.ts";

const teams = playground();
let chat: Chat;

beforeEach(async () => {
  chat = await teams.openChat();
  await chat.type("stop");
});

function article(id: string): string {
  return teams.content.articles.get(id)?.title ?? `no article ${id}`;
}

function question(id: string): string {
  return teams.content.questions.get(id)?.text ?? `no question ${id}`;
}

test("a misspelt question gets the article that answers it", async () => {
  await chat.typeAndSee("wat moet er in een veiligheidpaln staan", article("veiligheidsplan"));
  await chat.photo("typed-misspelt");
});

test("a question about something else gets an honest answer with a way to a person", async () => {
  await chat.typeAndSee("hoe vraag ik verlof aan voor de kerst", chat.text("no-answer.title"));
  await chat.photo("typed-off-topic");
});

test("danger in the middle of a walk comes first, and the question comes back as it was", async () => {
  await chat.type("menu");
  await chat.press(chat.text("common.top3"));
  await chat.answer("direct-gevaar", "nee");
  await chat.seeQuestion("komende-dagen");
  await chat.typeAndSee(
    "ze zag sterretjes toen hij haar keel dichtkneep, wat nu",
    chat.text("danger-typed.vandaag.title"),
    article("verwurging"),
    question("komende-dagen"),
  );
  await chat.photo("typed-danger");
  await chat.answer("komende-dagen", "nee");
  await chat.seeQuestion("zelf-verteld");
});

test("a name is not processed and not repeated", async () => {
  await chat.typeAndSee("mevrouw jansen wil geen hulp, wat nu", chat.text("personal-data.title"));
  await chat.photo("typed-name");
  expect(await chat.allCards()).not.toMatch(/jansen/i);
});
