import { describe, expect, test } from "@jest/globals";
import { actionSchema } from "../../src/conversation/turn/event.ts";
import { CARD_NAMES } from "../../src/render/card-names.ts";
import { rendererOf } from "../../src/render/render-card.ts";
import { content, nodesOf, sample, sentBy } from "./support/samples.ts";

const render = rendererOf(content);
const OF_A_WALK = ["question", "danger-now", "result"] as const;
const STAYING = ["welcome", "menu", "help", "privacy", "phases"] as const;

describe("what buttons send", () => {
  test.each(CARD_NAMES)("%s sends only actions that the conversation knows, unabridged", (name) => {
    for (const sent of sentBy(render(sample(name)))) {
      expect(actionSchema.safeParse(sent)).toMatchObject({ success: true });
    }
  });

  test.each(CARD_NAMES)("%s sends the same from a client that only knows Action.Submit", (name) => {
    const card = render(sample(name));
    const submitted = nodesOf(card, "Action.Submit").map(({ data }) => data);
    expect(submitted.length).toBeGreaterThan(0);
    expect(submitted).toEqual(sentBy(card));
  });

  test.each(OF_A_WALK)("every button of %s carries the walk and its version", (name) => {
    const { walk, version } = sample(name);
    for (const sent of sentBy(render(sample(name)))) expect(sent).toMatchObject({ walk, version });
  });

  test.each(STAYING)("every button of %s says on which card it stands, so that the card can stay", (name) => {
    for (const sent of sentBy(render(sample(name)))) expect(sent).toMatchObject({ card: name });
  });

  test.each(["welcome", "menu", "help", "privacy"] as const)("%s offers to resume only an open walk", (name) => {
    const verbs = (openWalk: boolean) => sentBy(render(sample(name, { openWalk }))).map(({ verb }) => verb);
    expect(verbs(true)).toContain("resume");
    expect(verbs(false)).not.toContain("resume");
  });

  test.each(["welcome", "menu"] as const)("%s starts walks that exist", (name) => {
    const flows = sentBy(render(sample(name))).filter(({ verb }) => verb === "start");
    expect(flows.map(({ flow }) => flow)).toEqual(["top3", "gevaar-check", "mda-check"]);
    for (const { flow } of flows) expect([...content.flows.keys()]).toContain(flow);
  });

  test("a phase that was asked for is kept when the open walk gives way, and left out when there is none", () => {
    const again = (phase: string) =>
      sentBy(render(sample("open-walk", { phase }))).filter(({ verb }) => verb === "start");
    expect(again("herstel")).toEqual([{ verb: "start", flow: "mda-check", phase: "herstel", again: true }]);
    expect(again("")).toEqual([{ verb: "start", flow: "mda-check", again: true }]);
  });

  test("skipping the region sends no region", () => {
    const { regions } = sample("region");
    const sent = sentBy(render(sample("region")));
    expect(sent).toEqual([...regions.map(({ id }) => ({ verb: "region", region: id })), { verb: "region" }]);
  });
});
