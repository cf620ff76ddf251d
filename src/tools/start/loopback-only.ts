import { Server } from "node:net";

/**
 * Preloaded into the Playground with `--import`: it listens on every address of the machine and has no
 * setting for that, so everybody on the network could read along in the chat.
 */
const listen = Server.prototype.listen;
Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  const [port, ...rest] = args;
  const hasHost = typeof port !== "number" || typeof rest[0] === "string";
  return Reflect.apply(listen, this, hasHost ? args : [port, "127.0.0.1", ...rest]);
};
