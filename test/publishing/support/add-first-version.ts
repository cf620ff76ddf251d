import type { ContentStore } from "../../../src/content/content-store.ts";
import { filesOfVersion } from "./files-of-version.ts";

/** What a publisher goes on from. */
export async function addFirstVersion(store: ContentStore): Promise<void> {
  await store.addVersion({
    number: 1,
    hash: await store.keepFiles(filesOfVersion(1)),
    seedHash: "",
    base: 0,
    publishedAt: new Date().toISOString(),
    countsFrom: new Date().toISOString(),
    by: { id: "release" },
    reason: "Begin",
    requestId: "verzoek-1",
  });
}
