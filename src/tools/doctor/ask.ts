/** How long another machine may take to answer, in milliseconds. */
const ANSWER_WITHIN_MS = 10_000;

/** Codes of Node for what can be wrong between two machines. */
const EXPLAINED: Record<string, string> = {
  ENOTFOUND: "de naam bestaat niet in DNS",
  EAI_AGAIN: "DNS geeft geen antwoord",
  ECONNREFUSED: "daar luistert niets",
  ECONNRESET: "de verbinding werd verbroken",
  CERT_HAS_EXPIRED: "het certificaat is verlopen",
  DEPTH_ZERO_SELF_SIGNED_CERT: "het certificaat is zelf ondertekend, en dat vertrouwt Teams niet",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "het certificaat is niet compleet: de tussenliggende certificaten ontbreken",
  ERR_TLS_CERT_ALTNAME_INVALID: "het certificaat is voor een ander domein",
};

/** Asks, and does not follow a redirect. Returns in Dutch why there is no answer, when there is none. */
export async function ask(url: string, init: RequestInit = {}): Promise<Response | string> {
  try {
    return await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(ANSWER_WITHIN_MS), ...init });
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    if (name === "TimeoutError") return `geen antwoord binnen ${ANSWER_WITHIN_MS / 1000} seconden`;
    const code = cause?.code ?? name;
    return EXPLAINED[code] ?? `de verbinding lukte niet (${code})`;
  }
}
