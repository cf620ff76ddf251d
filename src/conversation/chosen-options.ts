/** The options of an answer: one from a button, or several from a choice set, each once. */
export function chosenOptions({
  option,
  chosen,
}: {
  option?: string | undefined;
  chosen?: string | undefined;
}): string[] {
  if (option) return [option];
  return [...new Set((chosen ?? "").split(",").filter(Boolean))];
}
