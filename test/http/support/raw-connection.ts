import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A connection on which a test decides itself what is sent, and when. */
export class RawConnection {
  readonly #socket: Socket;
  #received = "";

  constructor(port: number) {
    this.#socket = connect(port, "127.0.0.1");
    this.#socket.setEncoding("utf8");
    this.#socket.on("data", (text) => {
      this.#received += text;
    });
    // A server that hangs up while we send resets the connection; what it said before is what counts.
    this.#socket.on("error", () => {});
  }

  /** Sends lines of a request, each with its line end. */
  send(...lines: string[]): void {
    this.write(lines.map((line) => `${line}\r\n`).join(""));
  }

  write(text: string): void {
    this.#socket.write(text);
  }

  /** All that was received when the first answer is in. */
  async answer(): Promise<string> {
    while (!this.#received.includes("\r\n\r\n")) await once(this.#socket, "data");
    return this.#received;
  }

  /** All that was received when the server has hung up. */
  async untilClosed(): Promise<string> {
    if (!this.#socket.closed) await once(this.#socket, "close");
    return this.#received;
  }

  hangUp(): void {
    this.#socket.destroy();
  }
}
