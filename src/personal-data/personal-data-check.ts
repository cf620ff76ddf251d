import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import { createAddressCheck, createPostcodeCheck } from "./address.ts";
import { createBirthDateCheck } from "./birth-date.ts";
import { createNameCheck } from "./name.ts";
import { createBsnCheck, createDossierNumberCheck, createIbanCheck, createLicencePlateCheck } from "./numbers.ts";
import { createEmailCheck, createSocialMediaCheck } from "./online.ts";
import { createPhoneNumberCheck } from "./phone-number.ts";
import { type Reading, readText } from "./reading.ts";

const CHECKS = {
  adres: createAddressCheck,
  bsn: createBsnCheck,
  dossiernummer: createDossierNumberCheck,
  "e-mail": createEmailCheck,
  geboortedatum: createBirthDateCheck,
  iban: createIbanCheck,
  kenteken: createLicencePlateCheck,
  naam: createNameCheck,
  postcode: createPostcodeCheck,
  "social-media": createSocialMediaCheck,
  telefoon: createPhoneNumberCheck,
} satisfies Record<string, (rules: PersonalDataRules) => (reading: Reading) => boolean>;

export type PersonalDataKind = keyof typeof CHECKS;

/**
 * Makes the check for personal data in typed text, once per content version. The check gives the kinds
 * that it sees, sorted, and never the text itself. It takes time in proportion to the length of the text.
 */
export function createPersonalDataCheck(rules: PersonalDataRules): (text: string) => PersonalDataKind[] {
  const kinds = Object.keys(CHECKS) as PersonalDataKind[];
  const checks = kinds.map((kind) => ({ kind, sees: CHECKS[kind](rules) }));
  return (text) => {
    const reading = readText(text);
    return checks.filter(({ sees }) => sees(reading)).map(({ kind }) => kind);
  };
}
