import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { CheckAccess } from "../../../src/http/sign-in/check-access.ts";
import { content, startTrends } from "../../http/trends/support/trends-server.ts";
import { inventCounters } from "../../trends/support/invent-counters.ts";
import { readerOf } from "../../trends/support/reader-of.ts";
import { photoFile, TAKES_PHOTOS } from "./photos.ts";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const now = new Date();
const counters = inventCounters(content, now, 60);
/** As a demo, and as what is published: for all tests of a file, because to work out a year takes a second or two. */
const [demo, published] = [true, false].map((isDemo) => readerOf(counters, { isInvented: true, isDemo, now }));

/** The real server with a year of invented use; as a demo, unless access is checked. */
export function startTrendsSite(checkAccess?: CheckAccess) {
  return startTrends(checkAccess ? { read: published, checkAccess } : { read: demo });
}

/** A window that notes what the browser complains of, such as a style that the policy refuses. */
export async function openWindow(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, complaints, close: () => context.close() };
}

/** Rules of which the answer depends on colours or width. */
const LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

/**
 * What axe finds, as the rule and the element.
 * @param looks only what depends on colours or width, for a page of which all was looked at in another look
 */
export async function findBarriers(page: Page, { looks = false } = {}): Promise<string[]> {
  // As one run in the page: without it, axe opens another page for each to put together what it found in frames.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (looks ? axe.withRules(LOOKS) : axe.withTags(WCAG)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

/** Whether one must scroll sideways to read the page. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
}

/** Keeps a screenshot of the upper part. */
export async function photo(page: Page, name: string): Promise<void> {
  if (!TAKES_PHOTOS) return;
  const { width } = page.viewportSize() ?? { width: 800 };
  await page.screenshot({
    path: photoFile(name),
    fullPage: true,
    clip: { x: 0, y: 0, width, height: 2600 },
  });
}
