import type { Activity } from "botbuilder";
import type { BotCredentials } from "../config.ts";
import type { SecurityFields, SecurityLog } from "../security-log.ts";
import { activitySchema } from "./activity-schema.ts";
import { ChatHandler, type ChatHandlerOptions } from "./chat-handler.ts";
import { tenantsOf } from "./gatekeeper.ts";
import { Refusal } from "./refusal.ts";
import { createFailureReport } from "./report-failure.ts";
import { createSlowDown } from "./slow-down.ts";
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
  send(status: number, body?: unknown, headers?: Record<string, string>): unknown;
}

export interface TeamsBotOptions extends ChatHandlerOptions {
  /** Absent: nothing is authenticated. */
  credentials?: BotCredentials | undefined;
  security: SecurityLog;
  /** More activities than this in one minute of one conversation get no turn. Absent: no limit. */
  turnsPerMinute?: number;
}

const TOO_FAST = { code: "TOO_MANY_TURNS", message: "Dit gesprek gaat te snel. Retry-After zegt hoe lang te wachten." };
const NOT_AN_ACTIVITY = {
  code: "NOT_AN_ACTIVITY",
  message: "Het bericht is geen activiteit van het Bot Framework. Stuur het zoals Teams het stuurt.",
};

/**
 * The bot as Teams calls it: one request is one activity. `process` answers 200 (an invoke with
 * its card), 400 for what is not an activity, 401 for what is not from Teams, 403 for what is but is not served here,
 * 429 for too many in one conversation, 501 for an unknown invoke.
 * It throws only when nothing at all can be said, such as when Microsoft's keys cannot be fetched.
 */
export function createTeamsBot({ credentials, security, turnsPerMinute, ...options }: TeamsBotOptions) {
  const { log } = options;
  const adapter = new TeamsAdapter(credentials);
  const handler = new ChatHandler(options);
  const slowDown = createSlowDown({ ...options, turnsPerMinute });
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
        const pause: { seconds?: number | undefined } = {};
        const answer = await adapter.receive(headers.authorization ?? "", body as Activity, async (context) => {
          pause.seconds = await slowDown(context);
          if (pause.seconds === undefined) await handler.run(context);
        });
        if (answer || pause.seconds === undefined) response.send(answer?.status ?? 200, answer?.body);
        else response.send(429, TOO_FAST, { "Retry-After": String(pause.seconds) });
      } catch (error) {
        const status = statusOf(error);
        if (status === undefined) throw error;
        log.warn("activity-refused", { status, error });
        if (error instanceof Refusal) {
          const signed = credentials && error.statusCode === 403 ? senderOf(body as Activity) : {};
          const { code, statusCode } = error;
          security.record("access-refused", {
            what: "/api/messages",
            code,
            status: statusCode,
            address: client,
            ...signed,
          });
        }
        response.send(status);
      }
    },
  };
}

/** For the security log, and only of an activity that Microsoft signed: else it says whatever its maker likes. */
function senderOf(activity: Activity): SecurityFields {
  return { who: activity.from?.aadObjectId, tenant: tenantsOf(activity)[0] };
}
