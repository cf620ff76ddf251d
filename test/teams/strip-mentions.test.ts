import { expect, test } from "@jest/globals";
import { stripMentions } from "../../src/teams/strip-mentions.ts";

test.each([
  ["hallo", "hallo"],
  ["<at>Bot</at> hallo", "hallo"],
  ["<at>Bot</at>&nbsp;hallo\n", "hallo"],
  ['<at id="0">Wijkteam\nbot</at> ga <AT>Piet</AT> verder', "ga verder"],
  ["<at>Bot</at>", ""],
  ["  ", ""],
  ["<attentie> 1 < 2", "<attentie> 1 < 2"],
])("of %j there remains %j", (text, rest) => {
  expect(stripMentions(text)).toBe(rest);
});
