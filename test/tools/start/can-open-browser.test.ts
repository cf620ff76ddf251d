import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { canOpenBrowser } from "../../../src/tools/start/can-open-browser.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const withOpener = temporaryFolder();
const without = temporaryFolder();
writeFileSync(join(withOpener.folder, "xdg-open"), "#!/bin/sh\n");
chmodSync(join(withOpener.folder, "xdg-open"), 0o755);
afterAll(() => {
  withOpener.remove();
  without.remove();
});

const PATH = withOpener.folder;

test("on Linux a browser needs a screen and a program that opens it", () => {
  expect(canOpenBrowser({ PATH, DISPLAY: ":0" }, "linux")).toBe(true);
  expect(canOpenBrowser({ PATH: `${without.folder}:${PATH}`, WAYLAND_DISPLAY: "wayland-0" }, "linux")).toBe(true);
  expect(canOpenBrowser({ PATH }, "linux")).toBe(false);
  expect(canOpenBrowser({ PATH: without.folder, DISPLAY: ":0" }, "linux")).toBe(false);
  expect(canOpenBrowser({ DISPLAY: ":0" }, "linux")).toBe(false);
});

test.each(["win32", "darwin"] as const)("on %s there is always a browser", (platform) => {
  expect(canOpenBrowser({}, platform)).toBe(true);
});

test("on a build server no browser is opened", () => {
  expect(canOpenBrowser({ PATH, DISPLAY: ":0", CI: "true" }, "linux")).toBe(false);
  expect(canOpenBrowser({ CI: "1" }, "darwin")).toBe(false);
});
