import { createHash, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { ContentFiles } from "../../../content/content-files.ts";
import { zipFiles } from "../../../content/zip-files.ts";

/** A change in one file. */
export interface Edit {
  file: string;
  from: RegExp;
  to: string;
}

const LOOK_MS = 100;

/** Somebody of the programme, who works on the pages of the studio by their forms. */
export class Staff {
  readonly #url: string;
  readonly #files: Record<string, string>;

  /** @param files as they are published now */
  constructor(url: string, files: ContentFiles) {
    this.#url = url;
    this.#files = { ...files };
  }

  /** Changes a file in the draft, and waits for the check. */
  async checkDraft({ file, from, to }: Edit): Promise<void> {
    const before = this.#files[file] ?? "";
    const text = before.replace(from, to);
    if (text === before) throw new Error(`nothing changes in ${file}`);
    const was = createHash("sha256").update(before).digest("base64url");
    await this.#post("/bestand", { file, text, was });
    this.#files[file] = text;
    await this.#untilShown("/concept", /id="verdict"[^>]*data-busy/);
  }

  /** Begins a walk with the draft, and types something. */
  async tryDraft(): Promise<void> {
    const walk = JSON.stringify([{ action: { verb: "start", flow: "top3", again: true } }]);
    await this.#ask("/proberen", { events: walk }, 200);
    await this.#ask("/proberen/getypt", { text: "mag ik dit delen met school" }, 200);
  }

  async seeEffects(): Promise<void> {
    await this.#untilShown("/concept/gevolgen", /id="effects"[^>]*data-busy/);
  }

  /** Until the turns of workers are taken with it. */
  async publishDraft(): Promise<void> {
    const page = await this.#read("/concept");
    const etag = /name="etag" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const before = await this.#used();
    await this.#post("/concept/publiceren", { etag, request: randomUUID(), reason: "Meting", agreed: "1" });
    await this.#untilOther(before);
  }

  /** Publishes all these files, on top of `number`, and waits as above. @throws Error when it is refused */
  async publishAll(files: ContentFiles, number: number): Promise<void> {
    const before = await this.#used();
    const query = new URLSearchParams({ verzoek: randomUUID(), reden: "Meting", akkoord: "1" });
    const response = await fetch(`${this.#url}/api/inhoud/zip?${query}`, {
      method: "POST",
      headers: { "content-type": "application/zip" },
      body: zipFiles(files, { number, hash: "" }),
    });
    if (response.status !== 200)
      throw new Error(`publishing is answered with ${response.status}: ${await response.text()}`);
    await this.#untilOther(before);
  }

  async goBack(number: number): Promise<void> {
    const before = await this.#used();
    await this.#post(`/versies/${number}/terug`, { request: randomUUID(), reason: "Meting" });
    await this.#untilOther(before);
  }

  async #untilOther(version: string): Promise<void> {
    while ((await this.#used()) === version) await wait(LOOK_MS);
  }

  /** The version of the content that turns are taken with. */
  async #used(): Promise<string> {
    const metrics = await (await fetch(`${this.#url}/metrics`)).text();
    return /wijkteam_content_info\{version="([^"]+)"/.exec(metrics)?.[1] ?? "";
  }

  async #untilShown(path: string, busy: RegExp): Promise<void> {
    while (busy.test(await this.#read(path))) await wait(LOOK_MS);
  }

  async #read(path: string): Promise<string> {
    const response = await fetch(`${this.#url}/inhoud${path}`);
    return response.text();
  }

  #post(path: string, fields: Record<string, string>): Promise<void> {
    return this.#ask(path, fields, 303);
  }

  /** @throws Error when the answer has another status */
  async #ask(path: string, fields: Record<string, string>, status: number): Promise<void> {
    const headers = { origin: this.#url };
    const body = new URLSearchParams(fields);
    const response = await fetch(`${this.#url}/inhoud${path}`, { method: "POST", headers, body, redirect: "manual" });
    if (response.status === status) return;
    const said = (await response.text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    throw new Error(`${path} is answered with ${response.status}: ${said.slice(0, 300)}`);
  }
}
