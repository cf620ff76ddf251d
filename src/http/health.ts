/** The parts that must be ready before the bot can take a turn, for example `content` and `store`. */
export type Parts = Readonly<Record<string, "ok" | "fails">>;

/** The answer of `/readyz`: 200 when every part is ok, else 503. */
export async function checkReady(ready: () => Promise<Parts>): Promise<{ status: 200 | 503; parts: Parts }> {
  const parts = await ready();
  const isReady = Object.values(parts).every((part) => part === "ok");
  return { status: isReady ? 200 : 503, parts };
}
