import { readConfig } from "../config.ts";
import { unzipFiles } from "../content/zip-files.ts";
import { AppError } from "../errors.ts";
import { openContentStore } from "../stores/open-content-store.ts";
import { askBot } from "./content-exchange/ask-bot.ts";
import { writeContentFolder } from "./content-exchange/content-folder.ts";
import { type ExchangeArguments, readExchangeOptions } from "./content-exchange/exchange-options.ts";
import { printAppError } from "./content-exchange/print-app-error.ts";

/**
 * `npm run content:pull [-- <url>] [--folder <folder>] [--token-file <file>]`: makes `dialogs/` and `cards/` those of the
 * newest published version, of a running bot or of the store in the settings.
 */
await printAppError(async () => {
  const config = readConfig();
  const options = readExchangeOptions(process.argv.slice(2), config.contentDir);
  const { files, version } = options.url === undefined ? await fromStore() : await fromBot(options);
  const changed = await writeContentFolder(options.folder, files, version);
  for (const file of changed) console.log(file);
  console.log(
    `Versie ${version.number} staat in ${options.folder}; ${changed.length} bestanden zijn anders dan ze waren.`,
  );

  async function fromStore() {
    const { store, close } = await openContentStore(config.dataDir, config.cosmos);
    try {
      const [latest] = await store.versions();
      const found = latest && (await store.files(latest.hash));
      if (!latest || !found) throw nothingPublished();
      return { files: found, version: { number: latest.number, hash: latest.hash } };
    } finally {
      close();
    }
  }
});

async function fromBot(options: ExchangeArguments) {
  const answer = await askBot(options, "/api/inhoud/zip");
  const { files, version } = await unzipFiles(new Uint8Array(await answer.arrayBuffer()));
  if (!version) throw nothingPublished();
  return { files, version };
}

function nothingPublished(): AppError {
  return new AppError(
    "NOTHING_PUBLISHED",
    "Er is nog niets gepubliceerd.",
    "Start de bot één keer met CONTENT_STORE=on, of geef het adres van een bot die draait.",
  );
}
