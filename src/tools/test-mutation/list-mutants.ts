import { parseSync } from "@swc/core";

/** One small change of a source that its tests should see. */
export interface Mutant {
  line: number;
  /** What stood there, and what stands there now. */
  was: string;
  becomes: string;
  /** The whole source with the change. */
  source: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a syntax tree is walked without knowing every kind of node
type Node = Record<string, any>;

const OPERATORS: Record<string, string> = {
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "&&": "||",
  "||": "&&",
  "??": "&&",
};
const METHODS: Record<string, string> = { some: "every", every: "some", min: "max", max: "min" };

/**
 * Every mutant of a source: another operator or quantifier, a condition that is always or never true, a negation left
 * out, another literal, nothing returned.
 * @throws when the source is not valid TypeScript
 */
export function listMutants(source: string): Mutant[] {
  const bytes = Buffer.from(source);
  const tree: Node = parseSync(source, { syntax: "typescript", target: "es2024" });
  // Spans count bytes on from what was parsed before; a source ends where its last statement does.
  const base = tree.span.end - Buffer.byteLength(source.trimEnd());
  const textAt = ({ start, end }: Node) => bytes.subarray(start - base, end - base).toString();
  return changesIn(tree).flatMap(({ span, to }) => {
    const was = textAt(span);
    const becomes = to(was, textAt);
    if (becomes === undefined || becomes === was) return [];
    const before = bytes.subarray(0, span.start - base).toString();
    const after = bytes.subarray(span.end - base).toString();
    return [{ line: before.split("\n").length, was, becomes, source: before + becomes + after }];
  });
}

interface Change {
  span: Node;
  to: (was: string, textAt: (span: Node) => string) => string | undefined;
}

function changesIn(node: Node): Change[] {
  if (node.type?.startsWith("Ts") || node.type === "ImportDeclaration") return [];
  return [...changesOf(node), ...childrenOf(node).flatMap(changesIn)];
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) => {
    if (Array.isArray(value))
      return value.flatMap((item) => (item?.expression && !item.type ? [item.expression] : (item ?? [])));
    return value && typeof value === "object" && value.type ? [value] : [];
  });
}

function changesOf(node: Node): Change[] {
  switch (node.type) {
    case "BinaryExpression":
      return OPERATORS[node.operator] ? [{ span: node.span, to: (_, textAt) => otherOperator(node, textAt) }] : [];
    case "ConditionalExpression":
    case "IfStatement":
    case "WhileStatement":
      return [alwaysAs(node.test, "true"), alwaysAs(node.test, "false")];
    case "UnaryExpression":
      return node.operator === "!" ? [{ span: node.span, to: (_, textAt) => `(${textAt(node.argument.span)})` }] : [];
    case "MemberExpression":
      return METHODS[node.property.value] ? [alwaysAs(node.property, METHODS[node.property.value] as string)] : [];
    case "BooleanLiteral":
      return [alwaysAs(node, String(!node.value))];
    case "StringLiteral":
      return [alwaysAs(node, node.value === "" ? '"mutant"' : '""')];
    case "NumericLiteral":
      return [alwaysAs(node, String(node.value + 1))];
    case "ArrayExpression":
      return node.elements.length > 0 ? [alwaysAs(node, "[]")] : [];
    case "ReturnStatement":
      return node.argument ? [alwaysAs(node.argument, "undefined")] : [];
    case "ArrowFunctionExpression":
      return node.body.type === "BlockStatement" ? [] : [alwaysAs(node.body, "undefined")];
    default:
      return [];
  }
}

function alwaysAs(node: Node, text: string): Change {
  const span = node.span ?? node.expression?.span;
  return { span, to: () => text };
}

function otherOperator(node: Node, textAt: (span: Node) => string): string {
  const [left, right] = [textAt(node.left.span), textAt(node.right.span)];
  return `((${left}) ${OPERATORS[node.operator]} (${right}))`;
}
