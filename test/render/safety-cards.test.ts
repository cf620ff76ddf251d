import { describe, expect, test } from "@jest/globals";
import { checkCard } from "../../src/check/cards/check-card.ts";
import type { DangerTypedView } from "../../src/conversation/views/view.ts";
import { rendererOf } from "../../src/render/render-card.ts";
import { content, nodesOf, sample, sentBy, textsOf } from "./support/samples.ts";

const render = rendererOf(content);
const LEVELS = ["nu", "vandaag", "twijfel"] as const;

function dangerCard(level: DangerTypedView["level"], about: DangerTypedView["about"] = ""): Record<string, unknown> {
  return render(sample("danger-typed", { level, about }));
}

describe("danger in what is typed", () => {
  test.each(LEVELS)("%s names 112 and Veilig Thuis", (level) => {
    const all = textsOf(dangerCard(level)).join("\n");
    expect(all).toContain("112");
    expect(all).toContain("0800-2000");
  });

  test.each(LEVELS)("%s offers the danger check", (level) => {
    expect(sentBy(dangerCard(level))).toEqual([{ verb: "start", flow: "gevaar-check", card: `danger-typed-${level}` }]);
  });

  test.each(LEVELS)("%s is a good card", (level) => {
    expect(checkCard(dangerCard(level))).toEqual([]);
  });

  test("now says what to do in the words of the card that interrupts a walk", () => {
    const words = textsOf(render(sample("danger-now")));
    const same = textsOf(dangerCard("nu")).filter((text) => words.includes(text));
    expect(same.length).toBeGreaterThanOrEqual(6);
  });

  describe.each(["zelf", "werker", "zelfdoding"] as const)("about %s", (about) => {
    test.each(LEVELS)("%s has lines of its own, names 112 and Veilig Thuis, and is a good card", (level) => {
      const card = dangerCard(level, about);
      const own = textsOf(card).filter((text) => !textsOf(dangerCard(level)).includes(text));
      expect(own.length).toBeGreaterThan(0);
      for (const number of ["112", "0800-2000"]) expect(textsOf(card).join("\n")).toContain(number);
      expect(checkCard(card)).toEqual([]);
    });

    test("is asked for again under its own name", () => {
      expect(sentBy(dangerCard("vandaag", about))).toMatchObject([{ card: `danger-typed-vandaag-${about}` }]);
    });
  });

  test("a worker who wants to die is not told to call Veilig Thuis first", () => {
    const [first] = textsOf(dangerCard("vandaag", "zelf"));
    expect(first).toContain("113");
    expect(textsOf(dangerCard("nu", "zelf"))[0]).toContain("112");
  });

  test("a worker who is threatened reads first to go away, and Veilig Thuis comes last", () => {
    for (const level of ["vandaag", "twijfel"] as const) {
      const texts = textsOf(dangerCard(level, "werker"));
      expect(texts[0]).toContain("Jouw veiligheid");
      expect(texts[1]).toContain("0900-8844");
      expect(texts.findIndex((text) => String(text).includes("0800-2000"))).toBe(2);
    }
    expect(textsOf(dangerCard("nu", "werker"))[0]).toContain("112");
  });

  test("the colour goes with the level, and doubt is the shortest", () => {
    const styles = LEVELS.map((level) => nodesOf(dangerCard(level), "Container")[0]?.style);
    const lengths = LEVELS.map((level) => textsOf(dangerCard(level)).join("").length);
    expect(styles).toEqual(["attention", "warning", "emphasis"]);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });

  test("that interrupts a walk does not say that the answer is kept when it may not be", () => {
    const { kept, "not-kept": notKept } = content.texts["danger-now"] as Record<string, string>;
    expect(textsOf(render(sample("danger-now")))).toContain(kept);
    const unkept = textsOf(render(sample("danger-now", { kept: false })));
    expect(unkept).toContain(notKept);
    expect(unkept).not.toContain(kept);
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
