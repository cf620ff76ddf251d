import { AppError } from "../../errors.ts";

/** Does the work of a command; what a person can mend is printed, and gives exit code 1. */
export async function printAppError(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(`${error.code}: ${error.message}\nZo los je het op: ${error.fix}`);
    process.exitCode = 1;
  }
}
