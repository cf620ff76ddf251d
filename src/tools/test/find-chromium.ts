import { existsSync } from "node:fs";
import { AppError } from "../../errors.ts";

const USUAL_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const FIX =
  "Install Chromium (Debian: apt-get install chromium; macOS: brew install --cask chromium) " +
  "or set CHROMIUM_PATH to the program of a Chromium or Chrome.";

/**
 * The browser that the end-to-end tests drive.
 * @param chosen path from CHROMIUM_PATH; when given, no other is tried
 * @throws AppError CHROMIUM_NOT_FOUND
 */
export function findChromium(chosen: string | undefined, exists: (path: string) => boolean = existsSync): string {
  const found = (chosen ? [chosen] : USUAL_PATHS).find((path) => exists(path));
  if (found) return found;
  const what = chosen
    ? `There is no browser at CHROMIUM_PATH: ${chosen}`
    : "No Chromium was found for the browser tests";
  throw new AppError("CHROMIUM_NOT_FOUND", what, FIX);
}
