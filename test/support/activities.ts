import { randomUUID } from "node:crypto";

/** An activity as Teams sends it, before JSON. */
export type WireActivity = Record<string, unknown>;

const BOT = { id: "28:bot", name: "Wijkteam-assistent" };

/** The activities of one chat between one person and the bot, shaped as those of Teams. */
export class TeamsChat {
  readonly #serviceUrl: string;
  readonly #conversation: Record<string, unknown>;
  readonly from = { id: `29:${randomUUID()}`, name: "Alex Wilber", aadObjectId: randomUUID() };
  readonly conversationId: string;

  constructor(serviceUrl: string, conversationType = "personal", tenantId: string = randomUUID()) {
    this.#serviceUrl = serviceUrl;
    this.conversationId = `a:${randomUUID()}`;
    this.#conversation = { conversationType, tenantId, id: this.conversationId };
    if (conversationType !== "personal") this.#conversation.isGroup = true;
  }

  activity(fields: WireActivity): WireActivity {
    return {
      id: randomUUID(),
      channelId: "msteams",
      timestamp: "2026-11-21T22:32:55.182Z",
      serviceUrl: this.#serviceUrl,
      from: this.from,
      conversation: this.#conversation,
      recipient: BOT,
      locale: "nl-NL",
      channelData: { tenant: { id: this.#conversation.tenantId } },
      ...fields,
    };
  }

  message(text: string): WireActivity {
    return this.activity({ type: "message", textFormat: "plain", text });
  }

  /** A message in which the bot is mentioned, as in a group. */
  mention(text: string): WireActivity {
    const entity = { type: "mention", mentioned: BOT, text: `<at>${BOT.name}</at>` };
    return { ...this.message(`<at>${BOT.name}</at> ${text}`), entities: [entity] };
  }

  /** A click on an Action.Submit: a message without text. */
  submit(value: unknown, replyToId: string | undefined = "message-clicked"): WireActivity {
    return this.activity({ type: "message", value, replyToId });
  }

  /** A click on an Action.Execute. */
  execute(verb: string, data: Record<string, unknown> = {}): WireActivity {
    return this.invoke({ action: { type: "Action.Execute", title: "Knop", verb, data } });
  }

  invoke(value: unknown, name = "adaptiveCard/action"): WireActivity {
    return this.activity({ type: "invoke", name, value, replyToId: "message-clicked" });
  }

  installed(action = "add"): WireActivity {
    return this.activity({ type: "installationUpdate", action });
  }

  membersAdded(): WireActivity {
    return this.activity({ type: "conversationUpdate", membersAdded: [this.from, BOT] });
  }
}
