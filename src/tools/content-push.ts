import { randomUUID } from "node:crypto";
import { createApartCheck } from "../check/check-apart.ts";
import { type Config, readConfig } from "../config.ts";
import { formatMistakes } from "../content/mistake.ts";
import { MAX_ZIP_BYTES, zipFiles } from "../content/zip-files.ts";
import { AppError } from "../errors.ts";
import { createLog } from "../log.ts";
import { createJudge } from "../publishing/judge.ts";
import { LEAD_MS, publishWish } from "../publishing/publish-wish.ts";
import type { PublishOutcome } from "../publishing/publishing.ts";
import { createCheckedShare } from "../stores/checked-share.ts";
import { createCheckedKeeper } from "../stores/content-keeper.ts";
import { openContentStore } from "../stores/open-content-store.ts";
import { askBot } from "./content-exchange/ask-bot.ts";
import { type FolderContent, readContentFolder, rememberVersion } from "./content-exchange/content-folder.ts";
import { type ExchangeArguments, readExchangeOptions } from "./content-exchange/exchange-options.ts";
import { printAppError } from "./content-exchange/print-app-error.ts";

/**
 * `npm run content:push [-- <url>] --reason "…" [--folder <folder>] [--token-file <file>] [--agreed]`: publishes `dialogs/` and `cards/`
 * on top of the version that they were pulled from, after the same check as on the page. Exit code 1 when it is not.
 */

/** Who works in the store itself has the keys of it, and no sign-in. */
const ADMINISTRATOR = { id: "beheer", name: "Beheer (content:push)" };

await printAppError(async () => {
  const config = readConfig();
  const options = readExchangeOptions(process.argv.slice(2), config.contentDir);
  const content = await readContentFolder(options.folder);
  const publication = await (options.url === undefined ? toStore(config, options, content) : toBot(options, content));
  for (const line of linesOf(publication)) console.log(line);
  if (publication.outcome === "published") {
    const { number, hash } = publication.version;
    rememberVersion(options.folder, { number, hash });
  } else if (publication.outcome !== "unchanged" && publication.outcome !== "proposed") process.exitCode = 1;
});

async function toBot(options: ExchangeArguments, { files, version }: FolderContent): Promise<PublishOutcome> {
  const query = new URLSearchParams({
    verzoek: randomUUID(),
    reden: options.reason,
    akkoord: options.isAgreed ? "1" : "0",
  });
  const body = zipFiles(files, version ?? { number: 0, hash: "" });
  if (body.length > MAX_ZIP_BYTES) throw tooLarge(body.length);
  const headers = { "content-type": "application/zip" };
  const answer = await askBot(options, `/api/inhoud/zip?${query}`, { method: "POST", body, headers });
  return (await answer.json()) as PublishOutcome;
}

function tooLarge(length: number): AppError {
  const mb = (bytes: number) => `${(bytes / 1024 ** 2).toLocaleString("nl", { maximumFractionDigits: 1 })} MB`;
  const what = `De mappen dialogs en cards zijn samen, als zip, ${mb(length)}. De bot neemt hooguit ${mb(MAX_ZIP_BYTES)}.`;
  return new AppError("CONTENT_TOO_LARGE", what, "Haal eruit wat er niet hoort, of wat niemand meer vraagt.");
}

async function toStore(config: Config, options: ExchangeArguments, { files, version }: FolderContent) {
  const { dataDir, cosmos, contentApproval, stateSecret, logLevel: level } = config;
  const { store, shared, close } = await openContentStore(dataDir, cosmos);
  const log = createLog({ level });
  const judge = createJudge({
    check: createApartCheck(dataDir).check,
    keeper: createCheckedKeeper(dataDir, log),
    // Instances take what was checked only from who has their secret; without it each checks for itself.
    share: shared && stateSecret ? createCheckedShare(dataDir, stateSecret, shared) : undefined,
    onShareFailed: (error) => log.warn("content-store-failed", { error }),
  });
  const wish = {
    by: ADMINISTRATOR,
    requestId: randomUUID(),
    reason: options.reason,
    isAgreed: options.isAgreed,
    base: version?.number ?? 0,
    files,
    needsApproval: contentApproval,
  };
  try {
    return await publishWish(wish, { store, judge, leadMs: cosmos ? LEAD_MS : 0, release: files });
  } finally {
    close();
  }
}

function linesOf(publication: PublishOutcome): string[] {
  switch (publication.outcome) {
    case "published":
      return [`Gepubliceerd als versie ${publication.version.number}.`];
    case "proposed":
      return ["Het wacht op een tweede persoon, die het goedkeurt op de pagina /inhoud."];
    case "unchanged":
      return [`Er is niets anders dan in versie ${publication.latest.number}.`];
    case "refused":
      return [...formatMistakes(publication.mistakes), "Niet gepubliceerd: verbeter eerst wat hierboven staat."];
    case "undecided":
      return [
        ...publication.decisions.map(({ what, who }) => `Over ${what} gaat: ${who}.`),
        "Niet gepubliceerd: zet er --agreed bij als wie erover gaat het heeft goedgekeurd.",
      ];
    case "overtaken":
      return [
        ...publication.files,
        `Niet gepubliceerd: deze bestanden zijn in versie ${publication.latest.number} door een ander veranderd. ` +
          "Haal die op in een andere map (npm run content:pull -- --folder <map>) en voeg samen.",
      ];
    case "gone":
      return ["Er is nog niets gepubliceerd. Start de bot één keer met CONTENT_STORE=on."];
    case "own":
      return ["Niemand keurt een eigen voorstel goed."];
  }
}
