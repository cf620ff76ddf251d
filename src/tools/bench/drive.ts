/** Someone who takes turns, one after the other. */
export interface VirtualUser {
  /** The activity of the next turn. */
  next(): object;
  /** Reads what the server answered to it. */
  read(answer: string): void;
}

/** @param seed the same chances for the same number */
export type MakeUser = (conversation: string, serviceUrl: string, seed: number) => VirtualUser;

export interface Drive {
  seconds: number;
  /** One for each turn, in milliseconds, not sorted. */
  latencies: number[];
}

/**
 * Lets all users take turns at the same time until `turns` turns are done.
 * @throws Error when a turn is answered with anything but status 200
 */
export async function drive(port: number, users: readonly VirtualUser[], turns: number): Promise<Drive> {
  const latencies: number[] = [];
  let left = turns;
  const start = performance.now();
  await Promise.all(
    users.map(async (user) => {
      while (left > 0) {
        left -= 1;
        latencies.push(await takeTurn(port, user));
      }
    }),
  );
  return { seconds: (performance.now() - start) / 1000, latencies };
}

/** Milliseconds that one turn took. @throws Error when it is answered with anything but status 200 */
export async function takeTurn(port: number, user: VirtualUser): Promise<number> {
  const body = JSON.stringify(user.next());
  const start = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const answer = await response.text();
  const latency = performance.now() - start;
  if (response.status !== 200) throw new Error(`status ${response.status}: ${answer.slice(0, 200)}`);
  user.read(answer);
  return latency;
}
