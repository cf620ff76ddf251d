import type { Activity } from "botbuilder";
import type { BotCredentials } from "../config.ts";
import type { SecurityFields, SecurityLog } from "../security-log.ts";
import { activitySchema } from "./activity-schema.ts";
import { ChatHandler, type ChatHandlerOptions } from "./chat-handler.ts";
import { tenantsOf } from "./gatekeeper.ts";
import { Refusal } from "./refusal.ts";
import { createFailureReport } from "./report-failure.ts";
import { statusOf } from "./status-of.ts";
import { TeamsAdapter } from "./teams-adapter.ts";

/** The parts of a request and a response that are used; those of restify fit. `body` is parsed JSON. */
export interface BotRequest {
  headers: { authorization?: string | undefined };
  /** IP address of the caller. */
  client?: string | undefined;
  body?: unknown;
}
export interface BotResponse {
  send(status: number, body?: unknown): unknown;
}

export interface TeamsBotOptions extends ChatHandlerOptions {
  /** Absent: nothing is authenticated. */
  credentials?: BotCredentials | undefined;
  security: SecurityLog;
}

const NOT_AN_ACTIVITY = {
  code: "NOT_AN_ACTIVITY",
  message: "Het bericht is geen activiteit van het Bot Framework. Stuur het zoals Teams het stuurt.",
};

/**
 * The bot as Teams calls it: one request is one activity. `process` answers 200 (an invoke with
 * its card), 400 for what is not an activity, 401 for what is not from Teams, 403 for what is but is not served here,
 * 501 for an unknown invoke.
 * It throws only when nothing at all can be said, such as when Microsoft's keys cannot be fetched.
 */
export function createTeamsBot({ credentials, security, ...options }: TeamsBotOptions) {
  const { log } = options;
  const adapter = new TeamsAdapter(credentials);
  const handler = new ChatHandler(options);
  adapter.onTurnError = createFailureReport(options);

  return {
    async process({ headers, client, body }: BotRequest, response: BotResponse): Promise<void> {
      const activity = activitySchema.safeParse(body);
      if (!activity.success) {
        log.warn("activity-refused", { status: 400 });
        response.send(400, NOT_AN_ACTIVITY);
        return;
      }
      try {
        const answer = await adapter.receive(headers.authorization ?? "", body as Activity, (context) =>
          handler.run(context),
        );
        response.send(answer?.status ?? 200, answer?.body);
      } catch (error) {
        const status = statusOf(error);
        if (status === undefined) throw error;
        log.warn("activity-refused", { status, error });
        if (error instanceof Refusal) {
          security.record("access-refused", { ...refusalOf(error, body as Activity), address: client });
        }
        response.send(status);
      }
    },
  };
}

/** Who sent an activity is only known, and so only told, when Microsoft signed it. */
function refusalOf({ code, statusCode: status }: Refusal, activity: Activity): SecurityFields {
  const what = "/api/messages";
  if (status === 401) return { what, code, status };
  return { what, code, status, who: activity.from?.aadObjectId, tenant: tenantsOf(activity)[0] };
}
