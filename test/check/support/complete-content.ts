import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { fingerprint } from "../../../src/content/confirmation.ts";
import { NEVER_SAY } from "../../../src/content/floor/never-say.ts";
import { PARSE } from "../../../src/content/schema/fix.ts";
import { questionsFileSchema } from "../../../src/content/schema/question.ts";
import { SMALL_CONTENT } from "../../content/support/small-content.ts";

const PROJECT = `${import.meta.dirname}/../../..`;

const SOURCE = "source: { document: handleiding }, status: concept";
const YES_NO = "[{ id: ja, text: Ja }, { id: nee, text: Nee }]";

/** A question with what `src/content/floor/` asks of it; its reassuring answers need no advice. */
function question(id: string, text: string, options = YES_NO, more = "kind: single"): string {
  return `  - { id: ${id}, label: ${id}, text: "${text}", why: Daarom., ${more}, options: ${options}, ${SOURCE} }\n`;
}

function option(...ids: string[]): string {
  return `[${ids.map((id) => `{ id: ${id}, text: ${id} }`).join(", ")}]`;
}

/** Of the small content; a question about danger is asked in any case. */
const WHEN = "    when:\n      question: direct-gevaar\n      is: nee\n";

const PLAN = "  - id: plan\n";

/** Without the letters of what was confirmed it would be a warning. */
const CONFIRMED = "bevestigd";

/** With the two of the small content these are the five about danger, which come first. */
const ABOUT_DANGER = [
  question("komende-dagen", "Verwacht je dat het misgaat?"),
  question("zelf-verteld", "Heeft iemand het zelf verteld?"),
  question("eer", "Speelt de eer van de familie?"),
].join("");

const TO_WEIGH = `phase: wegen\ntitle: Wegen\nquestions:\n${[
  question("soort-onveiligheid", "Welke soort?", option("eer", "anders"), "kind: single, no-advice: [anders]"),
  question("risicofactoren", "Wat speelt er?", option("scheiding", "jaloezie-controle"), "kind: multiple"),
  question("slachtoffer-bang", "Is iemand bang?", option("ja", "durft-niet-te-praten", "nee")),
  question("wordt-het-erger", "Wordt het erger?", option("erger", "minder")),
  question("hoe-erg", "Hoe erg kan het worden?", option("zwaar-gewond", "vervelend")),
  question("direct-veilig-volgens-allen", "Vindt iedereen het veilig?", YES_NO, "kind: single, no-advice: [ja]"),
  question("nog-direct-veilig", "Is het nog veilig?", YES_NO, "kind: single, no-advice: [ja]"),
  question("structureel", "Is het structureel?", YES_NO, "kind: single, when: { question: direct-gevaar, is: nee }"),
  question("regulier-onvoldoende", "Was hulp genoeg?", option("ja", "te-vroeg", "nog-geen-hulp")),
].join("")}`;

const SIGNALS = `group: vloer
title: Vloer
order: 9
signals:
  - id: vandaag
    row: V1
    when:
      any:
        - { question: direct-gevaar, is: weet-ik-niet }
        - { question: komende-dagen, is: [ja, weet-ik-niet] }
        - { question: zelf-verteld, is: [ja, weet-ik-niet] }
        - { question: wat-gebeurd, is: [wapen, letsel, weet-ik-niet] }
        - { question: risicofactoren, is: [scheiding, jaloezie-controle], at-least: 2 }
        - { question: slachtoffer-bang, is: [ja, durft-niet-te-praten] }
        - { question: wordt-het-erger, is: erger }
        - { question: hoe-erg, is: zwaar-gewond }
    level: vandaag
    title: Vandaag
    advice: [{ text: "Bel Veilig Thuis: 0800-2000." }]
    next: Bel vandaag.
    meldcode: true
    ${SOURCE.replace(", status", "\n    status")}
  - id: eer
    row: V2
    when:
      any:
        - { question: eer, is: [ja, weet-ik-niet] }
        - { question: soort-onveiligheid, is: eer }
    level: vandaag
    title: Eer
    advice: [{ text: "Bel Veilig Thuis: 0800-2000." }]
    next: Bel vandaag.
    banner: Praat nog niet met de familie.
    silences-family-talk: true
    meldcode: true
    ${SOURCE.replace(", status", "\n    status")}
  - id: bespreken
    row: V3
    when:
      any:
        - { question: direct-veilig-volgens-allen, is: [nee, weet-ik-niet] }
        - { question: nog-direct-veilig, is: [nee, weet-ik-niet] }
        - { question: structureel, is: ja }
        - { question: regulier-onvoldoende, is: [ja, te-vroeg, nog-geen-hulp, weet-ik-niet] }
    level: bespreek
    title: Bespreken
    advice: [{ text: Bespreek het. }]
    next: Plan een overleg.
    meldcode: true
    ${SOURCE.replace(", status", "\n    status")}
invariants:
  - id: geruststellend
    about: Weet ik niet verlaagt niet.
    never-lower: { from: [nee, minder, vervelend], to: weet-ik-niet }
`;

/**
 * The small dialogs with all that the floor in code asks for, and the project's own cards and fixed texts:
 * `checkContent` finds no mistakes.
 */
export function completeContent(): Record<string, string> {
  const own = ["cards", "dialogs/texts"].flatMap(filesIn);
  const gevaar = (SMALL_CONTENT["dialogs/questions/gevaar.yaml"] ?? "").replace(WHEN, "").replace(CONFIRMED, "concept");
  const lang = SMALL_CONTENT["dialogs/flows/lang.yaml"] ?? "";
  return {
    ...SMALL_CONTENT,
    ...Object.fromEntries(own.map((file) => [file, read(file)])),
    "dialogs/questions/gevaar.yaml": confirmAll(gevaar + ABOUT_DANGER),
    "dialogs/questions/wegen.yaml": TO_WEIGH,
    "dialogs/flows/lang.yaml": lang.replace(PLAN, `  - id: wegen\n${PLAN}`),
    "dialogs/regions/hier.yaml": (SMALL_CONTENT["dialogs/regions/hier.yaml"] ?? "").replace(CONFIRMED, "concept"),
    "dialogs/signals/vloer.yaml": SIGNALS,
    "dialogs/safety/never-say.yaml": `phrases:\n${NEVER_SAY.map((phrase) => `  - ${phrase}\n`).join("")}`,
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(`${PROJECT}/${folder}`).map((name) => `${folder}/${name}`);
}

/** The questions about danger have words of their own here, so somebody confirmed them. */
function confirmAll(yaml: string): string {
  const { questions } = questionsFileSchema.parse(parse(yaml), PARSE);
  return questions.reduce((text, question) => {
    const at = text.indexOf("status: concept");
    const by = `{ text: ${fingerprint(question)}, by: Programmateam, on: 2026-01-31 }`;
    const inFlow = text.lastIndexOf("\n", at) < text.lastIndexOf("{", at);
    const confirmed = `status: bevestigd${inFlow ? ", " : "\n    "}confirmed: ${by}`;
    return text.slice(0, at) + confirmed + text.slice(at + "status: concept".length);
  }, yaml);
}

function read(file: string): string {
  return readFileSync(`${PROJECT}/${file}`, "utf8");
}
