import { expect, test } from "@jest/globals";
import { dangerAbout } from "../../../src/conversation/views/danger-about.ts";
import { dangerView } from "../../../src/conversation/views/menu-view.ts";
import { makeContent } from "../../support/make-content.ts";
import { Chat } from "../support/chat.ts";

test.each([
  [["wapen"], ""],
  [["wapen", "zelfdoding"], "zelfdoding"],
  [["zelfdoding", "werker"], "werker"],
  [["werker", "zelfdoding-werker"], "zelf"],
])("signs %j make the card about %j", (signs, about) => {
  expect(dangerAbout(signs)).toBe(about);
});

test("without danger there is no card", () => {
  expect(dangerView({ level: "geen", signs: [] })).toBeUndefined();
});

test("a click on the card leaves it as it was", () => {
  const chat = new Chat(makeContent([]));
  chat.click({ verb: "start", flow: "gevaar-check", card: "danger-typed-vandaag-zelf" });
  expect(chat.replies[0]).toMatchObject({ view: { card: "danger-typed", level: "vandaag", about: "zelf" } });
});
