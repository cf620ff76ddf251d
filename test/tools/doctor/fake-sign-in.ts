import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { TENANT } from "../../support/bot-credentials.ts";
import { PASSWORD } from "./support.ts";

export interface SignInAnswers {
  /** What it says the time is; `Date` as HTTP writes it. */
  date: string;
  /** The code with which it refuses every token. Absent: it gives one for the right secret. */
  refusal?: number;
  /** What it answers instead of JSON. */
  status?: number;
}

/** Microsoft's sign-in on loopback: it knows one tenant and one secret. Change `answers` to make it act otherwise. */
export async function startSignIn() {
  const answers: SignInAnswers = { date: "" };
  const server = createServer(async (req, res) => {
    const [status, body] = answers.status ? [answers.status, {}] : await answer(req, answers);
    res.sendDate = false;
    if (answers.date) res.setHeader("date", answers.date);
    // Not in one line: restify, once loaded, lets writeHead return nothing.
    res.writeHead(status, { "content-type": "application/json" });
    res.end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(req: IncomingMessage, { refusal }: SignInAnswers): Promise<[status: number, body: object]> {
  const [, tenant, ...rest] = String(req.url).split("/");
  if (tenant !== "common" && tenant !== TENANT) return [400, { error_codes: [90002] }];
  if (rest.join("/") !== "oauth2/v2.0/token") return [200, {}];
  if (refusal) return [401, { error: "invalid_client", error_codes: [refusal] }];
  const given = new URLSearchParams(await text(req));
  const right = given.get("client_secret") === PASSWORD && given.get("grant_type") === "client_credentials";
  return right ? [200, { access_token: "bewijs" }] : [401, { error_codes: [7000215] }];
}
