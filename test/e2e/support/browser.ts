import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../../../src/tools/test/find-chromium.ts";

const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(process.env.CHROMIUM_PATH), args: QUIET });
}

/** A page that reaches this machine only. */
export async function openPage(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(120_000);
  await page.route("**/*", async (route) => {
    const isHere = new URL(route.request().url()).hostname === "127.0.0.1";
    await (isHere ? route.continue() : route.abort());
  });
  return page;
}
