import type { Activity } from "botbuilder";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Plain text as a message that keeps its lines, to be read and to be copied. Sent as XML, because clients of
 * Teams join the lines of plain text and read signs such as `*` and `-` in Markdown as layout.
 */
export function textMessage(text: string): Partial<Activity> {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign));
  return { type: "message", textFormat: "xml", text: lines.join("<br/>") };
}
