import { ask } from "./ask.ts";
import { type Diagnosis, type Examination, note, ok, skipped } from "./examination.ts";

/** Whether the running bot uses what was published last, and whether its release has something for staff to choose. */
export const PUBLISHED: Examination = {
  name: "Gepubliceerde inhoud",
  async run({ config: { contentStore, contentDir }, url }) {
    if (!contentStore)
      return skipped(`de bot volgt de bestanden in ${contentDir}; met CONTENT_STORE=on publiceert een pagina`);
    if (url === undefined) return skipped("draait de bot al, geef dan het adres: --url https://<domein>");
    const answer = await ask(`${url}/readyz`);
    if (typeof answer === "string") return skipped(`${url} is niet te bereiken`);
    const { parts } = (await answer.json().catch(() => ({}))) as { parts?: Record<string, string> };
    return judge(parts ?? {});
  },
};

function judge({ content, release }: Record<string, string>): Diagnosis {
  if (content === "previous") {
    const fix = "Kijk in het logboek bij content-refused. Publiceer op de pagina /inhoud een versie die wel kan.";
    return note("deze uitgave kan de nieuwste versie niet gebruiken; de bot werkt door met een eerdere", fix);
  }
  if (release === "differs") {
    const fix = "Laat programmamedewerkers op de pagina /inhoud kiezen wat zij overnemen.";
    return note("deze uitgave brengt andere bestanden mee dan waarop gepubliceerd is", fix);
  }
  return ok("de bot gebruikt de nieuwste versie");
}
