import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import type { Reading } from "./reading.ts";

/** Lengths are bounded so that the time stays linear. A missing ".nl" does not make it less personal. */
const ADDRESS = /([\p{L}\d._%+-]{1,64})(?:@|\(at\)|\[at\])[\p{L}\d][\p{L}\d-]+/giu;
/** "jan @ example.com", "jan at example punt com". */
const SPELLED =
  /([\p{L}\d._%+-]{1,64}) (?:@ ?[\p{L}\d-]{1,64}\.|(?:at|apenstaartje) [\p{L}\d-]{1,64} ?(?:punt|dot) ?)(?:nl|com|org|net|eu|be)\b/giu;

/** E-mail address, except a mailbox that belongs to no one, such as info@. */
export function createEmailCheck(rules: PersonalDataRules): (reading: Reading) => boolean {
  const shared = new Set(rules["shared-mailboxes"]);
  return ({ text }) =>
    [ADDRESS, SPELLED].some((shape) =>
      [...text.matchAll(shape)].some(([, mailbox = ""]) => !shared.has(mailbox.toLowerCase())),
    );
}
