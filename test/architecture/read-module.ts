import { parseSync } from "@swc/core";

/** One module as the rules see it. */
export interface Module {
  /** From the project folder, with forward slashes: `src/flow/replay.ts`. */
  path: string;
  imports: { from: string; typeOnly: boolean }[];
  /** Outer names that the code uses: `fetch`, `Date.now`, `process.env`, `new Date()`. */
  uses: Set<string>;
}

// biome-ignore lint/suspicious/noExplicitAny: a syntax tree is walked without knowing every kind of node
type Node = Record<string, any>;

/**
 * Reads what a TypeScript source imports and which names it uses.
 * @throws when the source is not valid TypeScript
 */
export function readModule(path: string, source: string): Module {
  const module: Module = { path, imports: [], uses: new Set() };
  visit(parseSync(source, { syntax: "typescript", target: "es2024" }), module);
  return module;
}

function visit(node: Node, module: Module): void {
  const imported = importOf(node);
  if (imported) module.imports.push(imported);
  const used = useOf(node);
  if (used) module.uses.add(used);
  for (const child of childrenOf(node)) visit(child, module);
}

function importOf(node: Node): Module["imports"][number] | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return node.source ? { from: node.source.value, typeOnly: isTypeOnly(node) } : undefined;
    case "TsImportType":
      return { from: node.argument.value, typeOnly: true };
    case "TsExternalModuleReference":
      return { from: node.expression.value, typeOnly: false };
    case "CallExpression":
      return isModuleLoad(node.callee) ? { from: loadedName(node), typeOnly: false } : undefined;
    default:
      return undefined;
  }
}

function isTypeOnly(node: Node): boolean {
  const names: Node[] = node.specifiers ?? [];
  return node.typeOnly || (names.length > 0 && names.every((name) => name.isTypeOnly));
}

function isModuleLoad(callee: Node): boolean {
  return callee.type === "Import" || (callee.type === "Identifier" && callee.value === "require");
}

function loadedName(call: Node): string {
  const argument = call.arguments[0]?.expression;
  return argument?.type === "StringLiteral" ? argument.value : "(computed)";
}

function useOf(node: Node): string | undefined {
  if (node.type === "Identifier") return node.value;
  if (node.type === "NewExpression" && node.callee.value === "Date" && !node.arguments?.length) return "new Date()";
  if (node.type === "CallExpression" && node.callee.value === "Date") return "Date()";
  if (node.type === "MemberExpression" && node.object.type === "Identifier") {
    return `${node.object.value}.${node.property.value ?? node.property.expression?.value}`;
  }
  return undefined;
}

/** Names behind a dot and keys of objects are no outer names, so they are left out. */
function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const isOwnName = (key === "property" || key === "key") && value?.type === "Identifier";
    if (isOwnName) return [];
    return (Array.isArray(value) ? value : [value]).filter((child) => child !== null && typeof child === "object");
  });
}
