import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";
import type { BotCredentials } from "../config.ts";

/** The part of botbuilder's connector client that is not in its types. */
interface Connector {
  client: { pipeline: { removePolicy(options: { phase: "Retry" }): unknown } };
}

/** botbuilder's adapter, with the HTTP server and the retries left to us. */
export class TeamsAdapter extends CloudAdapter {
  /** @param credentials absent: nothing is authenticated, in either direction */
  constructor(credentials: BotCredentials | undefined) {
    super(new ConfigurationBotFrameworkAuthentication(toSettings(credentials)));
    this.use(async (context, next) => {
      this.#stopRetries(context);
      await next();
    });
  }

  /**
   * Takes one activity that came in. `authorization` is the header of the request.
   * Returns what an invoke is answered with; undefined for the other activities.
   * @throws AuthenticationError (statusCode 401) when the request is not from Teams
   */
  receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  /**
   * botbuilder sends three times more after a 5xx or a broken connection, although the first may have
   * arrived: people then see a card twice. It has no setting for it.
   */
  #stopRetries(context: TurnContext): void {
    const connector = context.turnState.get<Connector>(this.ConnectorClientKey);
    connector?.client.pipeline.removePolicy({ phase: "Retry" });
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
