import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { AppError } from "../../../src/errors.ts";
import { makePackage } from "../../../src/tools/package-teams/make-package.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

export const TEMPLATE = resolve(import.meta.dirname, "../../../deployment/teams");
export const APP_ID = "11111111-2222-3333-4444-555555555555";

export const VALUES = {
  APP_VERSION: "1.2.3",
  TEAMS_APP_ID: APP_ID,
  BOT_ID: APP_ID,
  BOT_DOMAIN: "bot.voorbeeld.nl",
  ORGANISATION: "Gemeente Voorbeeld",
  WEBSITE_URL: "https://voorbeeld.nl",
  PRIVACY_URL: "https://voorbeeld.nl/privacy",
  TERMS_URL: "https://voorbeeld.nl/voorwaarden",
};

/** The error that a changed template gives, cut at each mistake; empty when the package is made. */
export function mistakesOf(change: (folder: string) => void): string[] {
  const { folder, remove } = temporaryFolder();
  cpSync(TEMPLATE, folder, { recursive: true });
  change(folder);
  try {
    makePackage(folder, VALUES);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.message.split("\n- ");
  } finally {
    remove();
  }
}

/** Replaces a piece of a file of the template, which must be there. */
export function replaceIn(name: string, from: string, to: string): (folder: string) => void {
  return (folder) => {
    const text = readFileSync(join(folder, name), "utf8");
    if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
    writeFileSync(join(folder, name), text.replace(from, to));
  };
}
