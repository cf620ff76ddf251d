const CARD = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: "echo", wrap: true }] };

/** With what an echo bot answers every click on a card. */
export const ECHO_CARD = { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: CARD };
