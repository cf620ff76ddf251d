import { text } from "node:stream/consumers";

/** In a child: says that it is ready, and waits until it may go on. */
export async function waitForStart(): Promise<void> {
  console.log("ready");
  await text(process.stdin);
}
