import { z } from "zod";
import { idSchema } from "./id.ts";

/** One id, or a list of ids. Always read as a list. */
export const oneOrMoreIds = z.preprocess(
  (value) => (value === undefined || Array.isArray(value) ? value : [value]),
  z.array(idSchema).min(1),
);
