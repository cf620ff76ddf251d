interface Chosen {
  option?: string | undefined;
  chosen?: string | undefined;
  first?: string | undefined;
  second?: string | undefined;
  third?: string | undefined;
}

/** The options of an answer: one from a button, several from a choice set, or in order from a ranking; each once. */
export function chosenOptions({ option, chosen = "", first = "", second = "", third = "" }: Chosen): string[] {
  if (option) return [option];
  return [...new Set([...chosen.split(","), first, second, third].filter(Boolean))];
}
