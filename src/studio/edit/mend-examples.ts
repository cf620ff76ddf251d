import { setImmediate } from "node:timers/promises";
import type { ContentFiles, FileChanges } from "../../content/content-files.ts";
import type { ExampleMend, Mistake } from "../../content/mistake.ts";
import { KEY_ORDER } from "../forms/key-order.ts";
import type { Library } from "../library/read-library.ts";
import { field, listIn } from "../library/thing.ts";
import { type Data, isDataGroup } from "./emit-yaml.ts";
import { writeValue } from "./write-value.ts";

/** The mistakes that one press mends: each at the step of its example. */
export function examplesLike(mistakes: readonly Mistake[], { how, question }: ExampleMend): Mistake[] {
  return mistakes.filter(
    ({ example }) => example?.how === how && example.question === question && example.step !== undefined,
  );
}

/**
 * Examples with an answer to the question that is asked there now, or without the answer to one that is not asked any
 * more. Writing takes milliseconds for each: in between, the turns of workers go on.
 * @param mistakes of the check of these very files
 * @param answer the id of the answer to give; not used when answers go
 * @throws AppError EDIT_FAILED when a file is written in another way than we can change
 */
export async function mendExamples(
  mistakes: readonly Mistake[],
  answer: string,
  { files, library }: { files: ContentFiles; library: Library },
): Promise<FileChanges> {
  const changes: Record<string, string> = {};
  for (const { file, example } of mistakes) {
    const steps = listIn(library.files.get(file)?.parsed.data as Data | undefined, "steps");
    if (!example) continue;
    await setImmediate();
    changes[file] = writeValue(files[file] ?? "", ["steps"], mended(steps, example, answer), KEY_ORDER.example);
  }
  return changes;
}

function mended(steps: readonly Data[], { how, question, step = 0 }: ExampleMend, answer: string): Data[] {
  if (how === "drop") return steps.toSpliced(step, 1);
  const later = steps.slice(step);
  const isNext = later.findIndex((one) => field(one, "start") !== undefined);
  const rest = later.map((one, index) => (isNext < 0 || index < isNext ? withOneMore(one) : one));
  return [...steps.slice(0, step), { answer: { [question]: answer } }, ...rest];
}

/** Who asks one more question expects one more. */
function withOneMore(step: Data): Data {
  const expected = field(step, "expect");
  const most = field(expected, MOST);
  if (!isDataGroup(expected) || typeof most !== "number") return step;
  return { expect: { ...expected, [MOST]: most + 1 } };
}

const MOST = "asked-at-most";
