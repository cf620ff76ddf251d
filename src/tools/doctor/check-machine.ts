import { constants, existsSync } from "node:fs";
import { access, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkContent } from "../../check/check-content.ts";
import { MODELS_FILE } from "../../check/kept-models.ts";
import { formatMistake } from "../../content/mistake.ts";
import { foldersIn } from "../../content/read-files.ts";
import { type Diagnosis, type Examination, note, ok, wrong } from "./examination.ts";

/** Type numbers of file systems on another machine, from statfs(2): NFS, SMB, CIFS, SMB2, AFS, Ceph and 9P. */
const NETWORK: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997,
]);

/** The database stays far below this; what is short of it is a disk that fills up. */
const ENOUGH_BYTES = 500 * 1024 ** 2;

/** Whether the database can live in the data folder. Looks only: the folder may have to belong to another user. */
export const DISK: Examination = {
  name: "Schijf",
  async run({ config: { dataDir } }) {
    const folder = nearestExisting(dataDir);
    const { type, bavail, bsize } = await statfs(folder);
    if (NETWORK.has(type)) {
      return wrong(`${dataDir} staat op een netwerkmap, en daar werkt de database niet op`, "Neem een lokale schijf.");
    }
    const free = bavail * bsize;
    if (free < ENOUGH_BYTES) {
      const megabytes = Math.floor(free / 1024 ** 2);
      return wrong(
        `bij ${dataDir} is nog maar ${megabytes} MB vrij`,
        "Maak ruimte of kies met DATA_DIR een andere schijf.",
      );
    }
    return judgeAccess(dataDir, folder);
  },
};

async function judgeAccess(dataDir: string, folder: string): Promise<Diagnosis> {
  const canWrite = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (canWrite) return ok(`${dataDir} is lokaal, met genoeg ruimte`);
  const fix =
    "Draait de bot als een andere gebruiker, controleer dan als die gebruiker. Kies anders met DATA_DIR een andere map.";
  return note(`deze gebruiker mag niet schrijven in ${folder}`, fix);
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

/** Whether the bot would start with this content. */
export const CONTENT: Examination = {
  name: "Inhoud",
  async run({ config: { contentDir, dataDir } }) {
    const { content, mistakes } = await checkContent(foldersIn(contentDir), { modelsFile: join(dataDir, MODELS_FILE) });
    if (content) return ok(`versie ${content.version}`);
    const [first] = mistakes;
    const example = first ? `, zoals:\n${formatMistake(first)}` : "";
    return wrong(`in ${contentDir} zitten ${mistakes.length} fouten${example}`, "Kijk met: npm run check:content");
  },
};
