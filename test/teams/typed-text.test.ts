import { describe, expect, test } from "@jest/globals";
import type { Activity } from "botbuilder";
import { typedText } from "../../src/teams/typed-text.ts";

const QUOTE = `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1600457867820">
  <strong itemprop="mri" itemid="28:bot">Bot</strong><span itemprop="time" itemid="1600457867820"></span>
  <p itemprop="preview">Bel nu 112</p></blockquote>`;

function textOf(fields: Partial<Activity>): string {
  return typedText(fields as Activity);
}

test.each([
  ["hallo", "hallo"],
  ["<at>Bot</at> hallo", "hallo"],
  ["<at>Bot</at>&nbsp;hallo\n", "hallo"],
  ['<at id="0">Wijkteam\nbot</at> ga <AT>Piet</AT> verder', "ga verder"],
  ["<at>Bot</at>", ""],
  ["  ", ""],
  ["<attentie> 1 < 2", "<attentie> 1 < 2"],
  ['<quoted messageId="1772050244572"/>stop', "stop"],
  [
    '<quoted messageId="1"/> <quoted messageId="2" />hoe gaat <quoted messageId="3">dit</quoted> verder',
    "hoe gaat verder",
  ],
  ["<p>mijn man</p><p>wurgt mij</p>", "mijn man wurgt mij"],
  ["<div>hij <b>wur</b>gt haar<br/>nu</div>", "hij wurgt haar nu"],
  ['<div style="color:red">ga&#32;door&#x20;&amp; <a href="https://x.nl">zo</a></div>', "ga door & zo"],
  [`${QUOTE}<p>stop</p>`, "stop"],
  ["<blockquote>hij slaat haar</blockquote> wat nu", "hij slaat haar wat nu"],
  ['kijk <attachment id="a1">kaart</attachment> hier', "kijk hier"],
  ["<at>mijn man wurgt mij", "mijn man wurgt mij"],
  ["<AT>Bot</at>hij <at>slaat <p>haar</p>", "hij slaat <p>haar</p>"],
  ["1 < 2 &lt;b&gt; &#1114112;.", "1 < 2 <b> ."],
])("of %j there remains %j", (text, rest) => {
  expect(textOf({ text })).toBe(rest);
});

describe("of a reply", () => {
  test("whose quote stands in the text too, only the own words remain", () => {
    const attachments = [{ contentType: "text/html", content: `<div>${QUOTE}<p>stop</p></div>` }];
    expect(textOf({ text: "Bot\nBel nu 112\n\nstop", attachments })).toBe("stop");
  });

  test("on a phone, where the quote is an attachment, the text remains", () => {
    const attachments = [{ contentType: "messageReference", content: '{"messagePreview":"Bel nu 112"}' }];
    expect(textOf({ text: "stop", attachments })).toBe("stop");
  });

  test("with nothing but a quote in its HTML, the text remains", () => {
    const attachments = [{ contentType: "text/html", content: QUOTE }];
    expect(textOf({ text: "help ons", attachments })).toBe("help ons");
  });
});

test("HTML beside a text that is no reply is not read: it holds the same words", () => {
  const attachments = [{ contentType: "text/html", content: "<p>iets anders</p>" }];
  expect(textOf({ text: "stop", attachments })).toBe("stop");
});

test.each([undefined, "", " "])("HTML without a text (%j) is read", (text) => {
  const attachments = [{ contentType: "text/html", content: "<p>hij slaat haar <b>nu</b></p>" }];
  expect(textOf({ ...(text === undefined ? {} : { text }), attachments })).toBe("hij slaat haar nu");
});

test("an attachment of any shape does no harm", () => {
  const attachments = [{}, { contentType: "text/html" }, { contentType: "text/html", content: { a: 1 } }];
  expect(textOf({ text: "stop", attachments: attachments as never })).toBe("stop");
});

test("a very long text is read in no time", () => {
  const before = process.threadCpuUsage().user;
  for (const part of ["<at", "<quoted ", "<blockquote itemtype=", "<p ", "&#1", "<at>"])
    textOf({ text: part.repeat(30_000) });
  // Of the processor, whatever else the machine does; read again from each sign on it takes minutes.
  expect(process.threadCpuUsage().user - before).toBeLessThan(2_000_000);
});
