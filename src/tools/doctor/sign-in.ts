import { type Diagnosis, wrong } from "./examination.ts";

/** Where Microsoft signs in apps, without a slash at the end. */
export const SIGN_IN = "https://login.microsoftonline.com";

/** @param why in Dutch, from `ask` */
export function unreachable(why: string): Diagnosis {
  const fix = `Laat uitgaand verkeer (poort 443) toe naar ${new URL(SIGN_IN).host}; kijk naar firewall en proxy.`;
  return wrong(`aanmelden bij Microsoft is niet te bereiken: ${why}`, fix);
}
