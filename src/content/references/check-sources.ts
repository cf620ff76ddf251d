import { type Draft, mistakeAt, type Placed, part } from "../draft.ts";
import type { Mistake } from "../mistake.ts";
import type { Link } from "../schema/link.ts";
import type { Targets } from "./targets.ts";
import { unknownReference } from "./unknown-reference.ts";

/** Sources, links, articles and premises exist, and every link ends at an address. */
export function checkSources(draft: Draft, targets: Targets): Mistake[] {
  const sourced = [...targets.questions, ...targets.signals];
  const links = draft.links.flatMap((file) =>
    file.value.links.map((link, index) => part(file, ["links", index], link)),
  );
  return [
    ...sourced.flatMap((placed) =>
      unknownReference(draft, targets.source, placed.value.source.document, placed, ["source", "document"]),
    ),
    ...draft.regions.flatMap((region) => checkRegion(draft, targets, region)),
    ...targets.signals.flatMap((signal) =>
      signal.value.links.flatMap((id, index) => unknownReference(draft, targets.link, id, signal, ["links", index])),
    ),
    ...targets.signals.flatMap((signal) =>
      signal.value.read.flatMap((id, index) => unknownReference(draft, targets.article, id, signal, ["read", index])),
    ),
    ...targets.signals.flatMap((signal) => checkClaims(draft, targets, signal)),
    ...targets.signals.flatMap((signal) => checkRegional(links, signal)),
    ...links.flatMap((link) => checkLink(draft, targets, link, links)),
  ];
}

/** Advice does not lead to a page about one region: the worker may be in another. */
function checkRegional(links: Placed<Link>[], signal: Targets["signals"][number]): Mistake[] {
  return signal.value.links.flatMap((id, index) => {
    const region = links.find(({ value }) => value.id === id)?.value.region;
    if (!region) return [];
    const what = `De link "${id}" gaat over ${region}. Wie in een andere regio werkt, volgt dan de verkeerde route.`;
    const finding = {
      rule: "other-region",
      what,
      fix: 'Noem een eigen artikel bij "read", of een link die overal geldt.',
    };
    return [mistakeAt(signal, ["links", index], finding)];
  });
}

/** The premises that a signal and its advice name. */
function checkClaims(draft: Draft, targets: Targets, signal: Targets["signals"][number]): Mistake[] {
  const places = [
    { claims: signal.value, path: [] },
    ...signal.value.advice.map((claims, index) => ({ claims, path: ["advice", index] })),
  ];
  return places.flatMap(({ claims, path }) =>
    (["presupposes", "denies"] as const).flatMap((key) =>
      claims[key].flatMap((id, index) => unknownReference(draft, targets.premise, id, signal, [...path, key, index])),
    ),
  );
}

/** That there is or is not an MDA++ route is a fact, so somebody must have said it. */
function checkRegion(draft: Draft, targets: Targets, region: Draft["regions"][number]): Mistake[] {
  const { source, state } = region.value.mda;
  if (source) return unknownReference(draft, targets.source, source.document, region, ["mda", "source", "document"]);
  if (state === "onbekend") return [];
  const what = `Er staat dat er ${state === "geen" ? "geen" : "wel"} MDA++ is in deze regio, maar niet wie dat zegt.`;
  const fix =
    "Kies een bron bij “Wie zegt dat?”, of kies dat jullie het niet weten (in het bestand: source, of state: onbekend).";
  return [mistakeAt(region, ["mda", "state"], { rule: "missing-source", what, fix })];
}

function checkLink(draft: Draft, targets: Targets, link: Placed<Link>, all: Placed<Link>[]): Mistake[] {
  const { id, url, checked, status, fallback } = link.value;
  if (status === "geverifieerd" && !(url && checked)) {
    const missing = url ? 'de dag waarop ("checked")' : 'het adres ("url")';
    const what = `De link "${id}" is nagekeken, maar ${missing} ontbreekt.`;
    const fix = "Vul dat in, of zet de link op nog niet nagekeken (niet-geverifieerd).";
    const mend = url
      ? { label: "Ik heb de pagina vandaag geopend", path: ["checked"], value: new Date().toISOString().slice(0, 10) }
      : { label: "Zet op nog niet nagekeken", value: "niet-geverifieerd" };
    return [mistakeAt(link, ["status"], { rule: "link-incomplete", what, fix, mend })];
  }
  const unknown = fallback ? unknownReference(draft, targets.link, fallback, link, ["fallback"]) : [];
  return unknown.length > 0 ? unknown : checkFallback(link, all);
}

/** Following the fallbacks never comes back to the same link. */
function checkFallback(link: Placed<Link>, all: Placed<Link>[]): Mistake[] {
  const seen = new Set<string>();
  for (let id = link.value.fallback; id !== undefined; id = all.find(({ value }) => value.id === id)?.value.fallback) {
    if (id === link.value.id) {
      const what = `De link "${id}" verwijst via "fallback" naar zichzelf.`;
      return [
        mistakeAt(link, ["fallback"], { rule: "fallback-loop", what, fix: "Kies een link met een eigen adres." }),
      ];
    }
    if (seen.has(id)) break;
    seen.add(id);
  }
  return [];
}
