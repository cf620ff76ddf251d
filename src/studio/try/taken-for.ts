import type { Content } from "../../content/content.ts";
import { understandingOf } from "../../conversation/turn/understanding.ts";

const LEVELS: Readonly<Record<string, string>> = {
  nu: "ja, nu: de kaart met 112",
  vandaag: "ja, vandaag Veilig Thuis bellen",
  twijfel: "misschien: de bot vraagt ernaar",
  geen: "nee",
};

/** What the bot takes a typed text for, line by line. Nothing of it is kept. */
export function takenFor(text: string, content: Content): string[] {
  const { danger, isCase, isForeign, personalData, search } = understandingOf(content);
  if (isForeign(text)) return ["Een andere taal dan Nederlands. De bot leest het verder niet."];
  const { level, signs } = danger(text);
  const names = signs.map((sign) => content.danger.find((one) => one.sign === sign)?.title ?? sign);
  const found = search(text);
  const personal = personalData(text);
  return [
    `Gevaar: ${LEVELS[level] ?? level}${names.length > 0 ? ` (${names.join(", ")})` : ""}.`,
    isCase(text) ? "Gaat over mensen in een casus." : "Gaat niet over een casus.",
    ...(personal.length > 0 ? [`Lijkt op gegevens van een persoon: ${personal.join(", ")}.`] : []),
    answerOf(found),
  ];
}

function answerOf(found: ReturnType<ReturnType<typeof understandingOf>["search"]>): string {
  if (found.kind === "one") return `Antwoord: ${found.article.title}`;
  if (found.kind === "several") return `Keuze uit: ${found.articles.map(({ title }) => title).join("; ")}`;
  return "Geen antwoord: de bot zegt dat hij het niet weet.";
}
