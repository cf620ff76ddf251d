import type { Publication } from "./publication.ts";

/** Keeps what was published. Implementations live in `stores/` and pass the contract suite in `test/stores/`. */
export interface PublicationStore {
  /** All that is kept. */
  read(): Promise<Publication[]>;
  /** Keeps a publication and returns it; when there is one of its period already, that one stays and is returned. */
  add(publication: Publication): Promise<Publication>;
  /** Removes the publications of periods that end before `month`; returns how many. */
  purge(month: string): Promise<number>;
}
