import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { parse, parseDocument } from "yaml";
import { VARIABLES } from "../../src/config.ts";
import { NODE_ARGUMENTS } from "../../src/tools/node-arguments.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(PROJECT, path), "utf8");
const { scripts } = JSON.parse(read("package.json"));

const WORKFLOWS = readdirSync(join(PROJECT, ".github/workflows")).map((name) => `.github/workflows/${name}`);
const PIPELINES = [...WORKFLOWS, "deployment/pipelines/azure-pipelines.yml"];

describe.each(PIPELINES)("%s", (path) => {
  const text = read(path);

  test("is YAML, without a key twice", () => {
    expect(parseDocument(text).errors).toEqual([]);
  });

  test("runs only commands that there are", () => {
    const used = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => String(name));
    expect(used.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe.each(WORKFLOWS)("%s", (path) => {
  test("uses actions of others at one commit, with the version beside it", () => {
    const uses = [...read(path).matchAll(/uses: (?!\.\/)(.+)/g)].map(([, action]) => action);
    expect(uses.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(String(action)))).toEqual([]);
  });

  test("gives a job no more rights than it needs", () => {
    const { permissions } = parse(read(path));
    expect([{}, { contents: "read" }]).toContainEqual(permissions);
  });
});

test("nothing is deployed outside an environment, where approval is asked", () => {
  const { jobs } = parse(read(".github/workflows/uitrollen-naar.yml"));
  expect(jobs.uitrollen.environment).toBe("${{ inputs.omgeving }}");
  const all = parse(read(".github/workflows/uitrollen.yml")).jobs;
  expect(all.productie).toMatchObject({ needs: "test", with: { omgeving: "productie" } });
  expect(all.test).toMatchObject({ needs: "pakket", with: { omgeving: "test" } });
});

describe("the container", () => {
  const dockerfile = read("deployment/container/Dockerfile");
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) =>
    String(paths).split(" "),
  );

  test("copies what there is, and lets nothing else in", () => {
    expect(copied.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
    const allowed = read("deployment/container/Dockerfile.dockerignore").match(/^!.+$/gm) ?? [];
    expect([...new Set(copied)].sort()).toEqual(allowed.map((line) => line.slice(1)).sort());
  });

  test("is not root, has no development tools and watches its health", () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toContain("npm ci --omit=dev --ignore-scripts");
    expect(dockerfile).toContain("/healthz");
    expect(dockerfile.indexOf("USER node")).toBeLessThan(dockerfile.indexOf('CMD ["node",'));
  });
});

test("the Agents Toolkit gets a value for each open place in the manifest", () => {
  const given = Object.keys(parseEnv(read("deployment/teams/env/.env.voorbeeld")));
  const asked = [...read("deployment/teams/manifest.json").matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) =>
    String(name),
  );
  expect([...new Set(asked)].sort()).toEqual(given.sort());
  const steps = parse(read("deployment/teams/m365agents.yml")).provision.map(({ uses }: { uses: string }) => uses);
  expect(steps).toEqual(["teamsApp/validateManifest", "teamsApp/zipAppPackage", "teamsApp/validateAppPackage"]);
});

test("every host starts the bot as `npm start` does", () => {
  const commands = [
    /appCommandLine: '(.+)'/.exec(read("deployment/azure/modules/app.bicep")),
    /ExecStart=\/usr\/bin\/(.+)/.exec(read("deployment/server/wijkteam.service")),
    /^CMD \[(.+)\]$/m.exec(read("deployment/container/Dockerfile")),
  ].map((found) => found?.[1]?.replaceAll(/[",]/g, ""));
  const started = ["node", ...NODE_ARGUMENTS, "src/run.js"].join(" ");
  expect(commands).toEqual([started, started, started]);
});

test("whoever packs the program packs what was checked, so that a first start checks nothing", () => {
  const packers = [
    ".github/workflows/uitrollen.yml",
    "deployment/pipelines/azure-pipelines.yml",
    "docs/installatie.md",
  ];
  for (const packer of packers) {
    expect(read(packer)).toMatch(/npm run check:content -- --package\n.*zip .*wijkteam\.zip .* checked /);
  }
  expect(read("deployment/container/Dockerfile")).toMatch(/COPY src src\n.*check-content\.ts --package.*USER node/s);
});

test("every host gives the bot more time to stop than it takes", () => {
  const takes = Number(/STOP_WITHIN_MS = ([\d_]+)/.exec(read("src/main.ts"))?.[1]?.replace("_", "")) / 1000;
  const given = [
    /WEBSITES_CONTAINER_STOP_TIME_LIMIT: '(\d+)'/.exec(read("deployment/azure/modules/app.bicep")),
    /TimeoutStopSec=(\d+)/.exec(read("deployment/server/wijkteam.service")),
    /--stop-timeout (\d+)/.exec(read("deployment/container/Dockerfile")),
  ];
  for (const found of given) expect(Number(found?.[1])).toBeGreaterThan(takes);
});

test("the settings of the plain server are those that the bot reads, but for where its content is", () => {
  const names = Object.keys(parseEnv(read("deployment/server/wijkteam.env.voorbeeld")));
  expect([...names, "CONTENT_DIR", "NO_CHAT"].sort()).toEqual([...VARIABLES].sort());
});

test("the proxies let in what Teams and the people need, and little else", () => {
  for (const path of ["deployment/server/Caddyfile", "deployment/server/nginx.conf"]) {
    const text = read(path);
    expect(text).toContain("api/messages");
    expect(text).toContain("127.0.0.1:3978");
    expect(text).toContain("404");
  }
});

test("the licence is the one that package.json and publiccode.yml name", () => {
  expect(JSON.parse(read("package.json")).license).toBe("EUPL-1.2");
  expect(parse(read("publiccode.yml")).legal.license).toBe("EUPL-1.2");
  expect(read("LICENSE")).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
});
