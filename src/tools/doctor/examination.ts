import type { Config } from "../../config.ts";

/** `note`: not wrong, but think about it. `skipped`: could not be looked at now. */
export type Status = "ok" | "wrong" | "note" | "skipped";

/** What a check found. `fix` says what a person does about it. Neither holds a secret. */
export interface Diagnosis {
  status: Status;
  text: string;
  fix?: string;
}

/** What there is to look at. */
export interface Patient {
  config: Config;
  /** Where Microsoft signs in apps, without a slash at the end. */
  signIn: string;
  /** Address of the running bot, without a slash at the end. Absent: it is not installed yet. */
  url?: string;
}

/** One thing that can be wrong with an installation. */
export interface Examination {
  name: string;
  /** Never throws on what can be wrong outside: a broken network is a finding as well. */
  run(patient: Patient): Promise<Diagnosis>;
}

export function ok(text: string): Diagnosis {
  return { status: "ok", text };
}

export function wrong(text: string, fix: string): Diagnosis {
  return { status: "wrong", text, fix };
}

export function note(text: string, fix: string): Diagnosis {
  return { status: "note", text, fix };
}

export function skipped(text: string): Diagnosis {
  return { status: "skipped", text };
}
