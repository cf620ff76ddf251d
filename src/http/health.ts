/** `previous`: it works, with an earlier version than it was given. `differs`: it works, and there is something to choose. */
export type PartStatus = "ok" | "previous" | "differs" | "fails";

/** The parts that must be ready before the bot can take a turn, for example `content` and `store`. */
export type Parts = Readonly<Record<string, PartStatus>>;

/** The answer of `/readyz`: 200 when every part works, else 503. */
export async function checkReady(ready: () => Promise<Parts>): Promise<{ status: 200 | 503; parts: Parts }> {
  const parts = await ready();
  const isReady = Object.values(parts).every((part) => part !== "fails");
  return { status: isReady ? 200 : 503, parts };
}
