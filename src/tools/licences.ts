import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { checkLicences } from "./licences/check-licences.ts";

/** `npm run licences`: the licences of all that runs in production; exit code 1 when one may not be used. */
const LOCK = resolve(import.meta.dirname, "../../package-lock.json");

const { counts, refused } = checkLicences(JSON.parse(readFileSync(LOCK, "utf8")));
for (const [licence, count] of counts) console.log(`${String(count).padStart(5)}  ${licence}`);
for (const { name, licence } of refused) {
  console.error(`${name}: ${licence} staat niet in de lijst van src/tools/licences/allowed.ts.`);
}
if (refused.length > 0)
  console.error("Neem een ander pakket, of laat een jurist kijken en vul de lijst aan met de reden.");
process.exitCode = refused.length > 0 ? 1 : 0;
