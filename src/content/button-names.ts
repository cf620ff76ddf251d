import type { Texts } from "./content.ts";
import { findText } from "./find-text.ts";
import { COMMANDS, type Command } from "./schema/command.ts";

/** What typing the name of a button asks for, by the verb of that button. */
const COMMAND_OF_VERB: Readonly<Record<string, Command>> = {
  resume: "verder",
  continue: "verder",
  back: "terug",
  "skip-phase": "sla-fase-over",
  outcome: "uitkomst",
  pause: "bel-nu",
  summary: "samenvatting",
  stop: "stop",
  finish: "stop",
  region: "sla-over",
  trends: "trends",
  monthly: "trends",
};
const COMMAND_OF_PAGE: Readonly<Record<string, Command>> = {
  menu: "menu",
  phases: "fasen",
  help: "hulp",
  privacy: "privacy",
  region: "regio",
};

/** A title made of fixed texts only, as `${texts.common.menu}`, perhaps after a sign that it was chosen. */
const FIXED_TITLE = /^(?:\$\{if\([^}]*'✓ ', ''\)\})?\$\{[^}]*\btexts[.[][^}]*\}$/;
const TEXT_KEY = /\btexts((?:\.[a-z0-9]+|\['[a-z0-9-]+'\])+)/g;

/**
 * The names of all buttons with a fixed text on these card templates, as they are read, each with the command that does
 * the same. A button that only its card can carry out, such as a reaction, is an `antwoord`: it must be clicked.
 */
export function buttonNames(templates: readonly unknown[], texts: Texts): [name: string, command: Command][] {
  return templates.flatMap(buttonsIn).flatMap(({ title, verb, data }) => {
    if (!FIXED_TITLE.test(title)) return [];
    const names = [...title.matchAll(TEXT_KEY)].map(([, key = ""]) => findText(texts, key.match(/[a-z0-9-]+/g) ?? []));
    return names.flatMap((name) => (typeof name === "string" ? [[name, commandOf(verb, data)] as const] : []));
  }) as [string, Command][];
}

interface Button {
  title: string;
  verb: unknown;
  data: Record<string, unknown>;
}

function buttonsIn(node: unknown): Button[] {
  if (Array.isArray(node)) return node.flatMap(buttonsIn);
  if (typeof node !== "object" || node === null) return [];
  const { type, title, verb, data } = node as Record<string, unknown>;
  const isButton = typeof type === "string" && type.startsWith("Action.") && typeof title === "string";
  const own = isButton ? [{ title, verb, data: (data ?? {}) as Record<string, unknown> }] : [];
  return [...own, ...Object.values(node).flatMap(buttonsIn)];
}

function commandOf(verb: unknown, data: Record<string, unknown>): Command {
  if (verb === "start") return COMMANDS.find((command) => command === data.flow) ?? "top3";
  const command = verb === "show" ? COMMAND_OF_PAGE[String(data.show)] : COMMAND_OF_VERB[String(verb)];
  return command ?? "antwoord";
}
