import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { Language, type Node, Parser } from "web-tree-sitter";

const AZURE = resolve(import.meta.dirname, "../../../deployment/azure");
const GRAMMAR = createRequire(import.meta.url).resolve("tree-sitter-bicep/tree-sitter-bicep.wasm");

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(GRAMMAR));

/** A declaration in a Bicep file: `param`, `var`, `module`, `resource` or `output`. */
export interface Declaration {
  kind: string;
  name: string;
  node: Node;
}

export interface BicepFile {
  root: Node;
  /** `line: text` of each piece that is no Bicep. */
  errors: string[];
  declarations: Declaration[];
}

/** @param name relative to `deployment/azure` */
export function readBicep(name: string): BicepFile {
  const source = readFileSync(resolve(AZURE, name), "utf8");
  // The grammar knows a parameter with its type only; in a parameters file it has none, as a variable.
  return parseBicep(name.endsWith(".bicepparam") ? source.replaceAll(/^param /gm, "var ") : source);
}

export function parseBicep(source: string): BicepFile {
  const root = parser.parse(source)?.rootNode;
  if (!root) throw new Error("the parser gave nothing");
  const broken = all(root).filter((node) => node.isError || node.isMissing);
  return {
    root,
    errors: broken.map((node) => `${node.startPosition.row + 1}: ${node.text}`),
    declarations: root.namedChildren.flatMap((node) => (node ? declarationOf(node) : [])),
  };
}

function declarationOf(node: Node): Declaration[] {
  const kind = /^(parameter|variable|module|resource|output)_declaration$/.exec(node.type)?.[1];
  const name = node.namedChildren.find((child) => child?.type === "identifier")?.text;
  return kind && name ? [{ kind, name, node }] : [];
}

/** The node and all that is in it. */
export function all(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (child ? all(child) : []))];
}

/** The properties of the first object in a node, by name. */
export function propertiesOf(node: Node): Map<string, Node> {
  const object = all(node).find(({ type }) => type === "object");
  const properties = object?.namedChildren.filter((child) => child?.type === "object_property") ?? [];
  return new Map(
    properties.flatMap((property) => {
      const [key, value] = property?.namedChildren ?? [];
      return key && value ? [[key.text, value] as const] : [];
    }),
  );
}
