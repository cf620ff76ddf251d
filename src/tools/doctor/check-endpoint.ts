import { isLoopback } from "../../is-loopback.ts";
import { ask } from "./ask.ts";
import { type Diagnosis, type Examination, ok, skipped, wrong } from "./examination.ts";

/** Whether the running bot can be reached, is ready, and refuses who is not Teams. */
export const ENDPOINT: Examination = {
  name: "Berichten",
  async run({ url }) {
    if (url === undefined) return skipped("draait de bot al, geef dan het adres: --url https://<domein>");
    return (await judgeAddress(url)) ?? (await judgeReady(url)) ?? (await judgeDoor(url));
  },
};

const REACHABLE = "Kijk of de bot draait, of het domein ernaar wijst en of poort 443 van buiten open is.";

async function judgeAddress(url: string): Promise<Diagnosis | undefined> {
  if (!URL.canParse(url)) return wrong(`${url} is geen webadres`, "Geef het zo: --url https://<domein>");
  const { protocol, hostname } = new URL(url);
  if (protocol !== "https:" && !isLoopback(hostname)) {
    return wrong(`${url} is zonder TLS, en dat neemt Teams niet`, "Zet er een TLS-proxy voor en neem https://.");
  }
  const answer = await ask(`${url}/healthz`);
  if (typeof answer === "string") return wrong(`${url} is niet te bereiken: ${answer}`, REACHABLE);
  if (answer.status === 200) return undefined;
  return wrong(`${url}/healthz geeft ${answer.status} in plaats van 200`, "Kijk of dit het adres van de bot is.");
}

async function judgeReady(url: string): Promise<Diagnosis | undefined> {
  const answer = await ask(`${url}/readyz`);
  if (typeof answer !== "string" && answer.status === 200) return undefined;
  const body = typeof answer === "string" ? answer : await answer.text();
  return wrong(`de bot leeft maar is niet klaar: ${body}`, "Kijk in het logboek van de bot wat er mis is.");
}

/** A message without a token must be refused: else anyone can talk to the bot as if it were Teams. */
async function judgeDoor(url: string): Promise<Diagnosis> {
  const answer = await ask(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ type: "typing", id: "doctor" }),
  });
  if (typeof answer === "string") return wrong(`${url}/api/messages is niet te bereiken: ${answer}`, REACHABLE);
  if (answer.status === 401 || answer.status === 403) return ok("bereikbaar, klaar, en alleen voor Teams");
  const fix = "Zet NODE_ENV=production en de vier instellingen die met Microsoft beginnen, en start de bot opnieuw.";
  return wrong(`een bericht zonder bewijs van Teams krijgt ${answer.status} in plaats van 401`, fix);
}
