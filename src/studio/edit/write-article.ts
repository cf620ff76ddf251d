import { frontMatter } from "../../content/front-matter.ts";
import type { Path } from "../../content/node-offset.ts";
import { AppError } from "../../errors.ts";
import type { Data } from "./emit-yaml.ts";
import { writeValue } from "./write-value.ts";

/**
 * The text of an article with `value` at `path` in its head, or with another body when the path is `text`. All other
 * bytes stay.
 * @throws AppError EDIT_FAILED when there is no head, or when the value cannot be written in it
 */
export function writeArticle(text: string, path: Path, value: Data | undefined, order: readonly string[] = []): string {
  const parts = frontMatter(text);
  if (!parts) throw noHead();
  const { yaml, body, bodyOffset } = parts;
  if (path[0] === "text") return `${text.slice(0, bodyOffset)}${around(text.slice(bodyOffset), body, String(value))}`;
  const first = text.indexOf("\n") + 1;
  const head = yaml.slice(yaml.indexOf("\n") + 1);
  return text.slice(0, first) + writeValue(head, path, value, order) + text.slice(first + head.length);
}

/** The new body between the empty lines that stood around the old one, with its ends of lines. */
function around(whole: string, body: string, next: string): string {
  const lines = next.trim().replaceAll(/\r\n?/g, "\n");
  const written = whole.includes("\r\n") ? lines.replaceAll("\n", "\r\n") : lines;
  const start = whole.indexOf(body);
  return whole.slice(0, start) + written + whole.slice(start + body.length);
}

function noHead(): AppError {
  return new AppError(
    "EDIT_FAILED",
    "Dit artikel begint niet met een kop tussen twee regels met ---.",
    "Verander het bestand zelf, onder Het bestand.",
  );
}
