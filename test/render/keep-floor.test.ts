import { expect, test } from "@jest/globals";
import { checkCard } from "../../src/check/cards/check-card.ts";
import type { Content, Texts } from "../../src/content/content.ts";
import { rendererOf } from "../../src/render/render-card.ts";
import { content, sample, textsOf } from "./support/samples.ts";

const CARDS = ["danger-now", "danger-typed", "danger-today", "call-now"] as const;

/** The content of a bad day: the texts without their numbers, or another template for one card. */
function withoutNumbers(): Content {
  return {
    ...content,
    texts: JSON.parse(JSON.stringify(content.texts).replace(/112|0800-2000/g, "het nummer")) as Texts,
  };
}

function withTemplate(name: string, template: unknown): Content {
  const cards = new Map(content.cards).set(name, { template, sample: {} });
  return { ...content, cards };
}

const EMPTY = { type: "AdaptiveCard", version: "1.5", lang: "nl", body: [] };
const HIDDEN = { ...EMPTY, body: [{ type: "TextBlock", text: "Bel 112 of 0800-2000.", isVisible: false, wrap: true }] };
const NARROW = { ...EMPTY, body: [{ ...HIDDEN.body[0], isVisible: true, targetWidth: "wide" }] };
const CUT_OFF = { ...EMPTY, body: [{ type: "TextBlock", text: "Bel 112 of 0800-2000.", maxLines: 1, wrap: true }] };
const IN_ADDRESS = {
  ...EMPTY,
  body: [{ type: "TextBlock", text: "Bel [hier](tel:112) of [daar](tel:0800-2000)", wrap: true }],
};
const THROWS = { ...EMPTY, body: [{ type: "TextBlock", text: "${substring(texts.common.menu, 90, 9)}", wrap: true }] };

const numbers = (card: unknown) => textsOf(card).join("\n");

test.each(CARDS)("%s names 112 and Veilig Thuis although the texts do not", (name) => {
  const card = rendererOf(withoutNumbers())(sample(name));
  expect(numbers(card)).toMatch(/112.*0800-2000/s);
  expect(checkCard(card)).toEqual([]);
});

test.each(
  CARDS.flatMap((name) =>
    [EMPTY, HIDDEN, NARROW, CUT_OFF, IN_ADDRESS, THROWS, null].map((template) => ({ name, template })),
  ),
)("$name names them although its template is $template", ({ name, template }) => {
  const card = rendererOf(withTemplate(name, template))(sample(name));
  expect(numbers(card)).toMatch(/Bij direct gevaar: bel 112.*0800-2000/s);
});

test.each(CARDS)("%s is left as it is when it names them itself", (name) => {
  expect(JSON.stringify(rendererOf(content)(sample(name)))).not.toContain('"floor"');
});
