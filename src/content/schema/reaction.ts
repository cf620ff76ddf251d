/** What a professional says about a suggestion. */
export const REACTIONS = ["eens", "niet-eens", "bespreek-ik"] as const;
export type Reaction = (typeof REACTIONS)[number];

/** Whether a walk was of use. */
export const USEFUL = ["ja", "nee"] as const;
export type Useful = (typeof USEFUL)[number];
