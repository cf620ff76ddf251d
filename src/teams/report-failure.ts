import { randomUUID } from "node:crypto";
import type { TurnContext } from "botbuilder";
import { sentence } from "../conversation/sentence.ts";
import type { View } from "../conversation/view.ts";
import type { Log } from "../log.ts";
import type { Assistant } from "./assistant.ts";
import { cardResponse } from "./card-response.ts";
import { Outbox } from "./outbox.ts";

export interface ReportFailureOptions {
  assistant(): Assistant;
  log: Log;
}

/**
 * The last resort of a turn that threw: tells the person, with a reference number that is also in the
 * log. It leaves the state alone, so that the person can go on from there.
 */
export function createFailureReport({ assistant, log }: ReportFailureOptions) {
  return async (context: TurnContext, error: unknown): Promise<void> => {
    const { type } = context.activity;
    const reference = randomUUID().slice(0, 8);
    log.error("turn-failed", { activityType: type, reference, error });
    const { content, render } = assistant();
    const view: View = {
      card: "message",
      title: sentence(content, "error.title"),
      text: sentence(content, "error.text", { reference }),
    };
    if (type === "invoke") await context.sendActivity({ type: "invokeResponse", value: cardResponse(render(view)) });
    else await new Outbox(context, { render, log }).send([{ view, replace: false }]);
  };
}
