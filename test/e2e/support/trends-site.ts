import { join, resolve } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { CheckAccess } from "../../../src/http/sign-in/check-access.ts";
import { content, startTrends } from "../../http/trends/support/trends-server.ts";
import { inventCounters } from "../../trends/support/invent-counters.ts";

export const PHOTOS = resolve(import.meta.dirname, "../../../test-results/e2e");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The real server with a year of invented use; as a demo, unless access is checked. */
export function startTrendsSite(checkAccess?: CheckAccess) {
  const now = new Date();
  const counters = inventCounters(content, now, 60);
  return startTrends({ counters, now, isInvented: true, ...(checkAccess ? { checkAccess } : {}) });
}

/** A window that notes what the browser complains of, such as a style that the policy refuses. */
export async function openWindow(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, complaints, close: () => context.close() };
}

/** What axe finds, as the rule and the element. */
export async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

/** Whether one must scroll sideways to read the page. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
}

/** Keeps a screenshot of the upper part, for a person to look at. */
export async function photo(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 800 };
  await page.screenshot({
    path: join(PHOTOS, `${name}.png`),
    fullPage: true,
    clip: { x: 0, y: 0, width, height: 2600 },
  });
}
