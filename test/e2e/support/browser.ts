import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "../../../src/tools/test/find-chromium.ts";

const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // It reaches this machine only.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(process.env.CHROMIUM_PATH), args: QUIET });
}

/** A page in a window of this size; what pages of one context loaded is kept for the next. */
export async function openPage(context: BrowserContext, viewport: { width: number; height: number }): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.setViewportSize(viewport);
  return page;
}
