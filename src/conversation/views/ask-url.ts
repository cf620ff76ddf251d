import type { Content } from "../../content/content.ts";

/** Opens a chat in Teams with people who are named by their user principal names, with a comma between them. */
const NEW_CHAT = "https://teams.microsoft.com/l/chat/0/0?users=";

/**
 * The address of an empty chat with who can answer for the programme; empty when there is nobody. Nothing of the
 * conversation goes along.
 * @param topic what the question is about; absent when that is not known, and then it is for who owns every topic
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
export function askUrl({ topicOwners }: Content, topic?: string): string {
  const owners = topicOwners.filter(({ topics }) => topics === undefined || topics.some((one) => one === topic));
  return owners.length === 0 ? "" : NEW_CHAT + owners.map(({ address }) => written(address)).join(",");
}

/** As the address is documented: the @ stays, what could end the value does not. */
function written(address: string): string {
  return address.split("@").map(encodeURIComponent).join("@");
}
