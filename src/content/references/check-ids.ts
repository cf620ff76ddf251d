import { type Draft, mistakeAt, type Placed, part } from "../draft.ts";
import { type Mistake, meant, TAKE_AWAY } from "../mistake.ts";
import { UNKNOWN_OPTION } from "../schema/id.ts";
import type { Targets } from "./targets.ts";

/** Ids are unique within their kind, files are named after their id, and orders do not clash. */
export function checkIds(draft: Draft, targets: Targets): Mistake[] {
  const links = draft.links.flatMap((file) =>
    file.value.links.map((link, index) => part(file, ["links", index], link)),
  );
  const sources = draft.sources.flatMap((file) =>
    file.value.sources.map((source, index) => part(file, ["sources", index], source)),
  );
  const owners = draft.topicOwners.flatMap((file) =>
    file.value.owners.map((owner, index) => part(file, ["owners", index], owner)),
  );
  const kinds = [targets.questions, targets.signals, targets.invariants, targets.premises, links, sources, owners];
  return [
    ...kinds.flatMap((placed: Placed<{ id: string }>[]) => twice(placed, ({ id }) => id, "id", "duplicate-id")),
    ...draft.flows.flatMap(phasesOnce),
    ...targets.questions.flatMap(checkOptions),
    ...fileNames(draft),
    ...twice(draft.signals, ({ order }) => order, "order", "duplicate-order"),
    ...twice(draft.regions, ({ order }) => order, "order", "duplicate-order"),
  ];
}

function twice<T>(all: Placed<T>[], pick: (item: T) => string | number, key: string, rule: string): Mistake[] {
  const first = new Map<string | number, Placed<T>>();
  return all.flatMap((placed) => {
    const value = pick(placed.value);
    const other = first.get(value);
    if (other === undefined) first.set(value, placed);
    const what = `"${key}: ${value}" staat ook in ${other?.file.file}.`;
    if (other === undefined) return [];
    const mend = typeof value === "string" && {
      mend: meant(freeId(value, new Set(all.map(({ value: item }) => pick(item))))),
    };
    return [mistakeAt(placed, [key], { rule, what, fix: "Geef elk een eigen waarde.", ...mend })];
  });
}

/** The id with the first number behind it that nobody has. */
function freeId(id: string, taken: ReadonlySet<string | number>): string {
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

function phasesOnce(flow: Draft["flows"][number]): Mistake[] {
  const phases = flow.value.phases.map((phase, index) => part(flow, ["phases", index], phase));
  return twice(phases, ({ id }) => id, "id", "duplicate-id");
}

function checkOptions(question: Targets["questions"][number]): Mistake[] {
  const options = question.value.options.map((option, index) => part(question, ["options", index], option));
  const reserved = options.filter(({ value }) => value.id === UNKNOWN_OPTION);
  return [...twice(options, ({ id }) => id, "id", "duplicate-id"), ...reserved.map(reservedOption)];
}

function reservedOption(option: Placed<unknown>): Mistake {
  return mistakeAt(option, ["id"], {
    rule: "reserved-option",
    what: `De optie "${UNKNOWN_OPTION}" krijgt elke vraag vanzelf.`,
    fix: "Haal deze optie weg. De tekst ervan staat in dialogs/texts/common.yaml.",
    mend: { ...TAKE_AWAY, path: [] },
  });
}

function fileNames(draft: Draft): Mistake[] {
  return [
    ...draft.flows.flatMap((file) => fileName(file, "id", file.value.id)),
    ...draft.questions.flatMap((file) => fileName(file, "phase", file.value.phase)),
    ...draft.signals.flatMap((file) => fileName(file, "group", file.value.group)),
    ...draft.regions.flatMap((file) => fileName(file, "id", file.value.id)),
    ...draft.examples.flatMap((file) => fileName(file, "id", file.value.id)),
    ...draft.articles.flatMap((file) => fileName(file, "id", file.value.id)),
    ...draft.danger.flatMap((file) => fileName(file, "sign", file.value.sign)),
    ...[...draft.ordinary, ...draft.offTopic, ...draft.languages, ...draft.cases].flatMap((file) =>
      fileName(file, "kind", file.value.kind),
    ),
    ...draft.messages.flatMap((file) => fileName(file, "writer", file.value.writer)),
  ];
}

function fileName(file: Placed<unknown>, key: string, id: string): Mistake[] {
  if (file.name === id) return [];
  return [
    mistakeAt(file, [key], {
      rule: "file-name",
      what: `Het bestand heet "${file.name}", maar hier staat "${key}: ${id}".`,
      fix: `Noem het bestand ${id}, of verander "${key}" in ${file.name}.`,
    }),
  ];
}
