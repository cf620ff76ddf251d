/** An object in a card, such as a TextBlock or an Action.Execute. */
export type CardNode = Readonly<Record<string, unknown>>;

export interface PlacedNode {
  node: CardNode;
  /** For example `body[2].actions[0]`; empty for the card itself. */
  path: string;
}

/** Every object with a `type` in a card, from the outside in. What a button carries as `data` is left out. */
export function cardNodes(value: unknown, path = ""): PlacedNode[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => cardNodes(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  const node = value as CardNode;
  const inner = Object.entries(node)
    .filter(([key]) => key !== "data")
    .flatMap(([key, child]) => cardNodes(child, path ? `${path}.${key}` : key));
  return typeof node.type === "string" ? [{ node, path }, ...inner] : inner;
}
