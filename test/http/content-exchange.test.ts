import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { strToU8 } from "fflate";
import type { ContentStore } from "../../src/content/content-store.ts";
import { unzipFiles, zipFiles } from "../../src/content/zip-files.ts";
import type { CheckAccess } from "../../src/http/sign-in/check-access.ts";
import { createSqliteContentStore } from "../../src/stores/sqlite/content-store.ts";
import { SMALL_CONTENT } from "../content/support/small-content.ts";
import { ANNA, openPublishing, TEXTS } from "../publishing/support/open-publishing.ts";
import { openPerTest } from "../stores/support/open-per-test.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { startServer } from "./support/start-server.ts";

const open = openPerTest();
let data: ReturnType<typeof temporaryFolder>;
let store: ContentStore;
let opened: Awaited<ReturnType<typeof openPublishing>>;

beforeEach(async () => {
  data = temporaryFolder();
  store = createSqliteContentStore(open());
  opened = await openPublishing({ store, dataDir: data.folder });
});
afterEach(async () => {
  await opened.published.close();
  data.remove();
});

async function start(role?: { content: boolean }) {
  const checkAccess: CheckAccess = async (authorization) =>
    authorization === "Bearer good" && role ? { who: ANNA.id, name: ANNA.name, trends: true, ...role } : undefined;
  const trends = { checkAccess: role && checkAccess } as never;
  const { url, refused } = await startServer({ publishing: opened.publishing, trends });
  const ask = (init: RequestInit = {}, query = "?reden=Proef&verzoek=verzoek-1") =>
    fetch(`${url}/api/inhoud/zip${query}`, { headers: { authorization: "Bearer good" }, ...init });
  const send = (body: Uint8Array<ArrayBuffer>, query?: string) =>
    ask({ method: "POST", body, headers: { authorization: "Bearer good", "content-type": "application/zip" } }, query);
  return { ask, send, refused };
}

async function exported(ask: Awaited<ReturnType<typeof start>>["ask"]) {
  return unzipFiles(new Uint8Array(await (await ask({}, "")).arrayBuffer()));
}

test("content goes out as a zip, is changed, and comes back as a version of who sent it", async () => {
  const { ask, send } = await start({ content: true });
  const { files, version } = await exported(ask);
  expect(files).toEqual(SMALL_CONTENT);
  expect(version).toMatchObject({ number: 1 });
  const zip = zipFiles({ ...files, [TEXTS]: "menu:\n  title: Begin\n" }, { number: 1, hash: "" });
  const answer = await send(zip);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    outcome: "published",
    version: { number: 2, by: ANNA, reason: "Proef" },
  });
  expect((await exported(ask)).files[TEXTS]).toContain("Begin");
});

test("a mistake comes back with its place, and what others changed since with its files", async () => {
  const { send } = await start({ content: true });
  const wrong = await send(zipFiles({ ...SMALL_CONTENT, [TEXTS]: "menu: [" }, { number: 1, hash: "" }));
  expect(wrong.status).toBe(422);
  expect(await wrong.json()).toMatchObject({ outcome: "refused", mistakes: [{ file: TEXTS, line: 1 }] });
  await send(zipFiles({ ...SMALL_CONTENT, [TEXTS]: "menu:\n  title: A\n" }, { number: 1, hash: "" }));
  const late = zipFiles({ ...SMALL_CONTENT, [TEXTS]: "menu:\n  title: B\n" }, { number: 1, hash: "" });
  const overtaken = await send(late, "?reden=Proef&verzoek=verzoek-2");
  expect(overtaken.status).toBe(409);
  expect(await overtaken.json()).toMatchObject({ outcome: "overtaken", files: [TEXTS] });
});

test.each([
  ["what is no zip", strToU8("x") as Uint8Array<ArrayBuffer>, undefined, 400, "BAD_ZIP"],
  [
    "a push without a reason",
    zipFiles(SMALL_CONTENT, { number: 1, hash: "" }),
    "?verzoek=verzoek-1",
    400,
    "BAD_CONTENT_REQUEST",
  ],
  ["far too much", new Uint8Array(6 * 1024 ** 2), undefined, 413, "BODY_TOO_LARGE"],
])("%s is refused, with what to do", async (_what, body, query, status, code) => {
  const { send } = await start({ content: true });
  const answer = await send(body, query);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code, message: expect.stringMatching(/\w/) });
});

test("a body of another kind is refused", async () => {
  const { ask } = await start({ content: true });
  expect((await ask({ method: "POST", body: "x" })).status).toBe(415);
});

test("a team lead, and who is not signed in, get nothing and change nothing, and that is in the security log", async () => {
  const { ask, send, refused } = await start({ content: false });
  expect((await ask({}, "")).status).toBe(403);
  expect((await send(zipFiles(SMALL_CONTENT, { number: 1, hash: "" }))).status).toBe(403);
  expect((await ask({ headers: {} }, "")).status).toBe(401);
  expect(refused).toMatchObject([
    { event: "access-refused", who: ANNA.id, status: 403 },
    { event: "access-refused", who: ANNA.id, status: 403 },
    { event: "access-refused", status: 401 },
  ]);
  expect(await store.versions()).toHaveLength(1);
});

test("where nobody can sign in, on this machine, everything is open", async () => {
  const { ask } = await start();
  expect((await exported(ask)).files).toEqual(SMALL_CONTENT);
});
