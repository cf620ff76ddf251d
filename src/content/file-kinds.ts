import { z } from "zod";
import { articleFileSchema } from "./schema/article.ts";
import { commandsFileSchema } from "./schema/command.ts";
import { countsFileSchema } from "./schema/counts.ts";
import { signFileSchema } from "./schema/danger.ts";
import { decisionsFileSchema } from "./schema/decision.ts";
import { exampleFileSchema } from "./schema/example.ts";
import { flowFileSchema } from "./schema/flow.ts";
import { hardWordsFileSchema } from "./schema/hard-words.ts";
import { linksFileSchema } from "./schema/link.ts";
import { neverSayFileSchema } from "./schema/never-say.ts";
import { personalDataFileSchema } from "./schema/personal-data.ts";
import { questionsFileSchema } from "./schema/question.ts";
import { regionFileSchema } from "./schema/region.ts";
import { signalsFileSchema } from "./schema/signal.ts";
import { sourcesFileSchema } from "./schema/source.ts";
import { textsFileSchema } from "./schema/texts.ts";
import { topicOwnersFileSchema } from "./schema/topic-owner.ts";
import { trendNotesFileSchema } from "./schema/trend-note.ts";
import { messagesFileSchema, ordinaryFileSchema } from "./schema/typed-lines.ts";

/**
 * Where each kind of content stands, and its shape. A `path` without `*` is one file; with `*` it is
 * a folder with at least one file.
 */
export const FILE_KINDS = {
  flows: { path: "dialogs/flows/*.yaml", schema: flowFileSchema },
  questions: { path: "dialogs/questions/*.yaml", schema: questionsFileSchema },
  signals: { path: "dialogs/signals/*.yaml", schema: signalsFileSchema },
  regions: { path: "dialogs/regions/*.yaml", schema: regionFileSchema },
  examples: { path: "dialogs/examples/*.yaml", schema: exampleFileSchema },
  links: { path: "dialogs/links.yaml", schema: linksFileSchema },
  sources: { path: "dialogs/sources.yaml", schema: sourcesFileSchema },
  texts: { path: "dialogs/texts/*.yaml", schema: textsFileSchema },
  commands: { path: "dialogs/commands.yaml", schema: commandsFileSchema },
  neverSay: { path: "dialogs/safety/never-say.yaml", schema: neverSayFileSchema },
  danger: { path: "dialogs/danger/*.yaml", schema: signFileSchema },
  ordinary: { path: "dialogs/ordinary/*.yaml", schema: ordinaryFileSchema },
  cases: { path: "dialogs/cases/*.yaml", schema: ordinaryFileSchema },
  messages: { path: "dialogs/messages/*.yaml", schema: messagesFileSchema },
  offTopic: { path: "dialogs/off-topic/*.yaml", schema: ordinaryFileSchema },
  languages: { path: "dialogs/languages/*.yaml", schema: ordinaryFileSchema },
  personalData: { path: "dialogs/safety/personal-data.yaml", schema: personalDataFileSchema },
  counts: { path: "dialogs/counts.yaml", schema: countsFileSchema },
  topicOwners: { path: "dialogs/topic-owners.yaml", schema: topicOwnersFileSchema },
  decisions: { path: "dialogs/who-decides.yaml", schema: decisionsFileSchema },
  hardWords: { path: "dialogs/hard-words.yaml", schema: hardWordsFileSchema },
  trendNotes: { path: "dialogs/trend-notes.yaml", schema: trendNotesFileSchema },
  articles: { path: "dialogs/knowledge/*.md", schema: articleFileSchema },
  cards: { path: "cards/*.card.json", schema: z.unknown() },
  samples: { path: "cards/*.sample.json", schema: z.unknown() },
} as const;

export type FileKind = keyof typeof FILE_KINDS;
export const KINDS_OF_FILES = Object.keys(FILE_KINDS) as FileKind[];

/** Content is complete without files of these kinds. */
export const OPTIONAL_KINDS: readonly FileKind[] = ["counts", "topicOwners", "decisions", "trendNotes", "hardWords"];

/** The kind of a file, and its name without folder and extension; undefined when it has no place here. */
export function fileKindOf(file: string): { kind: FileKind; name: string } | undefined {
  for (const kind of KINDS_OF_FILES) {
    const [start = "", end] = FILE_KINDS[kind].path.split("*");
    if (end === undefined && file === start) return { kind, name: kind };
    if (end === undefined || !file.startsWith(start) || !file.endsWith(end)) continue;
    const name = file.slice(start.length, -end.length);
    if (!name.includes("/")) return { kind, name };
  }
  return undefined;
}
