type Fields = Readonly<Record<string, unknown>>;

/**
 * Gives every `Action.Execute` in an expanded card what all of them need, so that no template can forget it:
 * `shared` (the walk and version) among its data, and an `Action.Submit` as fallback for clients that do not
 * know Action.Execute. There the verb travels inside the data, so that both carry the same. Returns a copy.
 */
export function completeActions(node: unknown, shared: Fields): unknown {
  if (Array.isArray(node)) return node.map((item) => completeActions(item, shared));
  if (typeof node !== "object" || node === null) return node;
  const fields = node as Fields;
  if (fields.type === "Action.Execute") return completeAction(fields, shared);
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, completeActions(value, shared)]));
}

function completeAction(action: Fields, shared: Fields): Fields {
  const { title, verb, associatedInputs } = action;
  const data = { ...shared, ...(action.data as Fields) };
  const inputs = associatedInputs === undefined ? {} : { associatedInputs };
  return { ...action, data, fallback: { type: "Action.Submit", title, ...inputs, data: { verb, ...data } } };
}
