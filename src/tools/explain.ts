import { fileURLToPath } from "node:url";
import { understandingOf } from "../conversation/turn/understanding.ts";
import { CASE } from "../danger/train-cases.ts";
import { DANGER } from "../danger/train-danger.ts";
import { OURS } from "../knowledge/train-questions.ts";
import { chanceOf, likeliest, type Model } from "../language/classifier.ts";
import { featuresOf } from "../language/features.ts";
import { toSentences } from "../language/sentences.ts";
import { wordWeights } from "../language/word-weights.ts";
import { kindsWithWords } from "../personal-data/telling-words.ts";
import { learnedContent } from "./learned-content.ts";

/** `npm run explain -- "tekst"`: what a text is taken for, and the words that weighed most. Nothing of it is kept. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MOST_WORDS = 6;

const text = process.argv.slice(2).join(" ").trim();
const content = await learnedContent(ROOT);
if (text === "") stop('Zet er een tekst achter, tussen aanhalingstekens: npm run explain -- "hij slaat haar"');
else if (!content) stop("De inhoud heeft fouten. Kijk met: npm run check:content");
else {
  const { models } = content;
  const { danger, isCase, isForeign, personalData } = understandingOf(content);
  const { level, signs } = danger(text);
  if (isForeign(text)) console.log("Andere taal dan Nederlands: hiervan wordt verder niets begrepen.");
  console.log(`Gevaar: ${level}${signs.length > 0 ? ` (${signs.join(", ")})` : ""}`);
  for (const sentence of toSentences(text)) {
    const features = featuresOf(sentence);
    const chance = percent(chanceOf(models.danger, features, DANGER));
    console.log(`  "${sentence}": kans ${chance}, lijkt op ${likeliest(models.signs, features, 1)[0]?.label}`);
    console.log(`    ${words(models.danger, sentence, DANGER)}`);
  }
  const features = featuresOf(text);
  console.log(
    `Vertelt over een casus: ${isCase(text) ? "ja" : "nee"} (kans ${percent(chanceOf(models.cases, features, CASE))})`,
  );
  console.log(`Persoonsgegevens: ${kindsWithWords(text, personalData).join(", ") || "geen"}`);
  console.log(`Vraag voor ons: kans ${percent(chanceOf(models.ours, features, OURS))}`);
  console.log(`    ${words(models.ours, text, OURS)}`);
  for (const { label, chance } of likeliest(models.articles, features, 3)) {
    console.log(`  ${label}: kans ${percent(chance)}`);
    console.log(`    ${words(models.articles, text, label)}`);
  }
}

function words(model: Model, text: string, label: string): string {
  const all = wordWeights(model, text, label);
  const list = (some: typeof all) =>
    some
      .slice(0, MOST_WORDS)
      .map(({ word, adds }) => `${word} ${adds.toFixed(2)}`)
      .join(", ");
  const against = all.filter(({ adds }) => adds < 0).reverse();
  return `voor: ${list(all.filter(({ adds }) => adds > 0)) || "niets"}; tegen: ${list(against) || "niets"}`;
}

function percent(chance: number): string {
  return `${(100 * chance).toFixed(0)}%`;
}

function stop(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
