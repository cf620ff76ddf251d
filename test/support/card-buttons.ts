/** An Action.Execute as it stands on a card, with the Action.Submit that older clients use. */
export interface Button {
  title: string;
  verb: string;
  data: Record<string, string>;
  fallback: { data: Record<string, string> };
}

/** All buttons of a card that send something, from top to bottom. */
export function buttonsOf(card: unknown): Button[] {
  if (typeof card !== "object" || card === null) return [];
  if ("type" in card && card.type === "Action.Execute" && "title" in card) return [card as unknown as Button];
  return Object.values(card).flatMap(buttonsOf);
}

/** The button with this verb and, when given, this option. */
export function buttonOf(card: unknown, verb: string, option?: string): Button {
  const found = buttonsOf(card).find((button) => button.verb === verb && (!option || button.data.option === option));
  if (!found) throw new Error(`the card has no button ${verb} ${option ?? ""}`);
  return found;
}

/** The question that a card of a walk asks; undefined on other cards. */
export function questionOf(card: unknown): string | undefined {
  return buttonsOf(card).find(({ verb }) => verb === "answer")?.data.question;
}
