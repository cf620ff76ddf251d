import { once } from "node:events";
import type { Server } from "restify";
import { AppError } from "../errors.ts";

export interface Address {
  host: string;
  port: number;
}

/**
 * Starts to listen and returns where, which matters when port 0 left the choice to the system.
 * @throws AppError `PORT_IN_USE` or `LISTEN_FAILED`
 */
export async function listen(server: Server, port: number, host: string): Promise<Address> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    throw listenError(error as NodeJS.ErrnoException, port, host);
  }
  return { host, port: server.address().port };
}

function listenError(cause: NodeJS.ErrnoException, port: number, host: string): AppError {
  if (cause.code === "EADDRINUSE") {
    const fix = "Stop het andere programma (misschien draait de bot al), of kies met PORT een andere poort.";
    return new AppError("PORT_IN_USE", `Poort ${port} op ${host} is al in gebruik.`, fix, { cause });
  }
  const fix = "Kijk of HOST een adres van deze machine is, en of PORT hoger is dan 1023.";
  return new AppError("LISTEN_FAILED", `De bot kan niet luisteren op ${host}, poort ${port}: ${cause.code}.`, fix, {
    cause,
  });
}
