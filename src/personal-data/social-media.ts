import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import type { Reading } from "./reading.ts";

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
