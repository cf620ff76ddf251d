import { parseSync } from "@swc/core";

export interface Import {
  from: string;
  typeOnly: boolean;
  /** What is taken from there; "*" is everything, or what cannot be told. */
  names: string[];
}

/** One module as the rules see it. */
export interface Module {
  /** From the project folder, with forward slashes: `src/flow/replay.ts`. */
  path: string;
  imports: Import[];
  /** Names that others can import. A type may be there to name what a function takes or gives. */
  exports: { name: string; isType: boolean }[];
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
  const module: Module = { path, imports: [], exports: [], uses: new Set() };
  visit(parseSync(source, { syntax: "typescript", target: "es2024" }), module);
  return module;
}

function visit(node: Node, module: Module): void {
  const imported = importOf(node);
  if (imported) module.imports.push(imported);
  module.exports.push(...exportsOf(node));
  const used = useOf(node);
  if (used) module.uses.add(used);
  for (const child of childrenOf(node)) visit(child, module);
}

function importOf(node: Node): Import | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return node.source ? { from: node.source.value, typeOnly: isTypeOnly(node), names: namesOf(node) } : undefined;
    case "TsImportType":
      return { from: node.argument.value, typeOnly: true, names: ["*"] };
    case "TsExternalModuleReference":
      return { from: node.expression.value, typeOnly: false, names: ["*"] };
    case "CallExpression":
      return isModuleLoad(node.callee) ? { from: loadedName(node), typeOnly: false, names: ["*"] } : undefined;
    default:
      return undefined;
  }
}

function namesOf({ type, specifiers = [] }: Node): string[] {
  if (type === "ExportAllDeclaration") return ["*"];
  return specifiers.map((name: Node) => {
    if (name.type === "ImportDefaultSpecifier") return "default";
    if (name.type === "ImportSpecifier") return name.imported?.value ?? name.local.value;
    return name.type === "ExportSpecifier" ? name.orig.value : "*";
  });
}

function exportsOf(node: Node): Module["exports"] {
  switch (node.type) {
    case "ExportDefaultDeclaration":
    case "ExportDefaultExpression":
      return [{ name: "default", isType: false }];
    case "ExportNamedDeclaration":
      return node.specifiers.map((name: Node) => ({ name: (name.exported ?? name.orig).value, isType: node.typeOnly }));
    case "ExportDeclaration":
      return declaredIn(node.declaration).map((name) => ({ name, isType: isTypeDeclaration(node.declaration) }));
    default:
      return [];
  }
}

function declaredIn({ declarations, identifier, id }: Node): string[] {
  if (declarations) return declarations.flatMap((declaration: Node) => namesIn(declaration.id));
  return [(identifier ?? id).value];
}

function isTypeDeclaration({ type }: Node): boolean {
  return type === "TsInterfaceDeclaration" || type === "TsTypeAliasDeclaration";
}

/** Names in a pattern such as `{ a, b: [c] }`. */
function namesIn(pattern: Node): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.value];
    case "ArrayPattern":
      return pattern.elements.filter(Boolean).flatMap(namesIn);
    case "ObjectPattern":
      return pattern.properties.flatMap(namesIn);
    case "KeyValuePatternProperty":
      return namesIn(pattern.value);
    case "AssignmentPatternProperty":
      return namesIn(pattern.key);
    case "AssignmentPattern":
      return namesIn(pattern.left);
    default:
      return namesIn(pattern.argument);
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

/** Names behind a dot, keys of objects and the name of a type where it is declared are no outer names, so they are left out. */
function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const isOwnName = (key === "property" || key === "key") && value?.type === "Identifier";
    if (isOwnName || (key === "id" && isTypeDeclaration(node))) return [];
    return (Array.isArray(value) ? value : [value]).filter((child) => child !== null && typeof child === "object");
  });
}
