import type { Person } from "../content/content-store.ts";
import { inSlices } from "../in-slices.ts";
import type { Thing } from "./library/thing.ts";
import type { Tools } from "./studio.ts";
import { type Reading, readAdded } from "./try/misread.ts";
import type { Verdict } from "./verdicts.ts";
import type { Work } from "./work.ts";

/**
 * What the bot makes of the sentences that the draft adds to these things; undefined until the whole check made a bot of it.
 * @param verdict on the draft as it is now
 */
export async function readingOf(
  things: readonly Thing[],
  verdict: Verdict | undefined,
  person: Person,
  { draft, files, published }: Work,
  { verdicts }: Tools,
): Promise<Reading | undefined> {
  if (!draft || verdict?.state !== "done") return undefined;
  const content = await verdicts?.contentOf(person, draft, files);
  return content && inSlices(readAdded(things, published, content));
}
