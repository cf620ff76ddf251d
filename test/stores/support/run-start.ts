import { join } from "node:path";
import { readOrMakeSecret } from "../../../src/stores/secret.ts";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { waitForStart } from "./wait-for-start.ts";

/** Does in a folder what the program does when it starts, and writes the secret that it found or made. */
const folder = String(process.argv[2]);

await waitForStart();
const secret = readOrMakeSecret(folder);
openDatabase(join(folder, "state.db")).close();
console.log(secret);
