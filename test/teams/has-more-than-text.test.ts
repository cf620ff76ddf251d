import { expect, test } from "@jest/globals";
import type { Activity } from "botbuilder";
import { hasMoreThanText } from "../../src/teams/has-more-than-text.ts";

const html = (content: string) => ({ contentType: "text/html", content });

test.each([
  ["a photo", [{ contentType: "image/*" }, html("")], ""],
  ["a photo beside a text", [{ contentType: "image/*" }, html("<p>kijk</p>")], "kijk"],
  ["a picture within the text", [html('<p>kijk <img src="x"></p>')], "kijk"],
  ["a file", [{ contentType: "application/vnd.microsoft.teams.file.download.info" }], ""],
  ["a voice clip", [{ contentType: "audio/mp4" }], ""],
  ["a forwarded message", [{ contentType: "forwardedMessageReference" }, html('<attachment id="1"></attachment>')], ""],
  ["a card", [{ contentType: "application/vnd.microsoft.card.adaptive" }], ""],
  ["only HTML", [html("<hr>")], ""],
])("%s is more than text", (_, attachments, text) => {
  expect(hasMoreThanText({ attachments } as unknown as Activity, text)).toBe(true);
});

test.each([
  ["nothing", undefined, ""],
  ["the same words with layout", [html("<p>hallo</p>")], "hallo"],
  ["the message that is replied to", [{ contentType: "messageReference", content: "{}" }], "hallo"],
  ["a smiley", [html('<p><emoji alt="👍"></emoji></p>')], ""],
])("%s is not", (_, attachments, text) => {
  expect(hasMoreThanText({ attachments } as unknown as Activity, text)).toBe(false);
});
