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

/** "@polderbaas77"; in an e-mail address it is none. */
const HANDLE = /(?<![\p{L}\d._%+-])@([\p{L}\d_][\p{L}\d._]{2,40})/gu;
const PROFILE =
  /(?:linkedin\.com\/in|(?:facebook|instagram|tiktok|snapchat|twitter|x|youtube|threads)\.(?:com|net)(?:\/(?:add|user|c))?)\/@?([\p{L}\d._-]{3,60})/giu;
/** A name that was made up for an account: "kingjaap2009", "lil.ess_ert", "PandaThijmen12". */
const MADE_UP =
  /(?<![\p{L}\d@._/-])(?=[\p{L}\d._]*[\p{L}])(?:[\p{L}\d.]+_[\p{L}\d._]+|\p{L}+(?:\.\p{L}+){2,}|\p{L}{4,}\d{2,4}\p{Lu}?\p{Ll}?)(?![\p{L}\d@])/gu;

/** Account of a person on social media or in a game; not one of an organisation, such as "@wijkteam". */
export function createSocialMediaCheck(rules: PersonalDataRules): (reading: Reading) => boolean {
  const shared = new Set(rules["shared-mailboxes"]);
  const platforms = new Set(rules["social-media"]);
  return ({ text, tokens }) =>
    [HANDLE, PROFILE].some((shape) =>
      [...text.matchAll(shape)].some(([, name = ""]) => !shared.has(name.toLowerCase())),
    ) ||
    (tokens.some(({ key }) => platforms.has(key)) && text.match(MADE_UP) !== null);
}
