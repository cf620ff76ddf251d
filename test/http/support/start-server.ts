import { afterEach } from "@jest/globals";
import { createServer, type HttpServerOptions } from "../../../src/http/create-server.ts";
import { createTestLog } from "../../support/log-lines.ts";

const running: { close(): Promise<boolean> }[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

/** The real server on a free port of this machine, stopped after the test. By default it answers with the body it got. */
export async function startServer(options: Partial<HttpServerOptions> = {}) {
  const log = createTestLog();
  const refused: object[] = [];
  const server = createServer({
    log: log.log,
    security: { record: (event, fields) => refused.push({ event, ...fields }) },
    messages: async (req, res) => {
      res.send(200, req.body);
    },
    ready: async () => ({ content: "ok", store: "ok" }),
    ...options,
  });
  running.push(server);
  const { port } = await server.listen(0, "127.0.0.1");
  return { server, log, refused, port, url: `http://127.0.0.1:${port}` };
}
