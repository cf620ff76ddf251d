/**
 * How Node is started for the bot; the commands in `deployment/` say the same. Node gives new objects up to 16 MB by
 * itself, twice; with 4 MB the bot takes some 75 MB less at rest, for 5 to 10% more CPU a turn: `docs/performance.md`.
 */
export const NODE_ARGUMENTS = ["--max-semi-space-size=4"];
