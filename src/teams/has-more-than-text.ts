import type { Activity, Attachment } from "botbuilder";

/** The same words with layout, or the message that is replied to: nothing that the person added. */
const TEXT_TYPES = new Set(["text/html", "text/plain", "messagereference"]);
const PICTURE = /<(?:img|video|audio)\b/i;
const EMOJI = /<emoji\b/i;

/**
 * Whether a message comes with something that cannot be read: a photo, a file, a voice clip, a card, a forwarded
 * message, or HTML without words.
 * @param text what was typed; see `typedText`
 */
export function hasMoreThanText({ attachments = [] }: Activity, text: string): boolean {
  if (attachments.some(isUnreadable)) return true;
  return text === "" && attachments.length > 0 && !attachments.some((attachment) => EMOJI.test(htmlOf(attachment)));
}

function isUnreadable(attachment: Attachment): boolean {
  return !TEXT_TYPES.has(String(attachment.contentType).toLowerCase()) || PICTURE.test(htmlOf(attachment));
}

function htmlOf({ content }: Attachment): string {
  return typeof content === "string" ? content : "";
}
