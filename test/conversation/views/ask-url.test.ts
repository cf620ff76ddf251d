import { expect, test } from "@jest/globals";
import type { TopicOwner } from "../../../src/content/schema/topic-owner.ts";
import { askUrl } from "../../../src/conversation/views/ask-url.ts";
import { makeContent } from "../../support/make-content.ts";

const CHAT = "https://teams.microsoft.com/l/chat/0/0?users=";
const everything = { id: "alles", address: "alles@proef.test" };
const mda: TopicOwner = { id: "mda", address: "m.da+x@proef.test", topics: ["mda", "samenwerken"] };

function asked(topicOwners: readonly TopicOwner[], topic?: string): string {
  return askUrl(makeContent([], [], { topicOwners }), topic);
}

test("a chat is with everybody who owns the topic, and carries nothing but who they are", () => {
  expect(asked([everything, mda], "mda")).toBe(`${CHAT}alles@proef.test,m.da%2Bx@proef.test`);
  expect(asked([everything, mda], "meldcode")).toBe(`${CHAT}alles@proef.test`);
});

test("without a topic it is with who owns every topic", () => {
  expect(asked([everything, mda])).toBe(`${CHAT}alles@proef.test`);
  expect(asked([mda])).toBe("");
});

test("without an owner of the topic there is none", () => {
  expect(asked([], "mda")).toBe("");
  expect(asked([mda], "meldcode")).toBe("");
});
