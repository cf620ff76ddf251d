import type { Container } from "@azure/cosmos";
import { monthsOf } from "../../trends/periods.ts";
import type { PublicationStore } from "../../trends/ports.ts";
import type { Publication } from "../../trends/publication.ts";
import { type DocumentAddress, readDocument, removeDocument, writeDocument } from "./document.ts";
import { retryWithin } from "./retry.ts";

const CALL_WITHIN_MS = 10_000;

const READ = "SELECT c.id, c.json FROM c WHERE c.region = @partition";

/**
 * Publications are kept with the usage that they are made of, in a partition of their own: no region has this id, and no
 * week begins with a letter, so that what reads or purges weeks never sees them.
 */
const PARTITION = "publicatie";
const ID = "publicatie-";

interface PublicationDocument {
  /** {@link ID} and the period. */
  id: string;
  region: typeof PARTITION;
  /** The publication, as text: it comes back unchanged, whatever is in it. */
  json: string;
}

/** What was published, for all instances. */
export function createCosmosPublicationStore(container: Container): PublicationStore {
  const placeOf = (period: string): DocumentAddress => ({ container, id: ID + period, partition: PARTITION });

  async function readAll(): Promise<Publication[]> {
    const parameters = [{ name: "@partition", value: PARTITION }];
    const options = { partitionKey: PARTITION };
    const { resources } = await retryWithin(CALL_WITHIN_MS, (abortSignal) =>
      container.items.query<PublicationDocument>({ query: READ, parameters }, { ...options, abortSignal }).fetchAll(),
    );
    return resources.map(({ json }) => JSON.parse(json) as Publication);
  }

  return {
    read: readAll,
    async add(publication) {
      const place = placeOf(publication.period);
      const document: PublicationDocument = { id: place.id, region: PARTITION, json: JSON.stringify(publication) };
      return retryWithin(CALL_WITHIN_MS, async (signal) => {
        if (await writeDocument(place, document, undefined, signal)) return publication;
        const kept = await readDocument<PublicationDocument>(place, signal);
        return kept === undefined ? publication : (JSON.parse(kept.json) as Publication);
      });
    },
    async purge(month) {
      let removed = 0;
      for (const { period } of await readAll()) {
        if ((monthsOf(period).at(-1) ?? period) >= month) continue;
        const isRemoved = await retryWithin(CALL_WITHIN_MS, (signal) =>
          removeDocument(placeOf(period), undefined, signal),
        );
        if (isRemoved) removed += 1;
      }
      return removed;
    },
  };
}
