import { mistakeAt, type Placed } from "../content/draft.ts";
import { VEILIG_THUIS } from "../content/floor/numbers.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
import type { Path } from "../content/node-offset.ts";
import type { Region } from "../content/schema/region.ts";

/** A phone number of seven digits or more, or a mail address. */
const CONTACT = /\+?\d[\d ()./-]{5,}\d|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * What a copied file of a region keeps of its neighbour: the contact, or the name in the text. It may be right, when regions
 * share a desk, so it is a warning.
 */
export function regionCopies({ draft: { regions } }: LoadedContent): Mistake[] {
  return regions.flatMap((region) => [...sharedContacts(region, regions), ...otherNames(region, regions)]);
}

function sharedContacts(region: Placed<Region>, all: readonly Placed<Region>[]): Mistake[] {
  const earlier = all.slice(0, all.indexOf(region));
  return textsOf(region).flatMap(({ text, path }) =>
    contactsIn(text).flatMap((contact) => {
      const other = earlier.find((one) => textsOf(one).some((its) => contactsIn(its.text).includes(contact)));
      if (!other) return [];
      const what = `Dit contact staat ook bij de regio "${other.value.title}" (${other.file.file}).`;
      return [mistakeAt(region, path, { rule: "same-contact", what, fix: "Kijk na of het ook van deze regio is." })];
    }),
  );
}

function otherNames(region: Placed<Region>, all: readonly Placed<Region>[]): Mistake[] {
  return all.flatMap((other) =>
    textsOf(region)
      .filter(
        ({ text }) =>
          other !== region && text.includes(other.value.title) && !region.value.title.includes(other.value.title),
      )
      .map(({ path }) =>
        mistakeAt(region, path, {
          rule: "other-region",
          what: `Hier staat de naam van een andere regio: "${other.value.title}".`,
          fix: "Kijk na of deze tekst over de goede regio gaat.",
        }),
      ),
  );
}

function contactsIn(text: string): string[] {
  const found = (text.match(CONTACT) ?? []).map((contact) =>
    contact.includes("@") ? contact.toLowerCase() : contact.replace(/\D/g, ""),
  );
  return found.filter((contact) => contact !== VEILIG_THUIS.replace("-", ""));
}

function textsOf({ value: { mda } }: Placed<Region>): { text: string; path: Path }[] {
  return [
    { text: mda.text, path: ["mda", "text"] },
    ...(mda.contact === undefined ? [] : [{ text: mda.contact, path: ["mda", "contact"] }]),
  ];
}
