import type { Container } from "@azure/cosmos";
import type { SharedBytes } from "../checked-share.ts";
import { keepLarge, readLarge } from "./large-value.ts";

const KIND = "checked";

/** A day: whoever comes later checks for itself. */
const TTL_S = 24 * 3600;

/** What instances give to each other, next to the content that it is made of. */
export function createCosmosSharedBytes(container: Container): SharedBytes {
  return {
    keep: (id, bytes) => keepLarge(container, { kind: KIND, id, ttl: TTL_S }, bytes),
    read: (id) => readLarge(container, KIND, id),
  };
}
