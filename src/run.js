// How the bot is started on a server: `node src/run.js`. Plain JavaScript, because a Node that cannot run TypeScript
// cannot say in `main.ts` what is wrong.
const NEEDED = 24;
const found = process.versions.node;

if (Number.parseInt(found, 10) < NEEDED) {
  stop(
    `NODE_TOO_OLD: Dit is Node ${found}, en de bot heeft Node ${NEEDED} nodig.`,
    `Installeer Node ${NEEDED} (LTS), of start met: npm start`,
  );
} else if (/[/\\]node_modules[/\\]/.test(import.meta.dirname)) {
  stop(
    `WRONG_FOLDER: De bot staat in ${import.meta.dirname}, en onder node_modules draait Node geen TypeScript.`,
    "Zet de hele map van de bot ergens anders, buiten node_modules.",
  );
} else {
  await useCompiled();
  await import("./main.ts");
}

/**
 * What an earlier start kept of the sources (`keepCompiled` in `main.ts`) counts from the very first of them: then Node need
 * not load what strips types, a tenth of a start.
 */
async function useCompiled() {
  const { join } = await import("node:path");
  const { existsSync } = await import("node:fs");
  const kept = join(process.env.DATA_DIR || join(import.meta.dirname, "../.data"), "compiled");
  if (existsSync(kept)) (await import("node:module")).enableCompileCache(kept);
}

/** @param {string} what @param {string} fix */
function stop(what, fix) {
  console.error(`${what}\nZo los je het op: ${fix}`);
  process.exitCode = 1;
}
