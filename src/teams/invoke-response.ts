import { type InvokeResponse, StatusCodes } from "botbuilder";

/** Answers `adaptiveCard/action` with a card that comes in the place of the clicked one. */
export function cardResponse(card: object): InvokeResponse {
  return actionResponse("application/vnd.microsoft.card.adaptive", card);
}

/** Answers `composeExtension/query` with what stands under the compose box: a list of cards, or a line. */
export function searchResponse(composeExtension: object): InvokeResponse {
  return { status: StatusCodes.OK, body: { composeExtension } };
}

/** Answers the invoke of this name with a line for the person who clicked, and leaves the card as it is. */
export function lineResponse(invokeName: string | undefined, text: string): InvokeResponse {
  if (invokeName === "composeExtension/query") return searchResponse({ type: "message", text });
  return actionResponse("application/vnd.microsoft.activity.message", text);
}

function actionResponse(type: string, value: object | string): InvokeResponse {
  return { status: StatusCodes.OK, body: { statusCode: StatusCodes.OK, type, value } };
}
