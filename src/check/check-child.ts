import { deserialize, serialize } from "node:v8";
import { hashFiles } from "../content/assemble.ts";
import type { Content } from "../content/content.ts";
import { type ContentPart, joinParts, partsOf } from "../content/content-parts.ts";
import { createParser } from "../content/parse-file.ts";
import { readFiles } from "../content/read-files.ts";
import type { CheckAnswer, CheckRequest, PackedPart, SomeEffects } from "./check-apart.ts";
import { type CheckedContent, checkContent } from "./check-content.ts";
import { findEffects } from "./effects/find-effects.ts";
import { MEASURED, measuredLines } from "./measured-lines.ts";

/** Does the work of `check-apart.ts`, and stays a while for the next. */
const STAY_MS = 20_000;

const parse = createParser();
/** Of the content to compare with, which comes before the request. */
let received: ContentPart[] = [];
let last: CheckedContent | undefined;
let leaving: NodeJS.Timeout | undefined;

process.on("message", async (request: CheckRequest | PackedPart) => {
  if ("part" in request) {
    received.push(deserialize(request.part));
    return;
  }
  clearTimeout(leaving);
  const checked = await check(request);
  if (request.wants === "effects") sendEffects(checked);
  else sendChecked(checked, request.knownModels);
  leaving = setTimeout(() => process.exit(), STAY_MS);
});
// Also in the middle of a check.
process.on("disconnect", () => process.exit());

/** What a draft changes is asked right after it was checked. */
async function check({ folders, modelsFile }: CheckRequest): Promise<CheckedContent> {
  const version = hashFiles((await readFiles(folders)).files);
  const known = last?.content ?? last?.readable;
  if (last && known?.version === version) return last;
  last = await checkContent(folders, { modelsFile, parse });
  return last;
}

function sendChecked({ content, readable, mistakes, warnings }: CheckedContent, knownModels: string | undefined): void {
  const { models, ...others }: Partial<Content> = content ?? readable ?? {};
  const isKnown = others.modelsId !== undefined && others.modelsId === knownModels;
  for (const part of partsOf(isKnown || !models ? others : { ...others, models })) send({ part: serialize(part) });
  const fit = content ? "content" : readable && "readable";
  send({ checked: { fit, mistakes, warnings } });
}

function sendEffects({ content, readable }: CheckedContent): void {
  const before = joinParts(received);
  received = [];
  const after = content ?? readable;
  if (after) {
    // Without models when these are the same.
    const models = before.models ?? after.models;
    const withModels = { ...before, ...(models && { models }) };
    for (const effects of findEffects(withModels, after, measuredLines(MEASURED))) send({ effects });
  }
  send({ found: after !== undefined });
}

/** Who asked may have gone. */
function send(answer: CheckAnswer | PackedPart | SomeEffects): void {
  process.send?.(answer, undefined, undefined, () => {});
}
