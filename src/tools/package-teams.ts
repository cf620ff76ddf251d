import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { AppError } from "../errors.ts";
import { makePackage } from "./package-teams/make-package.ts";
import { readOptions } from "./package-teams/read-options.ts";

/** `npm run package:teams -- --app-id <id> --domain <domain>`: makes the zip for the Teams admin centre. */
const PROJECT = resolve(import.meta.dirname, "../..");

try {
  const { version } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
  const options = readOptions(process.argv.slice(2), version);
  const zip = makePackage(join(PROJECT, "deployment/teams"), options.values);
  const file = resolve(options.out);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
  for (const warning of options.warnings) console.log(`Let op: ${warning}`);
  console.log(`Klaar: ${file}\nUpload dit bestand in het Teams-beheercentrum, onder Teams-apps > Apps beheren.`);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(`${error.code}: ${error.message}\nZo los je het op: ${error.fix}`);
  process.exitCode = 1;
}
