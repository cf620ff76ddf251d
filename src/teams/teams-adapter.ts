import { type Activity, CloudAdapter, type ConversationReference, type InvokeResponse, TurnContext } from "botbuilder";
import type { BotCredentials } from "../config.ts";
import type { ChatAddress } from "./assistant.ts";
import { checkLocal, checkServed, checkServiceUrl, checkToken } from "./gatekeeper.ts";
import { Refusal, statusCodeOf } from "./refusal.ts";
import type { Sender } from "./reply-queue.ts";
import { readKeysInTime } from "./signing-keys.ts";
import { TeamsAuthentication } from "./teams-authentication.ts";

readKeysInTime();

type Options = { abortSignal: AbortSignal };

/** The parts of botbuilder's connector client that are used. */
interface Connector {
  conversations: {
    sendToConversation(id: string, activity: Partial<Activity>, options: Options): Promise<unknown>;
    replyToActivity(id: string, to: string, activity: Partial<Activity>, options: Options): Promise<unknown>;
    updateActivity(id: string, replaced: string, activity: Partial<Activity>, options: Options): Promise<unknown>;
  };
}

/** What jsonwebtoken throws. botbuilder lets it through as if the bot had failed. */
const TOKEN_ERRORS = new Set(["JsonWebTokenError", "NotBeforeError", "TokenExpiredError"]);

/** botbuilder's adapter, with the HTTP server, the retries and the question who is served left to us. */
export class TeamsAdapter extends CloudAdapter {
  readonly #credentials: BotCredentials | undefined;

  /** @param credentials absent: nothing is authenticated, in either direction */
  constructor(credentials: BotCredentials | undefined) {
    super(new TeamsAuthentication(toSettings(credentials)));
    this.#credentials = credentials;
  }

  /**
   * Takes one activity that came in, and returns what `logic` answers. `authorization` is the header of the request.
   * @throws Refusal when the request is not from Teams, or not from those who are served; what `logic` throws
   */
  async receive(
    authorization: string,
    activity: Activity,
    logic: (sender: Sender) => Promise<InvokeResponse | undefined>,
  ): Promise<InvokeResponse | undefined> {
    const credentials = this.#credentials;
    if (credentials) checkToken(authorization, activity);
    const sender = await this.#authenticate(authorization, activity);
    if (credentials) checkServed(activity, credentials);
    else checkLocal(activity);
    let answer: InvokeResponse | undefined;
    await this.processActivity(sender, activity, async (context) => {
      answer = await logic(this.#senderFor(context));
    });
    return answer;
  }

  /**
   * The way into a chat that nothing came from just now.
   * @throws Refusal when the bot may not send to this address (any more)
   */
  async reach({ serviceUrl, conversation }: ChatAddress, logic: (sender: Sender) => Promise<void>): Promise<void> {
    const credentials = this.#credentials;
    if (credentials) checkServiceUrl(serviceUrl, credentials);
    else checkLocal({ serviceUrl });
    const appId = credentials?.appId ?? "";
    const reference = {
      channelId: "msteams",
      serviceUrl,
      conversation: { id: conversation },
      // Teams knows bots by this id (its documentation on proactive messages).
      bot: { id: `28:${appId}` },
    };
    await this.continueConversationAsync(appId, reference as ConversationReference, async (context) => {
      // botbuilder makes an activity up, to which Teams would be asked to reply.
      delete context.activity.id;
      await logic(this.#senderFor(context));
    });
  }

  async #authenticate(authorization: string, activity: Activity) {
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      const isRefused = statusCodeOf(cause) === 401 || (cause instanceof Error && TOKEN_ERRORS.has(cause.name));
      throw isRefused ? new Refusal(401, "TOKEN_REFUSED", { cause }) : cause;
    }
  }

  /** botbuilder ends a context with its turn, and knows no deadline. */
  #senderFor(context: TurnContext): Sender {
    const { conversations } = context.turnState.get<Connector>(this.ConnectorClientKey);
    const { activity } = context;
    const { id: chat } = activity.conversation ?? {};
    const reference = TurnContext.getConversationReference(activity);
    const complete = (message: Partial<Activity>) =>
      TurnContext.applyConversationReference({ inputHint: "acceptingInput", ...message }, reference);
    return {
      async send(message, abortSignal) {
        const full = complete(message);
        const options = { abortSignal };
        if (full.replyToId) return conversations.replyToActivity(chat, full.replyToId, full, options);
        return conversations.sendToConversation(chat, full, options);
      },
      replace: async (id, message, abortSignal) =>
        conversations.updateActivity(chat, id, { ...complete(message), id }, { abortSignal }),
    };
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
