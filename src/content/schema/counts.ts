import { z } from "zod";

/**
 * `dialogs/counts.yaml`: what there was in the last version that somebody kept, with `npm run check:content -- --keep`.
 */
export const countsFileSchema = z.strictObject({
  kept: z.iso.date(),
  /** How much of everything, and how many examples in each file. */
  counts: z.record(z.string(), z.int().min(0)),
  /** Letters of what a worker reads when there is danger, by key. */
  wording: z.record(z.string(), z.string()).default({}),
  /** Letters of the measured lines on whose side the bot was wrong about danger. */
  missed: z.array(z.string()).default([]),
});

export type KeptCounts = z.infer<typeof countsFileSchema>;
