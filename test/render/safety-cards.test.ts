import { describe, expect, test } from "@jest/globals";
import type { DangerTypedView } from "../../src/conversation/view.ts";
import { checkCard } from "../../src/render/check-card.ts";
import { createRenderer } from "../../src/render/render-card.ts";
import { content, nodesOf, sample, sentBy, textsOf } from "./support/samples.ts";

const render = createRenderer(content);
const LEVELS = ["nu", "vandaag", "twijfel"] as const;

function dangerCard(level: DangerTypedView["level"], openWalk = false): Record<string, unknown> {
  return render(sample("danger-typed", { level, openWalk }));
}

describe("danger in what is typed", () => {
  test.each(LEVELS)("%s names 112 and Veilig Thuis", (level) => {
    const all = textsOf(dangerCard(level)).join("\n");
    expect(all).toContain("112");
    expect(all).toContain("0800-2000");
  });

  test.each(LEVELS)("%s offers the danger check, but not while a walk is open", (level) => {
    expect(sentBy(dangerCard(level))).toEqual([{ verb: "start", flow: "gevaar-check", card: `danger-typed-${level}` }]);
    expect(nodesOf(dangerCard(level, true), "Action.")).toEqual([]);
  });

  test.each(LEVELS)("%s is a good card, with and without an open walk", (level) => {
    expect([...checkCard(dangerCard(level)), ...checkCard(dangerCard(level, true))]).toEqual([]);
  });

  test("now says what to do in the words of the card that interrupts a walk", () => {
    const words = textsOf(render(sample("danger-now")));
    const same = textsOf(dangerCard("nu")).filter((text) => words.includes(text));
    expect(same.length).toBeGreaterThanOrEqual(6);
  });

  test("the colour goes with the level, and doubt is the shortest", () => {
    const styles = LEVELS.map((level) => nodesOf(dangerCard(level), "Container")[0]?.style);
    const lengths = LEVELS.map((level) => textsOf(dangerCard(level)).join("").length);
    expect(styles).toEqual(["attention", "warning", "emphasis"]);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });

  test.each(["nu", "vandaag"] as const)("%s says that an open walk stays as it is", (level) => {
    expect(textsOf(dangerCard(level, true))).toHaveLength(textsOf(dangerCard(level)).length + 1);
  });
});

describe("personal data", () => {
  test("lists every kind that was seen", () => {
    const kinds = ["een naam", "een postcode", "een kenteken"];
    const listed = textsOf(render(sample("personal-data", { kinds }))).filter((text) =>
      kinds.every((kind) => String(text).includes(`\n- ${kind}`)),
    );
    expect(listed).toHaveLength(1);
  });

  test("with every kind there is, is a good card", () => {
    const { kinds } = content.texts["personal-data"] as { kinds: Record<string, string> };
    expect(checkCard(render(sample("personal-data", { kinds: Object.values(kinds) })))).toEqual([]);
  });
});
