import { atoms } from "../../conditions/atoms.ts";
import { settle } from "../../content/confirmation.ts";
import type { Content } from "../../content/content.ts";
import { nameOptions } from "../../content/name-options.ts";
import { type Region, regionFileSchema } from "../../content/schema/region.ts";
import { type Signal, signalSchema } from "../../content/schema/signal.ts";
import { resultView } from "../../conversation/views/result-view.ts";
import { suggestionView } from "../../conversation/views/suggestion-view.ts";
import type { View } from "../../conversation/views/view.ts";
import { exampleWalk } from "../../conversation/walk/example-walk.ts";
import { isSuggestion } from "../../signals/levels.ts";
import type { Suggestion } from "../../signals/suggest.ts";
import type { Thing } from "../library/thing.ts";

/**
 * What a worker reads of a signal as it stands in the draft, after the first answers that give it; undefined while its
 * form has mistakes. What only informs stands on the card of the outcome.
 */
export function signalView({ data }: Thing, content: Content): View | undefined {
  const read = signalSchema.safeParse(data).data;
  return read && viewOf(asKnown(read, content), content, undefined);
}

/** What a worker in this region, as it stands in the draft, reads of a suggestion that depends on it; undefined as above. */
export function regionView({ data }: Thing, content: Content): View | undefined {
  const region = regionFileSchema.safeParse(data).data;
  const signal = content.signalGroups.flatMap(({ signals }) => signals).find((each) => each["region-route"]);
  return region && signal && viewOf(signal, withRegion(content, settle(region)), region.id);
}

/** With the answers that content names, as after a release of the draft. */
function asKnown(signal: Signal, { questions }: Content): Signal {
  nameOptions(signal, questions);
  return settle(signal);
}

function withRegion(content: Content, region: Region): Content {
  return { ...content, regions: new Map([...content.regions, [region.id, region]]) };
}

function viewOf(signal: Signal, content: Content, region: string | undefined): View | undefined {
  const [flow] = content.flows.values();
  if (!flow) return undefined;
  const suggestion = suggestionOf(signal, content);
  const open = exampleWalk(flow, undefined, { info: [suggestion] });
  return isSuggestion(signal.level)
    ? suggestionView(content, open, suggestion, region, "")
    : resultView(content, open, region, 1, "");
}

function suggestionOf(signal: Signal, { questions }: Content): Suggestion {
  const because = atoms(signal.when)
    .filter(({ question }) => questions.has(question))
    .slice(0, 1)
    .map(({ question, is }) => ({ question, options: is.slice(0, 1) }));
  return { signal, group: "", because, advice: signal.advice.map(({ text }) => text) };
}
