import restify from "restify";
import { answerBench } from "./answer-bench.ts";

/** The floor: restify that reads JSON and answers with a constant. */
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post("/api/messages", async (_request, response) => {
  response.send(200, { ok: true });
});
server.listen(0, "127.0.0.1", () => answerBench(server.address().port));
