import type { Link } from "../../content/schema/link.ts";
import type { Opened } from "./link-report.ts";

const TIMEOUT_MS = 10_000;

/** Opens the address of every link that has one, one after the other. Never throws: what fails is in the answer. */
export async function openLinks(links: Iterable<Link>): Promise<Opened> {
  const opened = new Map<string, string>();
  for (const { id, url } of links) {
    if (url) opened.set(id, await open(url));
  }
  return opened;
}

async function open(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    return `${response.status}`;
  } catch (error) {
    const { cause, message } = error as Error;
    return `mislukt: ${cause instanceof Error ? cause.message : message}`;
  }
}
