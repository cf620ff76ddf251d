import { type Draft, mistakeAt } from "../draft.ts";
import { type Mistake, TAKE_AWAY } from "../mistake.ts";

/** Nobody is an owner twice: with two lists of topics for one person, nobody sees which of them counts. */
export function checkTopicOwners({ topicOwners }: Draft): Mistake[] {
  return topicOwners.flatMap((file) => {
    const addresses = file.value.owners.map(({ address }) => address.toLowerCase());
    return addresses.flatMap((address, index) => {
      if (addresses.indexOf(address) === index) return [];
      const what = `Het werkadres "${address}" staat er twee keer.`;
      const mend = { ...TAKE_AWAY, path: ["owners", index] };
      const finding = { rule: "duplicate-owner", what, fix: "Zet alle onderwerpen bij één van de twee.", mend };
      return [mistakeAt(file, ["owners", index, "address"], finding)];
    });
  });
}
