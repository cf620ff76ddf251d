import { fileURLToPath } from "node:url";
import { loadContent } from "../content/load-content.ts";
import { evaluateDanger } from "./eval/danger.ts";
import { evaluateKnowledge } from "./eval/knowledge.ts";
import { evaluatePersonalData } from "./eval/personal-data.ts";

/** `npm run eval`: how well typed text is understood, on our own sets of lines. Prints each miss; exit code 1 below a target. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const file = (name: string) => fileURLToPath(new URL(`../../test/${name}`, import.meta.url));

const { content } = await loadContent(ROOT);
if (content) {
  const parts = [
    evaluateKnowledge(content, file("knowledge/eval/questions.yaml")),
    evaluateDanger(content.danger, file("safety/eval/danger.yaml")),
    evaluatePersonalData(content.personalData, file("personal-data/eval/personal-data.yaml")),
  ];
  for (const { name, lines, met } of parts) {
    console.log([`== ${name}`, ...lines, met ? "doelen gehaald" : "doelen NIET gehaald", ""].join("\n"));
  }
  process.exitCode = parts.every(({ met }) => met) ? 0 : 1;
} else {
  console.error("De inhoud heeft fouten. Kijk met: npm run check:content");
  process.exitCode = 1;
}
