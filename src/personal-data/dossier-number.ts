import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import type { Reading, Token } from "./reading.ts";

const NUMBER_WORDS = new Set(["nummer", "nr", "no", "nrs"]);
const BETWEEN = new Set(["is", "met", "onder", "id", ":", ".", "#", "=", "(", "-", "'", '"']);
const YEAR = /^(?:19|20)\d{2}$/;
const DATE = /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})$/;
/** 0800-2000 and 0900-8844. */
const SERVICE_NUMBER = /^0[89]00/;
/** A count of meldingen or dossiers is shorter than this. */
const LEAST_DIGITS = 4;
/** Digits, with at most a few letters before them: "VT-2024-118", "C/15/338123". */
const CODE = /^(?:[a-z]{1,4}[-/.]?){0,2}\d/;
/** Words and marks between "zaaknummer" and the number. */
const REACH = 5;

/** Number of a dossier, zaak, casus, cliënt or melding: "zaaknr 88123", "dossier 2023-4471". */
export function createDossierNumberCheck({ numbers }: PersonalDataRules): (reading: Reading) => boolean {
  const bare = numbers.dossier.join("|");
  const announcing = new RegExp(
    `^(?:${bare}|(?:${bare}|${numbers["dossier-with-nummer"].join("|")})s?(nummer|nr|code|id))$`,
  );
  return ({ tokens }) =>
    tokens.some(({ key, kind }, index) => {
      const word = kind === "word" ? announcing.exec(key) : null;
      return word !== null && hasNumber(tokens, index + 1, word[1] !== undefined);
    });
}

function hasNumber(tokens: readonly Token[], start: number, announced: boolean): boolean {
  let at = start;
  let called = announced;
  for (; at < start + REACH; at++) {
    const key = tokens[at]?.key ?? "";
    if (NUMBER_WORDS.has(key)) called = true;
    else if (!BETWEEN.has(key)) break;
  }
  const code = takeCode(tokens, at);
  const digits = code.replace(/\D/g, "").length;
  if (!CODE.test(code) || DATE.test(code) || SERVICE_NUMBER.test(code)) return false;
  return called ? digits >= 2 : digits >= LEAST_DIGITS && !YEAR.test(code);
}

/** Tokens of the longest number with its separators. */
const LONGEST_CODE = 15;

/** The tokens from `at` on that are written without spaces, such as "C/15/338123". */
function takeCode(tokens: readonly Token[], at: number): string {
  let code = tokens[at]?.key ?? "";
  for (const token of tokens.slice(at + 1, at + LONGEST_CODE)) {
    if (!token.glued || !/^[\p{L}\d/.-]+$/u.test(token.key)) break;
    code += token.key;
  }
  return code.replace(/[./-]+$/, "");
}
