import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Content, Models } from "../../src/content/content.ts";
import { trainModels } from "../../src/conversation/train-models.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const CACHE = join(PROJECT, "node_modules/.cache/models");
const CODE = ["src/language", "src/danger", "src/knowledge", "src/conversation/train-models.ts"];

/** What is learned from `content`, which takes seconds; kept for the other test files as long as content and code stay the same. */
export function trainedModels(content: Content): Models {
  const file = join(CACHE, nameFor(content));
  try {
    return deserialize(readFileSync(file));
  } catch {
    const models = trainModels(content);
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, serialize(models));
    renameSync(`${file}.${process.pid}`, file);
    return models;
  }
}

function nameFor(content: Content): string {
  const hash = createHash("sha256").update(content.version);
  for (const path of CODE.flatMap(filesIn)) hash.update(readFileSync(path));
  return hash.digest("hex").slice(0, 16);
}

function filesIn(path: string): string[] {
  if (path.endsWith(".ts")) return [join(PROJECT, path)];
  return readdirSync(join(PROJECT, path)).map((name) => join(PROJECT, path, name));
}
