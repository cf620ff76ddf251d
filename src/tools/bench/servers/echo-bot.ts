import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
} from "botbuilder";
import restify from "restify";
import { answerBench } from "./answer-bench.ts";
import { ECHO_CARD } from "./echo-card.ts";

/** botbuilder's echo bot, which also answers every click on a card with a constant card. */
class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
      await next();
    });
  }

  protected override async onInvokeActivity(): Promise<InvokeResponse> {
    return { status: 200, body: ECHO_CARD };
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new EchoBot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post("/api/messages", async (request, response) => {
  const { body, headers } = request;
  await adapter.process({ method: "POST", body, headers }, response, (context) => bot.run(context));
});
server.listen(0, "127.0.0.1", () => answerBench(server.address().port));
