import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { readConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import { DATABASE_FILE } from "../stores/open-stores.ts";
import { addDemoData } from "../stores/sqlite/demo-data.ts";
import { openDatabase } from "../stores/sqlite/open-database.ts";
import { learnedContent } from "./learned-content.ts";
import { inventUsage } from "./simulate-use/invent-usage.ts";

/**
 * `npm run usage:seed -- --uses 1000000 --weeks 104 --regions 40`: fills the store of this machine with invented
 * usage, for demos and measurements. `--data-dir` chooses the folder, `--seed` other numbers; `--force-mix` adds to
 * what was counted.
 */
try {
  await seed();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(`${error.code}: ${error.message}\nZo los je het op: ${error.fix}`);
  process.exitCode = 1;
}

async function seed(): Promise<void> {
  const options = readOptions();
  const config = readConfig();
  if (config.cosmos !== undefined) throw notOnCosmos();
  const content = await learnedContent(config.contentDir);
  if (content === undefined) throw contentInvalid();
  const file = join(resolve(options["data-dir"] ?? config.dataDir), DATABASE_FILE);
  const start = performance.now();
  const db = openDatabase(file);
  try {
    const batches = inventUsage(content, { ...options, now: new Date() });
    const added = addDemoData(db, batches, options["force-mix"]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `VERZONNEN gebruik: ${options.uses} rondes, ${options.weeks} weken, ${options.regions} regio's, ` +
        `${added} tellers, in ${seconds} s.\nHet staat in ${file}, en is daar voorgoed als verzonnen gemerkt.`,
    );
  } finally {
    db.close();
  }
}

function readOptions() {
  const text = { type: "string" } as const;
  const options = { uses: text, weeks: text, regions: text, seed: text, "data-dir": text };
  try {
    const { values } = parseArgs({ options: { ...options, "force-mix": { type: "boolean", default: false } } });
    return optionsSchema().parse(values);
  } catch (error) {
    throw optionsInvalid(error);
  }
}

function optionsSchema() {
  const whole = (max: number, by: number) => z.coerce.number().int().min(1).max(max).default(by);
  return z.object({
    uses: whole(1e9, 1_000_000),
    weeks: whole(520, 104),
    regions: whole(99, 40),
    seed: z.coerce.number().int().default(1),
    "data-dir": z.string().optional(),
    "force-mix": z.boolean(),
  });
}

function optionsInvalid(error: unknown): AppError {
  const problem = error instanceof z.ZodError ? error.issues.map(({ path }) => `--${path.join(".")}`).join(", ") : "";
  return new AppError(
    "OPTIONS_INVALID",
    `De opties kloppen niet${problem ? `: ${problem}` : `: ${(error as Error).message}`}.`,
    "Bijvoorbeeld: npm run usage:seed -- --uses 1000000 --weeks 104 --regions 40 --seed 1 --data-dir demo",
    { cause: error },
  );
}

function notOnCosmos(): AppError {
  return new AppError(
    "SEED_NOT_HERE",
    "Hier is Cosmos DB ingesteld, en verzonnen gebruik mag niet tussen echte cijfers komen.",
    "Doe het op een eigen machine, zonder COSMOS_ENDPOINT.",
  );
}

function contentInvalid(): AppError {
  return new AppError("CONTENT_INVALID", "De inhoud heeft fouten.", "Zoek ze met: npm run check:content");
}
