import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import { makePrivateFolder } from "../make-private-folder.ts";

const SHAPE = /^[\w-]{43}$/;

/**
 * The secret of this data folder, for when STATE_SECRET is not configured: 32 random bytes as base64url.
 * It is made once, readable by its owner only, and the same for every process that uses the folder.
 * @param dataDir made when it does not exist
 * @throws AppError `SECRET_UNUSABLE` when it cannot be made or read
 */
export function readOrMakeSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  const secret = readSecret(file) ?? makeSecret(dataDir, file);
  if (SHAPE.test(secret)) return secret;
  throw unusable(file, "er staat iets anders in dan het geheim");
}

/**
 * The key under which the state of a conversation is kept: nobody can go back from it to the conversation
 * without the secret.
 * @returns HMAC-SHA256 as base64url, 43 characters
 */
export function stateKey(secret: string, conversationId: string): string {
  return createHmac("sha256", secret).update(conversationId).digest("base64url");
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw unusable(file, String(codeOf(error)), error);
  }
}

/** Written elsewhere first and then linked, so that the file is there whole or not at all; the first to link wins. */
function makeSecret(dataDir: string, file: string): string {
  const draft = join(dataDir, `secret-${randomUUID()}`);
  try {
    makePrivateFolder(dataDir);
    writeFileSync(draft, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw unusable(file, String(codeOf(error)), error);
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8");
}

function unusable(file: string, reason: string, cause?: unknown): AppError {
  return new AppError(
    "SECRET_UNUSABLE",
    `Het geheim in ${file} is niet te gebruiken: ${reason}.`,
    "Kijk of de bot in die map mag lezen en schrijven. Verwijder het bestand als het beschadigd is; " +
      "lopende gesprekken beginnen dan opnieuw.",
    { cause },
  );
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code;
}
