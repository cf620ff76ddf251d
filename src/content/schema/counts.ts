import { z } from "zod";

/**
 * `dialogs/counts.yaml`: how much there was of everything in the last version that somebody kept, with
 * `npm run check:content -- --keep`.
 */
export const countsFileSchema = z.strictObject({
  kept: z.iso.date(),
  counts: z.record(z.string(), z.int().min(0)),
});

export type KeptCounts = z.infer<typeof countsFileSchema>;
