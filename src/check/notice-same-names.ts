import { mistakeAt, type Placed, part } from "../content/draft.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
import type { Targets } from "../content/references/targets.ts";
import { comparable } from "../language/normalise.ts";

/** Two things of one kind with one name: who chooses one from a list, or reads it on a card, cannot tell which it is. */
export function noticeSameNames({ draft }: LoadedContent, { questions, signals }: Targets): Mistake[] {
  const links = draft.links.flatMap((file) => file.value.links.map((link, at) => part(file, ["links", at], link)));
  const sources = draft.sources.flatMap((file) =>
    file.value.sources.map((one, at) => part(file, ["sources", at], one)),
  );
  const titled = [signals, links, sources, draft.regions, draft.articles];
  return [
    ...named(questions, "text", ({ text }) => text),
    ...titled.flatMap((things: Placed<{ title: string }>[]) => named(things, "title", ({ title }) => title)),
  ];
}

function named<T>(things: readonly Placed<T>[], key: string, nameOf: (thing: T) => string): Mistake[] {
  const seen = new Set<string>();
  return things.flatMap((thing) => {
    const name = nameOf(thing.value);
    const isNew = !seen.has(comparable(name));
    seen.add(comparable(name));
    if (isNew) return [];
    const what = `Er is er al een die “${name}” heet.`;
    return [
      mistakeAt(thing, [key], { rule: "same-name", what, fix: "Geef deze een andere naam, of haal er één weg." }),
    ];
  });
}
