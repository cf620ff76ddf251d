import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import { createAddressCheck } from "./personal-data/address.ts";
import { createBirthDateCheck } from "./personal-data/birth-date.ts";
import { createBsnCheck } from "./personal-data/bsn.ts";
import { createDossierNumberCheck } from "./personal-data/dossier-number.ts";
import { createEmailCheck } from "./personal-data/email.ts";
import { createIbanCheck } from "./personal-data/iban.ts";
import { createLicencePlateCheck } from "./personal-data/licence-plate.ts";
import { createNameCheck } from "./personal-data/name.ts";
import { createPhoneNumberCheck } from "./personal-data/phone-number.ts";
import { createPostcodeCheck } from "./personal-data/postcode.ts";
import { type Reading, readText } from "./personal-data/reading.ts";

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
