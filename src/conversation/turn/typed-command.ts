import type { Content } from "../../content/content.ts";
import type { Command } from "../../content/schema/command.ts";
import type { Region } from "../../content/schema/region.ts";
import { comparable } from "../../language/normalise.ts";

/** The command or the name of a button that a text is, exactly or with polite words around it; undefined when neither. */
export function typedCommand(content: Content, text: string): Command | undefined {
  const typed = comparable(text);
  return content.commands.get(typed) ?? content.commands.get(withoutPoliteness(content, typed));
}

/** The region whose name a text is, as "Kennemerland" or "regio west friesland"; undefined when none. */
export function typedRegion(content: Content, text: string): Region | undefined {
  const name = joined(withoutPoliteness(content, comparable(text)));
  return [...content.regions.values()].find(({ title }) => joined(comparable(title)) === name);
}

/** "West-Friesland" and "west friesland" are one name. */
function joined(name: string): string {
  return name.replaceAll(" ", "");
}

function withoutPoliteness({ polite }: Content, typed: string): string {
  const before = longestFirst(polite.before).find((words) => typed.startsWith(`${words} `));
  const rest = before ? typed.slice(before.length + 1) : typed;
  const after = longestFirst(polite.after).find((words) => rest.endsWith(` ${words}`));
  return after ? rest.slice(0, -after.length - 1) : rest;
}

function longestFirst(words: readonly string[]): string[] {
  return words.map(comparable).sort((a, b) => b.length - a.length);
}
