import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";
import type { BotCredentials } from "../config.ts";
import { checkLocal, checkSender, checkToken } from "./gatekeeper.ts";
import { Refusal } from "./refusal.ts";
import { statusOf } from "./status-of.ts";

/** The part of botbuilder's connector client that is not in its types. */
interface Connector {
  client: { pipeline: { removePolicy(options: { phase: "Retry" }): unknown } };
}

/** What jsonwebtoken throws. botbuilder lets it through as if the bot had failed. */
const TOKEN_ERRORS = new Set(["JsonWebTokenError", "NotBeforeError", "TokenExpiredError"]);

/** botbuilder's adapter, with the HTTP server, the retries and the question who is served left to us. */
export class TeamsAdapter extends CloudAdapter {
  readonly #credentials: BotCredentials | undefined;

  /** @param credentials absent: nothing is authenticated, in either direction */
  constructor(credentials: BotCredentials | undefined) {
    super(new ConfigurationBotFrameworkAuthentication(toSettings(credentials)));
    this.#credentials = credentials;
    this.use(async (context, next) => {
      this.#stopRetries(context);
      await next();
    });
  }

  /**
   * Takes one activity that came in. `authorization` is the header of the request.
   * Returns what an invoke is answered with; undefined for the other activities.
   * @throws Refusal when the request is not from Teams, or not from those who are served
   */
  async receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const credentials = this.#credentials;
    if (credentials) checkToken(authorization, activity);
    const sender = await this.#authenticate(authorization, activity);
    if (credentials) checkSender(activity, credentials);
    else checkLocal(activity);
    return this.processActivity(sender, activity, logic);
  }

  async #authenticate(authorization: string, activity: Activity) {
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (cause) {
      const isRefused = statusOf(cause) === 401 || (cause instanceof Error && TOKEN_ERRORS.has(cause.name));
      throw isRefused ? new Refusal(401, "TOKEN_REFUSED", { cause }) : cause;
    }
  }

  /**
   * botbuilder sends three times more after a 5xx or a broken connection, although the first may have
   * arrived: people then see a card twice. It has no setting for it.
   */
  #stopRetries(context: TurnContext): void {
    const pipeline = context.turnState.get<Connector>(this.ConnectorClientKey)?.client.pipeline;
    pipeline?.removePolicy({ phase: "Retry" });
  }
}

function toSettings(credentials: BotCredentials | undefined): Record<string, string> {
  if (!credentials) return {};
  const { appId, appType, tenantId } = credentials;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    MicrosoftAppTenantId: tenantId,
    ...(credentials.appType === "SingleTenant" ? { MicrosoftAppPassword: credentials.appPassword } : {}),
  };
}
