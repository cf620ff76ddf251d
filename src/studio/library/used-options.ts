import { type Data, isDataGroup } from "../edit/emit-yaml.ts";
import type { Library } from "./read-library.ts";
import { field, idsIn } from "./thing.ts";

/**
 * The answers of a question that need no question what they lead to: a condition names them, or a rule says that they are
 * reassuring. The same as the check asks for (`check-unused-options.ts`), for a draft that cannot be checked yet.
 */
export function usedOptions(question: string, library: Library): Set<string> {
  const used = new Set<string>();
  for (const { parsed, file } of library.files.values()) {
    if (/^dialogs\/(?:questions|signals)\//.test(file)) collect(parsed.data as Data, question, used);
  }
  return used;
}

function collect(data: Data | undefined, question: string, used: Set<string>): void {
  if (Array.isArray(data)) for (const item of data) collect(item, question, used);
  if (!isDataGroup(data)) return;
  if (data.question === question) for (const id of idsIn(data.is)) used.add(id);
  if (data.id === question) for (const id of idsIn(field(data, "suggest", "option"))) used.add(id);
  for (const id of idsIn(field(data, "never-lower", "from"))) used.add(id);
  for (const value of Object.values(data)) collect(value, question, used);
}
