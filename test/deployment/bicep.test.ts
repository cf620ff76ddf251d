import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { all, type BicepFile, type Declaration, parseBicep, propertiesOf, readBicep } from "./support/bicep.ts";

const AZURE = resolve(import.meta.dirname, "../../deployment/azure");
const FILES = readdirSync(AZURE, { recursive: true, encoding: "utf8" }).filter((name) => /\.bicep(param)?$/.test(name));
const main = readBicep("main.bicep");

function named(file: BicepFile, kind: string): string[] {
  return file.declarations.filter((declaration) => declaration.kind === kind).map(({ name }) => name);
}

/** The names of the parameters that have no default. */
function required(file: BicepFile): string[] {
  const parameters = file.declarations.filter(({ kind }) => kind === "parameter");
  return parameters.filter(({ node }) => !/^param \w+ \w+ =/m.test(node.text)).map(({ name }) => name);
}

function moduleFile({ node }: Declaration): BicepFile {
  const path = /'(modules\/\w+\.bicep)'/.exec(node.text)?.[1];
  if (!path) throw new Error(`no path in ${node.text}`);
  return readBicep(path);
}

const modules = main.declarations.filter(({ kind }) => kind === "module");

describe.each(FILES)("%s", (name) => {
  const file = readBicep(name);

  test("is Bicep", () => {
    expect(file.errors).toEqual([]);
    expect(file.declarations.length).toBeGreaterThan(0);
  });
});

describe.each(FILES.filter((name) => name.endsWith(".bicep")))("%s", (name) => {
  const file = readBicep(name);

  test("uses each parameter and variable that it declares", () => {
    const used = all(file.root).filter(({ type }) => type === "identifier");
    const unused = [...named(file, "parameter"), ...named(file, "variable")].filter(
      (declared) => used.filter(({ text }) => text === declared).length < 2,
    );
    expect(unused).toEqual([]);
  });
});

test("a file that is no Bicep is noticed", () => {
  expect(parseBicep("param a string =\nresource = {").errors).not.toEqual([]);
});

test("main.bicep uses every module that there is, once", () => {
  const used = modules.map(({ node }) => /'modules\/(\w+)\.bicep'/.exec(node.text)?.[1]).sort();
  expect(used).toEqual(
    readdirSync(resolve(AZURE, "modules"))
      .map((file) => file.replace(".bicep", ""))
      .sort(),
  );
});

describe.each(modules.map((module) => [module.name, module] as const))("module %s", (name, module) => {
  const file = moduleFile(module);

  test("gets the parameters that it asks for, and no others", () => {
    const given = propertiesOf(module.node).get("params");
    if (!given) throw new Error("no params");
    expect([...propertiesOf(given).keys()].sort()).toEqual(named(file, "parameter").sort());
  });

  test("has the outputs that main.bicep reads", () => {
    const read = [...main.root.text.matchAll(new RegExp(`\\b${name}\\.outputs\\.(\\w+)`, "g"))].map(
      ([, output]) => output,
    );
    expect(named(file, "output")).toEqual(expect.arrayContaining([...new Set(read)]));
  });
});

describe.each(["productie.bicepparam", "test.bicepparam"])("the parameters in %s", (name) => {
  const file = readBicep(name);
  const given = named(file, "variable");

  test("are those of main.bicep, with all that it needs", () => {
    expect(named(main, "parameter")).toEqual(expect.arrayContaining(given));
    expect(given).toEqual(expect.arrayContaining(required(main)));
  });

  test("are each explained in the lines above them", () => {
    const lines = file.root.text.split("\n");
    const unexplained = lines.filter((line, at) => line.startsWith("var ") && !lines[at - 1]?.startsWith("// "));
    expect(unexplained).toEqual([]);
  });

  test("hold no secret: those come from the environment of whoever deploys", () => {
    for (const secret of ["botSecret", "stateSecret", "metricsToken"]) {
      const declaration = file.declarations.find((found) => found.name === secret);
      expect(declaration?.node.text).toMatch(/= readEnvironmentVariable\('[A-Z_]+', ''\)$/);
    }
  });
});
