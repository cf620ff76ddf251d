import { comparable } from "../../language/normalise.ts";
import { type Draft, mistakeAt } from "../draft.ts";
import type { Mistake } from "../mistake.ts";
import { UNKNOWN_OPTION } from "../schema/id.ts";

/** Every word means one command, and the text that every question needs is there. */
export function checkWords(draft: Draft): Mistake[] {
  return [...draft.commands.flatMap(checkCommands), ...draft.texts.flatMap(checkUnknownText)];
}

function checkCommands(file: Draft["commands"][number]): Mistake[] {
  const first = new Map<string, string>();
  return Object.entries(file.value.commands).flatMap(([command, words]) =>
    words.flatMap((word, index) => {
      const typed = comparable(word);
      const other = first.get(typed);
      first.set(typed, other ?? command);
      const finding = other === undefined ? emptyWord(word, typed) : wordTwice(word, other);
      return finding ? [mistakeAt(file, ["commands", command, index], finding)] : [];
    }),
  );
}

function emptyWord(word: string, typed: string) {
  if (typed !== "") return undefined;
  return {
    rule: "empty-word",
    what: `In "${word}" staan geen letters of cijfers.`,
    fix: "Kies een woord met letters.",
  };
}

function wordTwice(word: string, command: string) {
  const what = `Het woord "${word}" hoort al bij "${command}". Hoofdletters, accenten en leestekens tellen niet mee.`;
  return { rule: "duplicate-word", what, fix: "Haal het op één van de twee plekken weg." };
}

function checkUnknownText(file: Draft["texts"][number]): Mistake[] {
  if (typeof file.value[UNKNOWN_OPTION] === "string") return [];
  const what = `De tekst "${UNKNOWN_OPTION}" ontbreekt. Elke vraag krijgt die als laatste antwoord.`;
  return [
    mistakeAt(file, [], { rule: "missing-text", what, fix: `Voeg bovenaan toe: ${UNKNOWN_OPTION}: Weet ik niet` }),
  ];
}
