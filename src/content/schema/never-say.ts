import { z } from "zod";
import { textSchema } from "./text.ts";

/** `dialogs/safety/never-say.yaml`: phrases that no advice may hold. */
export const neverSayFileSchema = z.strictObject({ phrases: z.array(textSchema).min(1) });
