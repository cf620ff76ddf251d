import { createRandom } from "../../../src/tools/simulate-use/random.ts";
import type { Fault, Faults } from "./cosmos-server.ts";

const FAULTS: readonly Fault[] = [
  { when: "before", status: 429, headers: { "x-ms-retry-after-ms": "3" } },
  { when: "before", status: 449 },
  { when: "before", status: 503 },
  { when: "before" },
  { when: "after", status: 408 },
  { when: "after", status: 500 },
  { when: "after" },
];

/** Lets this share of the requests for documents fail, in every way that there is. */
export function seededFaults(seed: number, share: number): Faults {
  const random = createRandom(seed);
  return ({ url = "" }) => {
    if (!url.includes("/docs") || random() >= share) return undefined;
    return FAULTS[Math.floor(random() * FAULTS.length)];
  };
}
