import { type Heaviest, heaviest } from "../../check/effects/heaviest.ts";
import type { Content } from "../../content/content.ts";
import { type Understanding, understandingOf } from "../../conversation/turn/understanding.ts";
import { CASE } from "../../danger/train-cases.ts";
import { DANGER } from "../../danger/train-danger.ts";
import { allQuestions } from "../../knowledge/all-questions.ts";
import { OURS } from "../../knowledge/train-questions.ts";
import { chanceOf, likeliest, type Model } from "../../language/classifier.ts";
import { featuresOf } from "../../language/features.ts";
import { comparable } from "../../language/normalise.ts";
import { toSentences } from "../../language/sentences.ts";
import { wordWeights } from "../../language/word-weights.ts";
import { kindsWithWords } from "../../personal-data/telling-words.ts";

/** One thing that a text is taken for, and why. */
export interface Taken {
  text: string;
  why: Why[];
}

/** How sure the bot is of something about a text or a sentence of it, and the words that weighed most. */
export interface Why extends Heaviest {
  /** Such as `gevaar in “hij slaat haar”`. */
  what: string;
  /** From 0 to 100. */
  chance: number;
}

const LEVELS: Readonly<Record<string, string>> = {
  nu: "ja, nu: de kaart met 112",
  vandaag: "ja, vandaag Veilig Thuis bellen",
  twijfel: "misschien: de bot vraagt ernaar",
  geen: "nee",
};

/** The likeliest articles. */
const ARTICLES = 2;

/** What the bot takes a typed text for, and why. Nothing of it is kept. */
export function takenFor(text: string, content: Content): Taken[] {
  const understanding = understandingOf(content);
  if (understanding.isForeign(text))
    return [{ text: "Een andere taal dan Nederlands. De bot leest het verder niet.", why: [] }];
  const personal = kindsWithWords(text, understanding.personalData);
  const warning = `Lijkt op gegevens van een persoon: ${personal.join(", ")}. De bot leest het dan niet verder.`;
  return [
    dangerOf(text, understanding, content),
    caseOf(text, understanding, content),
    ...(personal.length > 0 ? [{ text: warning, why: [] }] : []),
    answerOf(text, understanding, content),
  ];
}

function dangerOf(text: string, { danger }: Understanding, { models, danger: signs }: Content): Taken {
  const { level, signs: found } = danger(text);
  const titleOf = (sign: string) => signs.find((one) => one.sign === sign)?.title ?? sign;
  const names = found.map(titleOf);
  const said = `Gevaar: ${LEVELS[level] ?? level}${names.length > 0 ? ` (${names.join(", ")})` : ""}.`;
  if (!models) return { text: said, why: [] };
  const why = toSentences(text).map((sentence) =>
    whyOf(`gevaar in “${sentence.trim()}”`, models.danger, sentence, DANGER),
  );
  return { text: said, why };
}

function caseOf(text: string, { isCase }: Understanding, { models }: Content): Taken {
  const said = isCase(text)
    ? "Gaat over mensen in een casus. Daarom toont de bot 112 en Veilig Thuis, ook als hij geen gevaar ziet."
    : "Gaat niet over een casus.";
  return { text: said, why: models ? [whyOf("een casus", models.cases, text, CASE)] : [] };
}

function answerOf(text: string, { search }: Understanding, { articles, models }: Content): Taken {
  const found = search(text);
  const typed = comparable(text);
  const written = [...articles.values()].find((article) =>
    [article.title, ...allQuestions(article)].map(comparable).includes(typed),
  );
  if (written) return { text: `Antwoord: ${written.title}. De vraag staat er zo bij.`, why: [] };
  const said =
    found.kind === "one"
      ? `Antwoord: ${found.article.title}`
      : found.kind === "several"
        ? `Keuze uit: ${found.articles.map(({ title }) => title).join("; ")}`
        : "Geen antwoord: de bot zegt dat hij het niet weet.";
  if (!models) return { text: said, why: [] };
  const ranked = likeliest(models.articles, featuresOf(text), ARTICLES);
  return {
    text: said,
    why: [
      whyOf("een vraag waar een artikel over gaat", models.ours, text, OURS),
      ...ranked.map(({ label }) =>
        whyOf(`het artikel “${articles.get(label)?.title ?? label}”`, models.articles, text, label),
      ),
    ],
  };
}

function whyOf(what: string, model: Model, text: string, label: string): Why {
  const chance = Math.round(100 * chanceOf(model, featuresOf(text), label));
  return { what, chance, ...heaviest(wordWeights(model, text, label)) };
}
