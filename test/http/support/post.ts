export type Body = string | Uint8Array<ArrayBuffer> | URLSearchParams | ReadableStream<Uint8Array>;

/** Posts a body to the bot, as JSON unless said otherwise. A stream is sent in chunks, without its length. */
export function post(url: string, body: Body, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
}
