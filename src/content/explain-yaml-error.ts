import type { YAMLError } from "yaml";
import type { Finding } from "./mistake.ts";

const QUOTES = 'Zet dubbele aanhalingstekens om de tekst, bijvoorbeeld text: "Let op: bel eerst.".';

/** The mistakes that people make most, by the error code of the yaml package. */
const KNOWN: Partial<Record<YAMLError["code"], Finding>> = {
  DUPLICATE_KEY: {
    rule: "duplicate-key",
    what: "Deze sleutel staat er twee keer.",
    fix: "Haal één van de twee weg.",
  },
  TAB_AS_INDENT: {
    rule: "yaml-syntax",
    what: "Deze regel springt in met een tab.",
    fix: "Gebruik spaties om in te springen, twee per niveau.",
  },
  BAD_INDENT: {
    rule: "yaml-syntax",
    what: "Deze regel springt niet goed in.",
    fix: "Laat de regel even ver inspringen als de regels waar hij bij hoort.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    rule: "yaml-syntax",
    what: "Er staat een dubbele punt in een tekst zonder aanhalingstekens, of de regel springt verkeerd in.",
    fix: QUOTES,
  },
  MULTILINE_IMPLICIT_KEY: {
    rule: "yaml-syntax",
    what: "Hier mist een dubbele punt na de sleutel, of de tekst loopt door op een regel die niet inspringt.",
    fix: "Schrijf sleutel, dubbele punt, spatie, tekst. Laat vervolgregels verder inspringen.",
  },
  MULTIPLE_DOCS: {
    rule: "yaml-syntax",
    what: "Er staat een regel met --- of ... midden in het bestand, hier of net erboven.",
    fix: "Haal die regel weg.",
  },
  TAG_RESOLVE_FAILED: { rule: "yaml-syntax", what: "Een tekst begint hier met een uitroepteken.", fix: QUOTES },
};

/** An error of the yaml package in words that a content writer understands. */
export function explainYamlError({ code }: YAMLError): Finding {
  return (
    KNOWN[code] ?? {
      rule: "yaml-syntax",
      what: `Vanaf hier is het bestand niet te lezen (${code.toLowerCase().replaceAll("_", " ")}).`,
      fix: "Kijk naar aanhalingstekens, haakjes en inspringen op deze regel en de regel ervoor.",
    }
  );
}
