import { describe, expect, test } from "@jest/globals";
import { buttonNames } from "../../../src/content/button-names.ts";
import { comparable } from "../../../src/language/normalise.ts";
import { realContent } from "../../support/real-content.ts";
import { Chat } from "../support/chat.ts";

const content = await realContent();
const chat = () => new Chat(content).take({ type: "installed" });
const walking = () => chat().start();
const text = (chat: Chat) => chat.replies.map((reply) => ("text" in reply ? reply.text : "")).join();

describe("the name of a button", () => {
  const names = buttonNames(
    [...content.cards.values()].map(({ template }) => template),
    content.texts,
  ).map(([name]) => name);

  test.each([...new Set(names)])("%s is a command", (name) => {
    expect(content.commands.has(comparable(name))).toBe(true);
  });

  test.each([
    ["Is er nu gevaar?", "gevaar-check"],
    ["Begin bij een fase", "fasen"],
    ["Verder met je open ronde", "verder"],
    ["Ga verder met de vragen", "verder"],
    ["Bel nu, ga straks verder", "bel-nu"],
    ["Naar de uitkomst", "uitkomst"],
    ["Stop en wis", "stop"],
    ["Klaar", "stop"],
    ["Mijn antwoorden", "antwoorden"],
    ["Uitkomst tot nu toe", "uitkomst"],
    ["Klaar, wis mijn antwoorden", "stop"],
    ["Regio wijzigen", "regio"],
    ["Ik bespreek het", "antwoord"],
    ["Waarom deze vraag?", "antwoord"],
    ["Sla fase over", "sla-fase-over"],
  ])("%s does what the button does: %s", (name, command) => {
    expect(content.commands.get(comparable(name))).toBe(command);
  });

  test("is understood at once, and never counts as a question", () => {
    for (const name of names) expect(chat().type(name).counts).not.toContain("question-unanswered alle");
  });

  test("that calls first shows what helps while calling", () => {
    expect(walking().type("bel nu, ga straks verder").cards).toEqual(["+call-now"]);
  });
});

describe("a command in other words", () => {
  test.each(["ik wil stoppen", "stoppen graag", "Ik wil graag stoppen.", "kun je stoppen aub", "stop en wis"])(
    "%s stops",
    (typed) => {
      const stopped = walking().type(typed);
      expect([stopped.cards, stopped.state?.walk]).toEqual([["+message"], undefined]);
    },
  );

  test.each(["uitkomst", "graag de uitkomst", "uitkomst tot nu toe"])("%s shows the outcome so far", (typed) => {
    expect(walking().type(typed).cards).toEqual(["+result"]);
  });

  test("sla over says how, and the question stays", () => {
    const asked = walking();
    const { question } = asked;
    expect(asked.type("sla over").question).toBe(question);
    expect(asked.notice).toContain("*Weet ik niet*");
  });

  test("wat is jouw versie tells the version of the texts", () => {
    expect(text(chat().type("wat is jouw versie"))).toContain(content.version);
  });

  test.each(["ik snap het niet", "?", "huh?"])("%s explains, in a walk above the open question", (typed) => {
    expect(walking().type(typed).notice).toContain("Waarom deze vraag?");
    expect(text(chat().type(typed))).toContain("Veilig Thuis");
  });
});

describe("a region's name", () => {
  test.each([
    ["Kennemerland", "kennemerland"],
    ["west friesland", "west-friesland"],
    ["Westfriesland", "west-friesland"],
    ["ik werk in de kop van noord-holland", "kop-van-noord-holland"],
    ["regio Alkmaar", "alkmaar"],
  ])("%s chooses it", (typed, region) => {
    expect(chat().type(typed).state?.region).toBe(region);
  });
});

describe("an answer that is typed", () => {
  test.each(["2", "Ja", "weet ik niet", "nee!"])("%s says that only a click counts", (typed) => {
    const asked = walking().type(typed);
    expect([asked.cards, asked.notice]).toEqual([["+question"], expect.stringContaining("knop op de kaart")]);
  });
});

