import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
import { nearest } from "../content/nearest.ts";
import type { Targets } from "../content/references/targets.ts";
import { PLACEHOLDERS } from "../conversation/views/placeholders.ts";
import { visibleTexts } from "./cards/visible-texts.ts";

/** Whatever stands between { and } in a text is filled in; else a worker would read the braces. */
export function checkPlaceholders(loaded: LoadedContent, targets: Targets): Mistake[] {
  return visibleTexts(loaded, targets).flatMap(({ text, key, mistakeAt }) => {
    const known = PLACEHOLDERS[key] ?? [];
    const unknown = [...text.matchAll(/\{([^}]*)\}?/g)].filter(([, name = ""]) => !known.includes(name));
    return unknown.map(([whole, name = ""]) => {
      const near = nearest(name, known);
      const what = `${whole} wordt hier niet ingevuld.`;
      const finding = { rule: "placeholder", what, fix: fixOf(near, known) };
      if (near === undefined) return mistakeAt(finding);
      const mend = { label: `Maak er {${near}} van`, value: text.replace(whole, `{${near}}`) };
      return mistakeAt({ ...finding, mend });
    });
  });
}

function fixOf(near: string | undefined, known: readonly string[]): string {
  if (known.length === 0) return "Haal de accolades weg: in deze tekst vult de bot niets in.";
  return `${near ? `Bedoel je {${near}}? ` : ""}Hier kan: ${known.map((one) => `{${one}}`).join(", ")}.`;
}
