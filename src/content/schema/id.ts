import { z } from "zod";

/** Dutch kebab-case. An id is stable for ever: the wording may change, the id may not. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "gebruik kleine letters, cijfers en streepjes, bijvoorbeeld direct-gevaar");

/** The answer that every question has. It is never counted as "nee". */
export const UNKNOWN_OPTION = "weet-ik-niet";