describe("a friendly word or sign", () => {
  test.each(["bedankt", "Dank je wel!", "fijne dag", "doei", "👍", "🙂", ".", "..."])(
    "%s gets one short line",
    (typed) => {
      const answered = chat().type(typed);
      expect([answered.cards, answered.counts]).toEqual([["text"], []]);
      expect(text(answered).length).toBeLessThan(120);
    },
  );

  test("shows the open question again", () => {
    expect(walking().type("dankjewel").cards).toEqual(["+question"]);
  });

  test("as the very first message is answered by the welcome", () => {
    expect(new Chat(content).type("👍").cards).toEqual(["+welcome"]);
  });
});

describe("what happens now", () => {
  test.each([
    "hij staat met een mes voor de deur",
    "moeder ligt op de grond en beweegt niet",
    "oma zit vastgebonden",
    "zoon zwaait met een bijl",
    "polsen doorgesneden",
    "baby is geschud",
    "gaskraan opengedraaid",
    "het huis staat in brand",
    "ze reageert niet meer",
    "112",
  ])("%s is for 112 at once", (typed) => {
    expect(chat().type(typed).replies[0]).toMatchObject({ view: { card: "danger-typed", level: "nu" } });
  });

  test("is not what looks like it", () => {
    for (const typed of ["de school reageert niet meer op mijn mail", "mag ik met spoed melden", "huis staat te koop"])
      expect(chat().type(typed).cards).not.toContain("+danger-typed");
  });
});

describe("the worker too is a person", () => {
  test.each([
    ["ik wil niet meer leven", "zelf"],
    ["ik denk zelf aan zelfmoord", "zelf"],
    ["ik word zelf bedreigd", "werker"],
    ["moeder wil niet meer leven", "zelfdoding"],
  ])("%s gets a card about %s", (typed, about) => {
    expect(chat().type(typed).replies[0]).toMatchObject({ view: { card: "danger-typed", about } });
  });

  test("who is upset gets the article on it, and no card about danger", () => {
    const upset = chat().type("ik ben overstuur na dit gesprek");
    expect([upset.cards, upset.view]).toEqual([
      expect.not.arrayContaining(["+danger-typed"]),
      expect.objectContaining({ id: "zelf-geraakt" }),
    ]);
  });
});

describe("a name of a button about danger", () => {
  test("is the command, without a red card", () => {
    expect(chat().type("is er nu gevaar").cards).toEqual(["+question"]);
    expect(chat().type("Gevaar?").cards).toEqual(["+question"]);
  });
});

describe("what is not text", () => {
  const photo = (typed: string) => ({ type: "message", text: typed, attached: true }) as const;

  test("gets a card that says so, names 112, and is no unanswered question", () => {
    const answered = chat().take(photo(""));
    expect([answered.cards, answered.counts]).toEqual([["+message"], []]);
    expect(JSON.stringify(answered.view)).toMatch(/alleen tekst.*112.*Verwijder/);
  });

  test("comes before the answer to the text beside it", () => {
    expect(chat().take(photo("wat is de kindcheck")).cards).toEqual(["+message", "+article"]);
  });

  test("leaves the open question in sight", () => {
    expect(walking().take(photo("")).cards).toEqual(["+message", "+question"]);
  });
});

describe("danger that is typed", () => {
  const choices = (typed: string) => chat().type(typed).cards;

  test("is not followed by a list of articles to choose from", () => {
    expect(choices("mijn man wurgt mij nu, help")).toEqual(["+danger-typed"]);
  });

  test("is followed by an article that surely fits", () => {
    expect(choices("hij slaat haar nu, hoe lang duurt een huisverbod")).toEqual(["+danger-typed", "+article"]);
  });
});

describe("a message that was edited", () => {
  const edit = (typed: string) => ({ type: "message", text: typed, edited: true }) as const;

  test("is read for danger and for personal data", () => {
    expect(chat().take(edit("hij wurgt haar nu")).cards).toEqual(["+danger-typed"]);
    expect(chat().take(edit("haar bsn is 111222333")).cards).toEqual(["+personal-data"]);
  });

  test("is not answered again", () => {
    expect(walking().take(edit("wat is de kindcheck")).cards).toEqual([]);
    expect(new Chat(content).take(edit("hallo")).cards).toEqual([]);
    expect(walking().take(edit("stop")).state?.walk).toBeDefined();
  });
});
