import { z } from "zod";

/** Buttons carry ids, and `conversation/turn/event.ts` takes at most this many letters. */
const MAX_LENGTH = 64;

/** Dutch kebab-case. An id is stable for ever: the wording may change, the id may not. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld direct-gevaar.")
  .max(MAX_LENGTH, `Gebruik hoogstens ${MAX_LENGTH} letters.`);

/** The answer that every question has. It is never counted as "nee". */
export const UNKNOWN_OPTION = "weet-ik-niet";
