import { type InvokeResponse, StatusCodes } from "botbuilder";

/** The answer to `adaptiveCard/action` that puts `card` in the place of the clicked one. */
export function cardResponse(card: object): InvokeResponse {
  const body = { statusCode: StatusCodes.OK, type: "application/vnd.microsoft.card.adaptive", value: card };
  return { status: StatusCodes.OK, body };
}
