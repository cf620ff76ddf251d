import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { dangerFileSchema } from "../../../src/content/schema/danger.ts";

/** The danger wording of the project itself. */
export const REAL_RULES = dangerFileSchema.parse(
  parse(readFileSync(new URL("../../../dialogs/safety/danger.yaml", import.meta.url), "utf8")),
);
