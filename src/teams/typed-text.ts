import type { Activity } from "botbuilder";

const TAG = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi;
/** What stands between these is not typed: who or what was pointed at, by name or in a preview. */
const POINTERS = new Set(["at", "quoted", "attachment"]);
/** Layout within a word. */
const INLINE = new Set("b strong i em u s strike del span font a code sub sup emoji readonly".split(" "));
/** Layout that ends a line or a word. */
const BLOCK = new Set(
  "p div br hr li ul ol blockquote pre h1 h2 h3 h4 h5 h6 table tbody thead tr td th img codeblock".split(" "),
);
/** The message that a reply answers, as Teams quotes it. Other quotes are layout, and the words in them count. */
const REPLY = /\bitemtype="?https?:\/\/schema\.skype\.com\/Reply\b/i;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(nbsp|amp|lt|gt|quot|apos));/gi;
const NAMED: Record<string, string> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * What the person typed, on one line with single spaces: without the names they addressed, the message they replied to,
 * and the marks of layout. Empty when only those were there. All that Teams adds to a text is taken off here.
 */
export function typedText(activity: Activity): string {
  return ownWordsOfReply(activity) || plain(activity.text ?? "") || htmlOf(activity).map(plain).join(" ");
}

/** Clients that put the quoted message in `text` as well send a reply as HTML too, in which the quote is marked. */
function ownWordsOfReply(activity: Activity): string {
  const reply = htmlOf(activity).find(hasReply);
  return reply === undefined ? "" : plain(reply);
}

/** The message as HTML, which comes beside its `text`, and now and then in its place. */
function htmlOf({ attachments = [] }: Activity): string[] {
  return attachments.flatMap(({ contentType, content }) =>
    contentType === "text/html" && typeof content === "string" ? [content] : [],
  );
}

function hasReply(html: string): boolean {
  return [...html.matchAll(TAG)].some(([, , name = "", attributes = ""]) => isReply(name, attributes));
}

function isReply(name: string, attributes: string): boolean {
  return name.toLowerCase() === "blockquote" && REPLY.test(attributes);
}

function plain(text: string): string {
  return withoutTags(text)
    .replace(ENTITY, (_, decimal, hexadecimal, name) => NAMED[name?.toLowerCase()] ?? sign(decimal, hexadecimal))
    .replace(/\s+/g, " ")
    .trim();
}

/** In one pass: a text with thousands of tags that never end is read as fast as any. What is no tag of Teams stays. */
function withoutTags(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let hidden: string | undefined;
  for (const { 0: tag, 1: closes, 2: written = "", 3: attributes = "", index } of text.matchAll(TAG)) {
    const name = written.toLowerCase();
    const isPointer = POINTERS.has(name);
    if (hidden ? !(closes && name === hidden) : !isPointer && !INLINE.has(name) && !BLOCK.has(name)) continue;
    if (!hidden) parts.push(text.slice(from, index));
    parts.push(INLINE.has(name) ? "" : " ");
    from = index + tag.length;
    const hides = !hidden && !closes && !attributes.endsWith("/") && (isPointer || isReply(name, attributes));
    hidden = hides ? name : undefined;
  }
  // What was opened and never closed hides nothing.
  return [...parts, text.slice(from)].join("");
}

function sign(decimal?: string, hexadecimal?: string): string {
  const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? "", 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : " ";
}
