import { ActivityHandler, type InvokeResponse } from "@microsoft/agents-hosting";
import { startServer } from "@microsoft/agents-hosting-express";
import { freePort } from "../../free-port.ts";
import { answerBench } from "./answer-bench.ts";
import { ECHO_CARD } from "./echo-card.ts";

/** The echo bot on the Microsoft 365 Agents SDK with express, the successor of botbuilder; it says and answers the same. */
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

const port = await freePort();
startServer(new EchoBot(), { port });
answerBench(port);
