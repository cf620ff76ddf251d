import { type ConversationState, EMPTY_STATE, type Walk } from "../../../src/conversation/state.ts";

/** A state with every field in it: a field that is added to the type must be added here, and is then kept or missed. */
export const FULL_STATE: Required<ConversationState> & { walk: Required<Walk> } = {
  schema: 1,
  greeted: true,
  taken: ["Zx81kPq0aYt7LmNc"],
  seen: 12,
  region: "west-friesland",
  regionAsked: true,
  walk: {
    id: "wandeling-1",
    flow: "top-3",
    version: "2026-01",
    from: "taxeren",
    answers: { "direct-gevaar": ["nee"], zorgen: ["wapen", "wurgen"] },
    earlier: { kinderen: ["weet-ik-niet"] },
    reactions: { "mda-plus-plus": "bespreek-ik" },
    useful: "ja",
    counted: ["walk-finished top3"],
  },
};

/** A state that can be told from another one by its mark. */
export function stateWith(mark: string): ConversationState {
  return { ...EMPTY_STATE, region: mark };
}
