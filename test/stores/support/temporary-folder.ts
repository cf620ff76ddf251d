import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";

/** A new empty folder, removed when the tests of this file are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wijkteam-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
