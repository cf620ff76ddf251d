import { Agent } from "node:https";
import { openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";

/** Opens Cosmos DB without a key, and writes what came of it. */
const [endpoint = "", database = ""] = process.argv.slice(2);

try {
  const cosmos = await openCosmos({ endpoint, database, agent: new Agent({ rejectUnauthorized: false }) });
  cosmos.close();
  console.log("opened");
} catch (error) {
  console.log((error as { code: string }).code);
}
process.exit();
