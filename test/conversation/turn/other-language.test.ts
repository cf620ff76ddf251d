import { expect, test } from "@jest/globals";
import { dangerIn } from "../../../src/conversation/turn/danger-in.ts";
import { findArticles } from "../../../src/conversation/turn/find-articles.ts";
import { realContent } from "../../support/real-content.ts";
import { Chat } from "../support/chat.ts";

const content = await realContent();
const chat = () => new Chat(content).take({ type: "installed" });
const DANGER = "he is outside her door right now with a knife";

test.each(["can you help me translate this letter", DANGER, "زوجها يضربها أمام الأطفال"])(
  "%s gets the numbers to call, in Dutch and English, and nothing else",
  (typed) => {
    const { cards, replies, counts } = chat().type(typed);
    expect(cards).toEqual(["+message"]);
    const said = JSON.stringify(replies);
    for (const part of ["Call 112", "Bel 112", "0800-2000"]) expect(said).toContain(part);
    expect(counts).toEqual([]);
  },
);

test("a first message in another language gets the numbers before the welcome", () => {
  expect(new Chat(content).type(DANGER).cards).toEqual(["+message", "+welcome"]);
});

test("the open question comes again after it, unchanged", () => {
  const walking = chat().start();
  const { walk } = walking.state ?? {};
  const after = walking.type(DANGER);
  expect(after.cards).toEqual(["+message", "+question"]);
  expect(after.state?.walk).toEqual(walk);
});

test("no danger card is sent ahead of it", () => {
  expect(dangerIn(content, { type: "message", text: DANGER })).toBeUndefined();
});

test("a search in another language names both numbers and shows no article", () => {
  const { articles, danger, message } = findArticles(content, "what are the five steps of the reporting code");
  expect([articles, danger]).toEqual([[], undefined]);
  expect(message).toContain("112");
  expect(message).toContain("0800-2000");
});

test("Dutch danger with English words in it is still danger", () => {
  expect(chat().type("hij appte dat hij haar gaat killen en staat nu met een mes voor de deur").cards).toContain(
    "+danger-typed",
  );
});

test("what is exactly an example question is answered, whatever language it looks like", () => {
  expect(chat().type("fase 1 versus fase 2").cards).not.toContain("+message");
});
