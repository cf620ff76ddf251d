import { comparable } from "../../language/normalise.ts";
import { type Draft, mistakeAt } from "../draft.ts";
import { type Mistake, TAKE_AWAY } from "../mistake.ts";

/** Every word means one command. */
export function checkWords(draft: Draft): Mistake[] {
  return draft.commands.flatMap(checkCommands);
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
  return { rule: "duplicate-word", what, fix: "Haal het op één van de twee plekken weg.", mend: TAKE_AWAY };
}
