import { fileURLToPath } from "node:url";
import { loadContent } from "../content/load-content.ts";
import { trainModels } from "../conversation/turn/train-models.ts";
import { understandingOf } from "../conversation/turn/understanding.ts";
import { CASE } from "../danger/train-cases.ts";
import { DANGER } from "../danger/train-danger.ts";
import { rank } from "../knowledge/create-search.ts";
import { chanceOf, explain, likeliest, type Model } from "../language/classifier.ts";
import { toSentences } from "../language/sentences.ts";
import { textFeatures } from "../language/text-features.ts";

/** `npm run explain -- "tekst"`: what a text is taken for, and the words that weighed most. Nothing of it is kept. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MOST_WORDS = 6;

const text = process.argv.slice(2).join(" ").trim();
const { content } = await loadContent(ROOT);
if (text === "") stop('Zet er een tekst achter, tussen aanhalingstekens: npm run explain -- "hij slaat haar"');
else if (!content) stop("De inhoud heeft fouten. Kijk met: npm run check:content");
else {
  const models = trainModels(content);
  const { danger, isCase, isForeign, personalData } = understandingOf({ ...content, models });
  const { level, signs } = danger(text);
  if (isForeign(text)) console.log("Andere taal dan Nederlands: hiervan wordt verder niets begrepen.");
  console.log(`Gevaar: ${level}${signs.length > 0 ? ` (${signs.join(", ")})` : ""}`);
  for (const sentence of toSentences(text)) {
    const features = textFeatures(sentence);
    console.log(
      `  "${sentence}": kans ${percent(chanceOf(models.danger, features, DANGER))}, lijkt op ${likeliest(models.signs, features)}`,
    );
    console.log(`    ${words(models.danger, features, DANGER)}`);
  }
  const features = textFeatures(text);
  console.log(
    `Vertelt over een casus: ${isCase(text) ? "ja" : "nee"} (kans ${percent(chanceOf(models.cases, features, CASE))})`,
  );
  console.log(`Persoonsgegevens: ${personalData(text).join(", ") || "geen"}`);
  console.log("Vraag:");
  for (const { label, chance } of rank(models.questions, text).slice(0, 3)) {
    console.log(`  ${label === "-" ? "niets van ons" : label}: kans ${percent(chance)}`);
    console.log(`    ${words(models.questions, features, label)}`);
  }
}

function words(model: Model, features: readonly string[], label: string): string {
  const all = explain(model, features, label);
  const name = (feature: string) => feature.replace(/^[wpg] /, "").replace(/^~/, "…");
  const list = (some: typeof all) => some.map(({ feature, adds }) => `${name(feature)} ${adds.toFixed(2)}`).join(", ");
  const most = all.filter(({ adds }) => adds > 0).slice(0, MOST_WORDS);
  const least = all
    .filter(({ adds }) => adds < 0)
    .slice(-MOST_WORDS)
    .reverse();
  return `voor: ${list(most) || "niets"}; tegen: ${list(least) || "niets"}`;
}

function percent(chance: number): string {
  return `${(100 * chance).toFixed(0)}%`;
}

function stop(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
