import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import { fold } from "../language/normalise.ts";
import type { Reading } from "./reading.ts";

const YEAR = /^(?:19|20)\d{2}$/;
const DATE = /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})$/;
/** 0800-2000 and 0900-8844. */
const SERVICE_NUMBER = /^0[89]00/;
/** A count of meldingen or dossiers is shorter than this. */
const LEAST_DIGITS = 4;
const MARKS = "[\\s.:#=('\"-]*";
const CALLED = "(?:nummer|nrs?|no|code|id)";
/** Digits with letters before and after them: "VT-2024-118", "C/15/338123", "2025.INK.4096". */
const CODE = "((?:[a-z]{1,4}[-/.]?){0,2}\\d[\\da-z]*(?:[-/.][\\da-z]+| \\d+)*)";
/** "het kenmerk op de brief is": what stands between the word and the number. */
const ASIDE = "(?:[^.!?\\d]{0,40} is )?";

/** Number of a dossier, zaak, casus, cliënt or melding: "zaaknr 88123", "V-nummer 274.851.9036", "dossier 2023-4471". */
export function createDossierNumberCheck({ numbers }: PersonalDataRules): (reading: Reading) => boolean {
  const bare = numbers.dossier.join("|");
  const all = `${bare}|${numbers["dossier-with-nummer"].join("|")}`;
  const announced = new RegExp(
    `(?<!\\p{L})(?:(?:${all})s?[ -]?(${CALLED})|(?:${bare}))(?!\\p{L})${ASIDE}${MARKS}(?:(${CALLED}|is|met|onder)(?!\\p{L})${MARKS})*${CODE}`,
    "gu",
  );
  return ({ text }) =>
    [...fold(text).matchAll(announced)].some(([, ...groups]) => {
      const code = groups.pop() ?? "";
      const isCalled = groups.some((word) => word !== undefined && new RegExp(`^${CALLED}$`).test(word));
      const digits = code.replace(/\D/g, "").length;
      if (DATE.test(code) || SERVICE_NUMBER.test(code)) return false;
      return isCalled ? digits >= 2 : digits >= LEAST_DIGITS && !YEAR.test(code);
    });
}
