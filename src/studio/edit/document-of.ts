import { type Document, LineCounter, parseDocument } from "yaml";
import { AppError } from "../../errors.ts";

/** A form writes its fields one after another, and most of them leave the text as it is. */
let last: { text: string; document: Document } | undefined;

/** A YAML file with the place of each value, to look at only and never to change. @throws AppError EDIT_FAILED */
export function documentOf(text: string): Document {
  if (last?.text === text) return last.document;
  const document = parseDocument(text, { keepSourceTokens: true, lineCounter: new LineCounter(), logLevel: "silent" });
  if (document.errors.length > 0) throw editFailed();
  last = { text, document };
  return document;
}

/** What cannot be written without changing more than was asked. */
export function editFailed(): AppError {
  return new AppError(
    "EDIT_FAILED",
    "Deze wijziging past niet in de manier waarop het bestand is geschreven.",
    "Verander het bestand zelf, onder Het bestand.",
  );
}
