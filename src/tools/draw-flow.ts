import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadContent } from "../content/load-content.ts";
import { flowGraph } from "./draw-flow/flow-graph.ts";
import { renderSvg } from "./draw-flow/render-svg.ts";

/** `npm run draw`: draws every flow into `docs/flows/`, from the same content that drives the bot. */
const PROJECT = resolve(import.meta.dirname, "../..");
const FOLDER = "docs/flows";

const { content } = await loadContent(PROJECT);
if (content) {
  mkdirSync(join(PROJECT, FOLDER), { recursive: true });
  for (const flow of content.flows.values()) {
    const file = join(FOLDER, `${flow.id}.svg`);
    writeFileSync(join(PROJECT, file), await renderSvg(flowGraph(flow, content.signalGroups)));
    console.log(file);
  }
} else {
  console.error("De inhoud heeft fouten, dus er is niets getekend. Bekijk ze met: npm run check:content");
  process.exitCode = 1;
}
