import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type PersonalDataRules, personalDataFileSchema } from "../../src/content/schema/personal-data.ts";

const FILE = new URL("../../dialogs/safety/personal-data.yaml", import.meta.url);

/** The rules as staff keep them. */
export const REAL_RULES: PersonalDataRules = personalDataFileSchema.parse(parse(readFileSync(FILE, "utf8")));
