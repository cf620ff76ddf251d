import { type Config, readConfig } from "../../config.ts";
import { AppError } from "../../errors.ts";
import { type Diagnosis, type Examination, ok, type Status, wrong } from "./examination.ts";
import { SIGN_IN } from "./sign-in.ts";

export interface DoctorOptions {
  /** The settings; absent: those of this process. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Address of the running bot. */
  url?: string;
  /** Another place to sign in than that of Microsoft, for tests. */
  signIn?: string;
}

export interface Result extends Diagnosis {
  name: string;
}

const SIGNS: Record<Status, string> = { ok: "✓", wrong: "✗", note: "!", skipped: "-" };

/**
 * Reads the settings and, when those are good, does each check in turn.
 * @param show called with each result as it is known: some checks take seconds
 */
export async function runDoctor(
  checks: readonly Examination[],
  { env, url, signIn = SIGN_IN }: DoctorOptions,
  show: (result: Result) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  const add = (result: Result) => {
    results.push(result);
    show(result);
  };
  const { config, finding } = readSettings(env);
  add({ name: "Instellingen", ...finding });
  if (!config) return results;
  const patient = { config, signIn, ...(url === undefined ? {} : { url }) };
  for (const { name, run } of checks) add({ name, ...(await run(patient)) });
  return results;
}

function readSettings(env: DoctorOptions["env"]): { config?: Config; finding: Diagnosis } {
  try {
    return { config: readConfig(env), finding: ok("volledig en goed van vorm") };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fix = "Verbeter dit eerst en start de controle opnieuw: de rest is nu nog niet te controleren.";
    return { finding: wrong(error.message, fix) };
  }
}

/** One result as lines of text: a sign, what was looked at, what was found and, when needed, what to do. */
export function formatResult({ status, name, text, fix }: Result): string {
  const found = `${SIGNS[status]} ${name}: ${text.replaceAll("\n", "\n  ")}`;
  return fix === undefined ? found : `${found}\n  → ${fix}`;
}
