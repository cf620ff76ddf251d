import type { ContainerDefinition } from "@azure/cosmos";
import { STATE_TTL_HOURS } from "../../conversation/state.ts";

export interface Definition extends ContainerDefinition {
  id: string;
  partitionKey: { paths: [string] };
}

/** Conversation state, one document each. What is not replaced goes by itself; `expiresAt` is indexed for the purge. */
export const STATE: Definition = {
  id: "state",
  partitionKey: { paths: ["/id"] },
  defaultTtl: STATE_TTL_HOURS * 3600,
  indexingPolicy: { includedPaths: [{ path: "/expiresAt/?" }], excludedPaths: [{ path: "/*" }] },
};

/**
 * Usage, one document per region and week, whose id is the week. Regions spread the writes; a trend reads a stretch of
 * weeks over all of them, by the index on id that is always there.
 */
export const USAGE: Definition = {
  id: "usage",
  partitionKey: { paths: ["/region"] },
  indexingPolicy: { includedPaths: [], excludedPaths: [{ path: "/*" }] },
};

/**
 * Content: versions with their files, drafts and proposals, each kind in a partition. Few are read, and by their id. Nothing
 * goes by itself but what says so: what instances give to each other.
 */
export const CONTENT: Definition = {
  id: "content",
  partitionKey: { paths: ["/kind"] },
  defaultTtl: -1,
  indexingPolicy: { includedPaths: [{ path: "/savedAt/?" }], excludedPaths: [{ path: "/*" }] },
};
