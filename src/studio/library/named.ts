import type { Library } from "./read-library.ts";
import type { ThingKind } from "./thing.ts";

/** How messages of the check call the things that they name by id. */
const KINDS: Readonly<Record<string, ThingKind>> = {
  vraag: "question",
  signaal: "signal",
  artikel: "article",
  link: "link",
  bron: "source",
  regio: "region",
};

const NAMED = new RegExp(`\\b(${Object.keys(KINDS).join("|")}) "([a-z0-9-]+)"`, "gi");

/** A message with the title of a thing in the place of its id: `De vraag “Is er een plan?” komt later`. */
export function named(message: string, library: Library): string {
  return message.replace(NAMED, (whole, word: string, id: string) => {
    const kind = KINDS[word.toLowerCase()];
    const thing = kind && library.thing(kind, id);
    return thing ? `${word} “${thing.title}”` : whole;
  });
}
