import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { answersInWords } from "../../src/check/proofs/check-invariants.ts";
import { FILES, ME, startStudio } from "./support/studio-site.ts";

type Site = Awaited<ReturnType<typeof startStudio>>;

/** For what publishes nothing: the draft is dropped after each test. */
let shared: Site;
let own: Site[] = [];

beforeAll(async () => {
  shared = await startStudio();
});
afterAll(() => shared.close());
afterEach(async () => {
  await shared.dropDraft();
  for (const { close } of own) await close();
  own = [];
});

async function startOwn(options: Parameters<typeof startStudio>[0] = {}): Promise<Site> {
  const site = await startStudio(options);
  own.push(site);
  return site;
}

/** What a form would send: a field as it is changed, and what stood there before. */
function changed(name: string, value: string, was: unknown) {
  return { [name]: value, was: JSON.stringify({ [name]: was }) };
}

test("the start page begins with what is empty, and the address of the leidraad is filled in and published from there", async () => {
  const site = await startOwn();
  const page = await site.get("/inhoud");
  expect(page.text).toMatch(/Nog leeg[\s\S]*Leidraad Werken aan Veiligheid/);
  const filled = await site.post("/inhoud/links/leidraad/adres", { url: "https://leidraad.nl/", opened: "1" });
  expect(filled).toMatchObject({ status: 303, location: "/inhoud/concept" });
  const file = (await site.draft())["dialogs/links.yaml"] ?? "";
  expect(file).toContain(
    "  - id: leidraad\n    title: Leidraad Werken aan Veiligheid\n    url: https://leidraad.nl/\n    status: geverifieerd\n    checked: 2026-12-01\n",
  );
  const draft = await site.get("/inhoud/concept");
  expect(draft.text).toContain("https://leidraad.nl/");
  const etag = /name="etag" value="([^"]+)"/.exec(draft.text)?.[1] ?? "";
  const wish = { etag, request: "een-verzoek-1", reason: "De leidraad staat online." };
  expect(await site.post("/inhoud/concept/publiceren", wish)).toMatchObject({
    status: 303,
    location: "/inhoud/versies/2",
  });
  expect(site.published.content.links.get("leidraad")?.url).toBe("https://leidraad.nl/");
  expect(await site.post("/inhoud/concept/publiceren", wish)).toMatchObject({ location: "/inhoud/versies/2" });
  expect((await site.get("/inhoud")).text).toContain("De leidraad staat online.");
  expect((await site.get("/inhoud/versies/2")).text).toMatch(/Deze versie terugdraaien[\s\S]*Zet versie 1 terug/);
  const undone = await site.post("/inhoud/versies/1/terug", { request: "een-verzoek-2", reason: "Toch niet." });
  expect(undone).toMatchObject({ status: 303, location: "/inhoud/versies/3" });
  expect(site.published.content.links.get("leidraad")?.url).toBeUndefined();
});

test("each task on the start page leads to its place", async () => {
  const [, tasks = ""] = /id="taken"(.*?)<\/section>/s.exec((await shared.get("/inhoud")).text) ?? [];
  const places = [...tasks.matchAll(/href="([^"#]+)#([^"]+)"/g)].map(([, path = "", id = ""]) => ({ path, id }));
  expect(places.map(({ path }) => path)).toContain("/inhoud/teksten");
  for (const { path, id } of places) expect((await shared.get(path)).text).toContain(`id="${id}"`);
});

test("a fixed text is shown on its card, also when its name has hyphens", async () => {
  expect((await shared.get("/inhoud/teksten/danger-now.self.text/kaart")).text).toContain("AdaptiveCard");
});

test("a new question or signal gets its place from a list in the order in which workers meet them", async () => {
  const placesOn = async (path: string) => {
    const [, list = ""] = /<select id="new-place"[^>]*>(.*?)<\/select>/s.exec((await shared.get(path)).text) ?? [];
    return [...list.matchAll(/<option[^>]*>([^<]*)/g)].map(([, title]) => title);
  };
  expect((await placesOn("/inhoud/vragen")).slice(0, 3)).toEqual(["Gevaar", "Ordenen", "Concretiseren"]);
  expect((await placesOn("/inhoud/signalen"))[0]).toBe("Directe veiligheid");
});

test("a sentence as somebody saw it is found, with where it comes from", async () => {
  const { get } = shared;
  const { text } = await get(`/inhoud/zoeken?q=${encodeURIComponent("Is er op dit moment iemand in direct gevaar?")}`);
  expect(text).toMatch(/href="\/inhoud\/vragen\/direct-gevaar"/);
  expect((await get("/inhoud/zoeken?q=xyzxyz")).text).toContain("Niets gevonden");
  // The name of a card or a walk in the steps of an example is no sentence.
  expect((await get("/inhoud/zoeken?q=danger-now")).text).not.toContain("/inhoud/voorbeelden/");
});

test.each([
  "vragen",
  "signalen",
  "artikelen",
  "teksten",
  "gevaar",
  "zinnen",
  "regios",
  "links",
  "bronnen",
  "voorbeelden",
  "bestanden",
])("the list %s and the first thing in it can be read", async (slug) => {
  const { get } = shared;
  const list = await get(`/inhoud/${slug}`);
  expect(list.status).toBe(200);
  const first = new RegExp(`href="(/inhoud/(?:${slug}/|bestand\\?)[^"]+)"`).exec(list.text)?.[1] ?? "";
  const thing = await get(first.replaceAll("&amp;", "&"));
  expect(thing.status).toBe(200);
  expect(thing.text).toContain("<textarea");
});

test("a flow is drawn with its phases, gates and questions in the order of asking", async () => {
  const { get } = shared;
  const { text } = await get("/inhoud/vragen");
  expect(text).toMatch(
    /Begin[\s\S]*<h2>Gevaar<[\s\S]*class="step"[\s\S]*href="\/inhoud\/vragen\/direct-gevaar"[\s\S]*class="step sometimes"[\s\S]*Alleen als bij[\s\S]*Poort\.<\/strong> Alleen verder als[\s\S]*Uitkomst/,
  );
  const short = (await get("/inhoud/vragen?ronde=gevaar-check")).text;
  expect(short.match(/class="step/g)).toHaveLength(5);
  expect(short).toMatch(/direct-gevaar[\s\S]*Telt mee voor \d+ adviezen[\s\S]*href="\/inhoud\/signalen\//);
  expect((await get("/inhoud/vragen?ronde=bestaat-niet")).status).toBe(200);
});

test("the rules that always hold stand in words under the signals that they are about", async () => {
  const { text } = await shared.get("/inhoud/signalen");
  expect(text).toMatch(
    /Altijd-regels[\s\S]*Altijd minstens niveau nu, als bij “Iemand is nu in direct gevaar” is gekozen: “Ja”/,
  );
  expect(text).toMatch(/Het niveau daalt nooit als een antwoord verandert van [^<]+ in weet-ik-niet\./);
  expect(text).not.toMatch(/Altijd ,|als een antwoord verandert van +in|undefined/);
});

test("how often an answer was missed stands with the articles about that topic", async () => {
  const { text } = await shared.get("/inhoud/artikelen");
  expect(text).toMatch(/<h2 id="meldcode">Meldcode<\/h2><p class="note">Hierover ontbrak [^<]* 25 keer een antwoord/);
  expect(text.match(/Hierover ontbrak/g)).toHaveLength(1);
});

test("who answers questions about a topic is added, gets topics, and is taken away again", async () => {
  const { get, post, draft } = shared;
  const file = "dialogs/topic-owners.yaml";
  expect(FILES[file]).toMatch(/\nowners: \[\]\n$/);
  expect((await get("/inhoud")).text).toContain("er is nog niemand die vragen van medewerkers beantwoordt");
  const made = await post("/inhoud/eigenaren", { title: "een@proef.test" });
  expect(made.location).toBe("/inhoud/eigenaren/een-proef-test");
  await post("/inhoud/eigenaren", { title: "twee" });
  expect((await get("/inhoud/eigenaren/twee")).text).toMatch(/id="address-mistakes"[\s\S]*hele werkadres/);
  await post("/inhoud/eigenaren/twee/weg", {});
  await post("/inhoud/eigenaren/een-proef-test", { "topics.here": "1", topics: "mda" });
  expect((await draft())[file]).toContain(
    "owners:\n  - { id: een-proef-test, address: een@proef.test, topics: [mda] }\n",
  );
  expect((await get("/inhoud/concept")).text).toMatch(/Onderwerpen[\s\S]*MDA\+\+/);
  await post("/inhoud/eigenaren/een-proef-test/weg", {});
  expect(await draft()).toEqual({});
});

describe("taking something away", () => {
  test("begins above the form", async () => {
    const { text } = await shared.get("/inhoud/vragen/direct-gevaar");
    expect(text).toMatch(/href="\/inhoud\/vragen\/direct-gevaar\/weg">Dit weghalen<.*<form class="edit"/s);
    expect(text.match(/>Dit weghalen</g)).toHaveLength(1);
  });

  test("shows what refers to it and what becomes of that, and changes it all or one by one", async () => {
    const { get, post, draft } = shared;
    const page = await get("/inhoud/vragen/plan-inhoud/weg?antwoord=stap-per-gezinslid");
    expect(page.text).toMatch(/Pas alle \d+ aan, en haal het weg/);
    const place = /name="plek" value="(example [^"]+)"/.exec(page.text)?.[1] ?? "";
    const one = await post("/inhoud/vragen/plan-inhoud/weg", { antwoord: "stap-per-gezinslid", plek: place });
    expect(one.location).toBe("/inhoud/vragen/plan-inhoud/weg?antwoord=stap-per-gezinslid");
    expect(Object.keys(await draft())).toEqual([`dialogs/examples/${place.slice("example ".length)}.yaml`]);
    expect((await get(one.location ?? "")).text).not.toContain(`value="${place}"`);
    await post("/inhoud/vragen/plan-inhoud/weg", { antwoord: "stap-per-gezinslid" });
    for (const text of Object.values(await draft())) expect(text).not.toContain("stap-per-gezinslid");
    expect(Object.keys(await draft())).toContain("dialogs/questions/directe-veiligheid.yaml");
  });

  test("an answer that others look at is not dropped from the form, but on that page", async () => {
    const { post, draft } = shared;
    const op = { "options.here": "1", op: "option-drop:stap-per-gezinslid", label: "Plan" };
    const answer = await post("/inhoud/vragen/plan-inhoud", op);
    expect(answer.location).toBe("/inhoud/vragen/plan-inhoud/weg?antwoord=stap-per-gezinslid");
    const text = (await draft())["dialogs/questions/directe-veiligheid.yaml"];
    expect(text).toContain("label: Plan\n");
    expect(text).toContain("id: stap-per-gezinslid");
  });

  test("a question that opens a gate, and a source without another, cannot go with one press", async () => {
    const { get } = shared;
    const gate = await get("/inhoud/vragen/alarm-besproken/weg");
    expect(gate.text).toMatch(/Verander dit eerst zelf[\s\S]*<button disabled/);
    const source = "/inhoud/bronnen/toekomstscenario-nhn-2022/weg";
    expect((await get(source)).text).toContain("Kies eerst wat er in de plaats komt");
    expect((await get(`${source}?anders=voorstel-programma`)).text).not.toContain("<button disabled");
    expect((await get(`${source}?anders=bestaat-niet`)).status).toBe(400);
  });
});

describe("a form writes only what was changed", () => {
  test("the wording of a question", async () => {
    const site = shared;
    const was = "Is er op dit moment iemand in direct gevaar?";
    await site.post("/inhoud/vragen/direct-gevaar", changed("text", "Is er nu iemand in gevaar?", was));
    const draft = await site.draft();
    const before = FILES["dialogs/questions/gevaar.yaml"] ?? "";
    expect(draft).toEqual({
      "dialogs/questions/gevaar.yaml": before.replace(`text: ${was}`, "text: Is er nu iemand in gevaar?"),
    });
    await site.post("/inhoud/vragen/direct-gevaar", changed("text", was, "Is er nu iemand in gevaar?"));
    expect(await site.draft()).toEqual({});
  });

  test("a field that another window changed meanwhile stays", async () => {
    const site = shared;
    const why = "Bij direct gevaar gaat bellen voor alles. Daarom komt deze vraag eerst.";
    await site.post("/inhoud/vragen/direct-gevaar", { why });
    const was = JSON.stringify({ text: "Is er op dit moment iemand in direct gevaar?", why: "zoals het eerst was" });
    await site.post("/inhoud/vragen/direct-gevaar", { text: "Nu gevaar?", why: "zoals het eerst was", was });
    const file = (await site.draft())["dialogs/questions/gevaar.yaml"];
    expect(file).toContain(`why: ${why}`);
    expect(file).toContain("text: Nu gevaar?");
  });

  test("long sentences and hard words are pointed out under the field, by the list of the draft", async () => {
    const address = "/inhoud/vragen/direct-gevaar";
    const text = `Is er echter${" nog".repeat(20)} gevaar, of flapdrol?`;
    await shared.post(address, changed("text", text, "Is er op dit moment iemand in direct gevaar?"));
    expect((await shared.get(address)).text).toMatch(/id="text-plain"[\s\S]*Lange zin[\s\S]*<b>echter<\/b>: maar\./);
    const list = "/inhoud/moeilijke-woorden/lijst";
    await shared.post(list, changed("words", "flapdrol = knoeier", []));
    expect((await shared.get(address)).text).toMatch(/Een moeilijk woord[\s\S]*<b>flapdrol<\/b>: knoeier\./);
    await shared.post(list, changed("words", "flapdrol", []));
    expect((await shared.get(list)).text).toContain("Schrijf het moeilijke woord, een = en het gewone woord");
  });

  test("an answer is added, and it is asked what happens when somebody chooses it", async () => {
    const site = shared;
    await site.post("/inhoud/vragen/direct-gevaar", {
      "options.here": "1",
      "options.new": "Dat weet alleen oma",
      op: "option-add",
    });
    expect((await site.draft())["dialogs/questions/gevaar.yaml"]).toContain(
      "      - { id: nee, text: Nee }\n      - { id: dat-weet-alleen-oma, text: Dat weet alleen oma }\n",
    );
    expect((await site.get("/inhoud/vragen/direct-gevaar")).text).toContain(
      "Wat gebeurt er als iemand “Dat weet alleen oma” kiest?",
    );
    // Where the eye is after the click.
    expect((await site.get("/inhoud/vragen/direct-gevaar")).text).toMatch(
      />Antwoord erbij<.*“Dat weet alleen oma” kiest.*>Wanneer vraagt de bot dit/s,
    );
    const made = await site.post("/inhoud/vragen/direct-gevaar", { op: "signal:dat-weet-alleen-oma" });
    expect(made).toMatchObject({ status: 303, location: "/inhoud/signalen/dat-weet-alleen-oma" });
    const { "dialogs/signals/directe-veiligheid.yaml": signals } = await site.draft();
    expect(signals).toContain("when: { question: direct-gevaar, is: dat-weet-alleen-oma }");
    expect((await site.get("/inhoud/vragen/direct-gevaar")).text).not.toContain("Wat gebeurt er als iemand");
    await site.post("/inhoud/signalen/dat-weet-alleen-oma/weg", {});
    await site.post("/inhoud/vragen/direct-gevaar", { op: "no-advice:dat-weet-alleen-oma" });
    expect((await site.draft())["dialogs/questions/gevaar.yaml"]).toContain(
      "    no-advice: [ dat-weet-alleen-oma ]\n".replace("[ ", "[").replace(" ]", "]"),
    );
    expect((await site.get("/inhoud/vragen/direct-gevaar")).text).not.toContain("Wat gebeurt er als iemand");
  });

  test("a new answer comes before the one that says that it is none of these", async () => {
    const added = { "options.here": "1", "options.new": "Brandstichting", op: "option-add" };
    await shared.post("/inhoud/vragen/wat-gebeurd", added);
    expect((await shared.draft())["dialogs/questions/gevaar.yaml"]).toContain(
      "      - { id: brandstichting, text: Brandstichting }\n      - { id: niets-hiervan, text: Niets hiervan, alone: true }\n",
    );
  });

  test("an advice says whether it is to talk with the family, and an answer that is not given leaves it", async () => {
    const address = "/inhoud/signalen/geweld-tegen-ouder";
    const chosen = (line: number) =>
      new RegExp(`name="advice.${line}.family">.*?<option value(?:="([a-z]*)")? selected`, "s");
    const page = (await shared.get(address)).text;
    expect(page).toContain("Is dit een gesprek met het gezin of de familie?");
    expect([0, 1].map((line) => chosen(line).exec(page)?.[1] ?? "")).toEqual(["true", ""]);
    await shared.post(address, { "advice.here": "1", "advice.1.family": "true", "advice.2.family": "false" });
    expect((await shared.draft())["dialogs/signals/wie.yaml"]).toMatch(
      /Spreek de ouder alleen\.\n +talks-with-family: true\n.*hulp bij verslaving nodig heeft\.\n +talks-with-family: true\n.*ervaring heeft\.\n +talks-with-family: false\n/,
    );
    await shared.post(address, { "advice.here": "1", "advice.1.family": "", "advice.2.family": "" });
    expect(await shared.draft()).toEqual({});
  });

  test("a condition is built of questions and answers that there are", async () => {
    const site = shared;
    await site.post("/inhoud/signalen/mda-past", {
      "when.kind": "any",
      "when.0.kind": "rule",
      "when.0.question": "structureel",
      "when.0.is": "ja",
      "when.1.kind": "rule",
      "when.1.question": "regulier-onvoldoende",
      "when.1.is": "ja",
    });
    expect((await site.draft())["dialogs/signals/mda.yaml"]).toContain(
      "    when:\n      any:\n        - { question: structureel, is: ja }\n        - { question: regulier-onvoldoende, is: ja }\n    level",
    );
    await site.post("/inhoud/signalen/mda-past", {
      "when.kind": "any",
      "when.0.kind": "rule",
      "when.0.question": "structureel",
      "when.0.is": "ja",
      op: "add:when",
    });
    expect((await site.get("/inhoud/signalen/mda-past")).text).toContain("Kies een vraag");
  });

  test("a question that is asked always gets its first rule", async () => {
    const site = shared;
    const { text } = await site.get("/inhoud/vragen/helpt-de-hulp");
    const marks = [...text.matchAll(/type="hidden" name="([a-z-]+\.here)" value="1"/g)].map(([, name = ""]) => [
      name,
      "1",
    ]);
    await site.post("/inhoud/vragen/helpt-de-hulp", { ...Object.fromEntries(marks), op: "add:when" });
    const page = (await site.get("/inhoud/vragen/helpt-de-hulp")).text;
    expect(page).toContain("Kies een vraag");
    expect(page).toContain("Deze voorwaarde is nog niet af.");
    expect(page).not.toContain("heeft niet de goede vorm");
  });

  test("lines of danger, one on each line, under the team", async () => {
    const site = shared;
    await site.post("/inhoud/gevaar/slaan", {
      "zo klinkt het.twijfel.team": "ze kreeg een optater\r\n  hij gaf haar een optater \r\n\r\n",
    });
    expect((await site.draft())["dialogs/danger/slaan.yaml"]).toMatch(
      /team:\n( {6,}- .*\n)*? {6}- ze kreeg een optater\n {6}- hij gaf haar een optater\n/,
    );
  });

  test("an article with the text under its head", async () => {
    const site = shared;
    await site.post("/inhoud/artikelen/mda", { text: "Kort.\r\n\r\nEn **vet**.", "review-by": "2028-01-01" });
    const file = (await site.draft())["dialogs/knowledge/mda.md"];
    expect(file).toMatch(/review-by: 2028-01-01\n[\s\S]*\n---\nKort\.\n\nEn \*\*vet\*\*\.\n$/);
  });
});

describe("the card beside a form", () => {
  const cardOf = async (address: string) => JSON.parse((await shared.get(`${address}/kaart`)).text);

  test("is of a new question as well, once it is filled in, whatever it waits for", async () => {
    const question = { title: "Weet de school ervan?", place: "dialogs/questions/taxeren.yaml" };
    const { location } = await shared.post("/inhoud/vragen", question);
    const address = String(location);
    expect(await cardOf(address)).toEqual({ why: expect.stringContaining("zodra alles is ingevuld") });
    await shared.post(address, { why: "De school ziet het kind elke dag." });
    expect(JSON.stringify((await cardOf(address)).card)).toContain("De school ziet het kind elke dag.");
    const rule = { "when.kind": "all", "when.0.kind": "rule", "when.0.question": "is-er-nog-niet", "when.0.is": "ja" };
    await shared.post(address, rule);
    expect(JSON.stringify((await cardOf(address)).card)).toContain("Weet de school ervan?");
  });

  test("has an answer that was just added, also while the draft has a mistake elsewhere", async () => {
    const address = "/inhoud/vragen/wat-gebeurd";
    await shared.post("/inhoud/signalen/mda-past", { next: "" });
    await shared.post(address, { "options.here": "1", "options.new": "Brandstichting", op: "option-add" });
    expect(JSON.stringify((await cardOf(address)).card)).toContain("Brandstichting");
  });

  test.each([
    ["advises", "vandaag", "Bel eerst de huisarts."],
    ["only informs", "info", "Lees dit eens na."],
  ])("of a signal that %s is what a worker reads of it", async (_what, level, next) => {
    const address = "/inhoud/signalen/wie-blijft-betrokken";
    await shared.post(address, { level, next });
    expect(JSON.stringify((await cardOf(address)).card)).toContain(next);
  });

  test("of a region has its contact", async () => {
    const contact = "Coördinator, 010 000 00 00";
    await shared.post("/inhoud/regios/kennemerland", { "mda.contact": contact });
    expect(JSON.stringify((await cardOf("/inhoud/regios/kennemerland")).card)).toContain(contact);
  });

  test("of an article with a mistake says that it comes once that is gone", async () => {
    await shared.post("/inhoud/artikelen/mda", { title: "" });
    expect(await cardOf("/inhoud/artikelen/mda")).toEqual({ why: expect.stringContaining("zodra") });
  });
});

test("what workers said of the answers stands where it can be mended", async () => {
  expect((await shared.get("/inhoud")).text).toMatch(/antwoorden ontbreken[\s\S]*Meldcode: 25/);
  expect((await shared.get("/inhoud/artikelen/mda")).text).toMatch(/getoond 120, hielp 40, hielp niet te weinig/);
});

test("a new article is made with an id of its title, and removed again", async () => {
  const site = shared;
  const made = await site.post("/inhoud/artikelen", { title: "Wat is een huisverbod café?", place: "veilig-thuis" });
  expect(made).toMatchObject({ status: 303, location: "/inhoud/artikelen/wat-is-een-huisverbod-cafe" });
  const page = await site.get("/inhoud/artikelen/wat-is-een-huisverbod-cafe");
  expect(page.text.includes("Dit is nog leeg.")).toBe(true);
  await site.post("/inhoud/artikelen/wat-is-een-huisverbod-cafe/weg", {});
  expect(await site.draft()).toEqual({});
});

test("a file is written as it is typed, and not over what another window saved", async () => {
  const site = shared;
  const page = await site.get("/inhoud/bestand?file=dialogs/links.yaml");
  const was = /name="was" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  const text = "links:\n  - id: x\n    titel: fout\n";
  expect(await site.post("/inhoud/bestand", { file: "dialogs/links.yaml", text, was })).toMatchObject({ status: 303 });
  expect((await site.get("/inhoud/bestand?file=dialogs/links.yaml")).text).toContain("Onbekende sleutel");
  expect(await site.post("/inhoud/bestand", { file: "dialogs/links.yaml", text: "", was })).toMatchObject({
    status: 400,
  });
  expect(await site.draft()).toEqual({ "dialogs/links.yaml": text });
});

test("what is content is text on the page, never a part of it", async () => {
  const site = shared;
  const bad = '</textarea><script>alert("x")</script><b>${1+1}</b>';
  await site.post("/inhoud/vragen/direct-gevaar", { text: bad });
  for (const path of ["/inhoud/vragen/direct-gevaar", "/inhoud/vragen", "/inhoud/concept", "/inhoud/zoeken?q=alert"]) {
    const { text } = await site.get(path);
    expect(text).toContain("alert");
    expect(text).not.toContain("<script>alert");
    expect(text).not.toContain("<b>");
  }
});

describe("what a colleague published meanwhile", () => {
  const file = "dialogs/questions/gevaar.yaml";
  const before = FILES[file] ?? "";
  const theirs = before
    .replace("label: Iemand is nu in direct gevaar", "label: Nu gevaar")
    .replace(/why: Bij direct gevaar.*/, "why: Hun uitleg.");
  const publishTheirs = ({ publishing }: Site) =>
    publishing.publishFiles(
      { id: "collega" },
      { requestId: "collega-een-1", reason: "Korter.", base: 1, files: { ...FILES, [file]: theirs }, isAgreed: true },
    );

  test("is said on every page, goes together with the draft, and what both changed is chosen side by side", async () => {
    const site = await startOwn();
    await site.post("/inhoud/vragen/direct-gevaar", { text: "Mijn vraag?", why: "Mijn uitleg." });
    const mine = await site.draft();
    expect((await site.get("/inhoud/stand")).text).toBe('{"latest":1}');
    await publishTheirs(site);
    expect((await site.get("/inhoud/stand")).text).toBe('{"latest":2}');
    expect((await site.get("/inhoud/vragen/direct-gevaar")).text).toContain("Een collega publiceerde iets");
    const side = await site.get("/inhoud/concept/samenvoegen");
    expect(side.text).toMatch(/Waarom deze vraag\?[\s\S]*Bij direct gevaar[\s\S]*Hun uitleg[\s\S]*Mijn uitleg/);
    expect(side.text).not.toMatch(/<fieldset[\s\S]*<fieldset/);
    const unchosen = await site.post("/inhoud/concept/samenvoegen", {});
    expect(unchosen.text).toContain("Kies bij elk");
    expect(await site.draft()).toEqual(mine);
    const name = (/name="(keuze [^"]+)"/.exec(side.text)?.[1] ?? "").replaceAll("&quot;", '"');
    await site.post("/inhoud/concept/samenvoegen", { [name]: "mine" });
    expect(await site.draft()).toEqual({
      [file]: theirs.replace(/text: Is er op dit moment.*/, "text: Mijn vraag?").replace("Hun uitleg.", "Mijn uitleg."),
    });
    expect((await site.get("/inhoud/concept")).text).not.toContain("Een collega publiceerde iets");
  });

  test("is never written over by who still had the version before it in sight", async () => {
    const site = await startOwn();
    await publishTheirs(site);
    const why = "Bij direct gevaar gaat bellen voor alles. Daarom komt deze vraag eerst.";
    await site.post("/inhoud/vragen/direct-gevaar", { version: "1", ...changed("why", "Mijn uitleg.", why) });
    expect((await site.draft())[file]).toContain("label: Iemand is nu in direct gevaar");
    const side = await site.get("/inhoud/concept/samenvoegen");
    expect(side.text).toMatch(/Hun uitleg[\s\S]*Mijn uitleg/);
    const name = (/name="(keuze [^"]+)"/.exec(side.text)?.[1] ?? "").replaceAll("&quot;", '"');
    await site.post("/inhoud/concept/samenvoegen", { [name]: "theirs" });
    expect(await site.draft()).toEqual({});
  });
});

test("what is broken cannot be published, and it is said where", async () => {
  const site = shared;
  await site.post("/inhoud/links/leidraad/adres", { url: "http://geen-https.nl", opened: "1" });
  expect((await site.get("/inhoud/links/leidraad")).text).toMatch(/id="url-mistakes"[^>]*><p class="mistake">/);
  const etag = (await site.publishing.draft(ME))?.draft.etag ?? "";
  const refused = await site.post("/inhoud/concept/publiceren", { etag, request: "verzoek-drie", reason: "Zomaar." });
  expect(refused.text).toContain("niets gepubliceerd");
  expect(refused.text).toContain("Zomaar.");
  const tried = await site.post("/inhoud/proberen", { events: JSON.stringify([{ text: "menu" }]) });
  expect(tried).toMatchObject({ status: 400 });
});

describe("a mistake with one obvious mend has a button at its field", () => {
  /** What the button at a field sends. */
  function asked(page: string, label: string): string {
    const [, value = ""] = new RegExp(`name="mend" value="([^"]*)"[^>]*>${label}<`).exec(page) ?? [];
    return value.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  }

  test("an address without https, of which only that changes", async () => {
    const { get, post, draft } = shared;
    await post("/inhoud/links/leidraad", { url: "www.leidraad.nl/pagina" });
    const page = (await get("/inhoud/links/leidraad")).text;
    // Else the browser holds back what is wrong, and with it the button that mends it.
    expect(page).toMatch(/<form class="edit"[^>]* novalidate/);
    const mend = asked(page, "Maak er “https://www.leidraad.nl/pagina” van");
    await post("/inhoud/links/leidraad", { mend });
    const file = (await draft())["dialogs/links.yaml"] ?? "";
    expect(file).toContain("    url: https://www.leidraad.nl/pagina\n");
    expect(file.replace("    url: https://www.leidraad.nl/pagina\n", "")).toBe(FILES["dialogs/links.yaml"]);
    const again = await post("/inhoud/links/leidraad", { mend });
    expect(again).toMatchObject({ status: 400 });
    expect(again.text).toContain("Hier staat intussen iets anders");
  });

  test("an unknown name that looks like one that there is, also from the draft", async () => {
    const { get, post, draft } = shared;
    await post("/inhoud/artikelen/kindcheck", { link: "kindchek" });
    let page = "";
    while (!page.includes('name="mend"')) {
      await wait(200);
      page = (await get("/inhoud/concept")).text;
    }
    expect((await get("/inhoud/artikelen/kindcheck")).text).toMatch(/id="link-mistakes"[\s\S]*?name="mend"/);
    const mend = asked(page, "Maak er “kindcheck” van");
    expect(await post("/inhoud/concept/verbeteren", { mend })).toMatchObject({ location: "/inhoud/concept" });
    expect((await draft())["dialogs/knowledge/kindcheck.md"] ?? FILES["dialogs/knowledge/kindcheck.md"]).toContain(
      "\nlink: kindcheck\n",
    );
  });

  test("nothing is changed by what is no button of ours", async () => {
    const { post, draft } = shared;
    const elsewhere = JSON.stringify({ file: "dialogs/links.yaml", path: ["links", 0, "title"], was: "x", value: "y" });
    for (const mend of ["", "{", "[]", elsewhere]) {
      expect(await post("/inhoud/concept/verbeteren", { mend })).toMatchObject({ status: 400 });
    }
    expect(await draft()).toEqual({});
  });

  test("what was confirmed, by whom and when is filled in, and goes when all three are empty", async () => {
    const { post, draft } = shared;
    const file = "dialogs/regions/alkmaar.yaml";
    const place = "/inhoud/regios/alkmaar";
    await post(place, { "confirmed.text": "kfbadgoc", "confirmed.by": "voorzitter", "confirmed.on": "2026-11-30" });
    expect((await draft())[file]).toMatch(/confirmed:[\s\S]*kfbadgoc[\s\S]*voorzitter[\s\S]*2026-11-30/);
    await post(place, { "confirmed.text": "", "confirmed.by": "", "confirmed.on": "" });
    expect(await draft()).toEqual({});
  });
});

test("what others decide about is published when it is said that they agreed", async () => {
  const site = await startOwn();
  await site.post("/inhoud/vragen/laatste-moment", { why: "Een andere uitleg." });
  const draft = (await site.get("/inhoud/concept")).text;
  expect(draft).toContain("<strong>trainer TOP-3 en aandachtsfunctionaris</strong>");
  const etag = /name="etag" value="([^"]+)"/.exec(draft)?.[1] ?? "";
  const wish = { etag, request: "verzoek-vier", reason: "Duidelijker." };
  const asked = await site.post("/inhoud/concept/publiceren", wish);
  expect(asked.text).toContain("Hierover beslissen ook anderen.");
  expect(asked.text).toContain("Duidelijker.");
  const published = await site.post("/inhoud/concept/publiceren", { ...wish, agreed: "1" });
  expect(published.location).toBe("/inhoud/versies/2");
  expect((await site.get("/inhoud/versies/2")).text).toMatch(
    /goedgekeurd door: trainer TOP-3 en aandachtsfunctionaris/,
  );
});

test("a broken rule is told as the conversation in which it breaks", async () => {
  const answers = answersInWords({ "direct-gevaar": ["ja"], "wat-gebeurd": ["wapen", "letsel"] });
  const what = `De regel "x" klopt niet: Direct gevaar is altijd 112. Tegenvoorbeeld: ${answers}.`;
  const place = { file: "dialogs/signals/directe-veiligheid.yaml", line: 12, column: 5, rule: "invariant-broken" };
  const site = await startOwn({ found: [{ ...place, what, fix: "Pas de voorwaarden aan." }] });
  await site.post("/inhoud/teksten/menu.title", { value: "Waar begin je?" });
  let page = "";
  while (!page.includes("Pas de voorwaarden aan.")) {
    await wait(200);
    page = (await site.get("/inhoud/concept")).text;
  }
  expect(page).toContain("Tegenvoorbeeld: dit gesprek.");
  const chat = /<ol class="chat">.*?<\/ol>/
    .exec(page)?.[0]
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
  expect(chat).toMatch(
    /Bot Is er op dit moment iemand in direct gevaar\? Medewerker Ja Bot .* Medewerker Een wapen.*, Letsel/,
  );
  const tried = await site.post("/inhoud/proberen", { events: JSON.stringify([{ text: "menu" }]) });
  expect(tried).toMatchObject({ status: 200 });
});

test("what a draft changes in example conversations is shown before and after", async () => {
  await shared.post("/inhoud/signalen/gevlucht", changed("level", "bespreek", "vandaag"));
  let text = "data-busy";
  while (text.includes("data-busy")) {
    await wait(200);
    text = (await shared.get("/inhoud/concept/gevolgen")).text;
  }
  expect(text).toContain("Vluchten uit huis is een alarmsignaal: eindigt anders. Het voorbeeld klopt zo niet meer");
  expect(text).toMatch(/Nu<\/h3>[\s\S]*Niveau vandaag[\s\S]*Met jouw concept<\/h3>[\s\S]*Niveau bespreek/);
  expect((await shared.get("/inhoud/concept")).text).toContain(
    "1 voorbeeldgesprek gaat anders, waarvan 1 met een ander einde",
  );
  await shared.post("/inhoud/signalen/gevlucht", changed("level", "vandaag", "bespreek"));
  expect((await shared.get("/inhoud/concept/gevolgen")).text).toContain("Je hebt niets veranderd");
});

test("a sentence that the bot took for something else is placed from where it was tried", async () => {
  const text = "hij gaf haar een flinke optater";
  const tried = await shared.post("/inhoud/proberen/getypt", { text });
  expect(tried.text).toContain("Zet erbij als gevaar");
  const place = (fields: Record<string, string>) => shared.post("/inhoud/proberen/zin", { text, ...fields });
  expect(await place({ danger: "slaan", level: "vandaag" })).toMatchObject({ location: "/inhoud/gevaar/slaan" });
  expect((await shared.draft())["dialogs/danger/slaan.yaml"]).toContain(`      - ${text}\n`);
  expect(await place({ lines: "ordinary-beeldspraak" })).toMatchObject({
    location: "/inhoud/zinnen/ordinary-beeldspraak",
  });
  expect((await shared.draft())["dialogs/ordinary/beeldspraak.yaml"]).toContain(`\n    - ${text}\n`);
  expect((await place({ danger: "slaan", level: "" })).text).toContain("kies wat de bot moet doen");
});

test("a sentence that was added and is still misread is told where it stands, where it is tried, and before it is published", async () => {
  const text = "de vergadering begint om tien uur";
  const { location } = await shared.post("/inhoud/proberen/zin", { text, danger: "slaan", level: "vandaag" });
  const remark = /“de vergadering begint om tien uur” staat erbij, en wordt nog steeds niet als gevaar herkend\./;
  const page = await untilChecked(location ?? "");
  expect(page).toMatch(
    new RegExp(`id="zo klinkt het.vandaag.team-mistakes"[^>]*><p class="remark"><strong>${remark.source}`),
  );
  expect(page).toContain("Zet er een paar bij die hetzelfde met andere woorden zeggen.");
  expect((await shared.get("/inhoud/concept")).text).toMatch(remark);
  expect((await shared.post("/inhoud/proberen/getypt", { text })).text).toMatch(remark);
});

/** The page once the whole check is through. */
async function untilChecked(path: string): Promise<string> {
  const { text } = await shared.get(path);
  if (!text.includes("data-busy")) return text;
  await wait(200);
  return untilChecked(path);
}

test("a chat is played from its start by the same engine", async () => {
  const site = shared;
  const first = { action: { verb: "start", flow: "gevaar-check" } };
  const played = await site.post("/inhoud/proberen", { events: JSON.stringify([first]) });
  expect(JSON.parse(played.text).cards).toHaveLength(1);
  expect(played.text).toContain("direct gevaar");
  expect(await site.post("/inhoud/proberen", { events: "[1]" })).toMatchObject({ status: 400 });
  const typed = await site.post("/inhoud/proberen/getypt", { text: "hij slaat haar nu" });
  expect(typed.text).toContain("ja, nu: de kaart met 112");
  expect(typed.text).toMatch(/Kans op gevaar in “hij slaat haar nu”: \d+%\.[\s\S]*Woorden die het zwaarst telden: <b>/);
});

test("a chat begins at any question, with the answers that lead there to read and to change", async () => {
  const { text } = await shared.get("/inhoud/proberen?bij=eer-vorm");
  expect(text).toContain("Alsof dit al geantwoord is:");
  expect(text).toMatch(/data-start="\[\{&quot;way&quot;/);
  const other = await shared.get("/inhoud/proberen?bij=eer-vorm&ronde=top3&fase=ordenen&a.direct-gevaar=nee");
  expect(other.text).toContain("Met deze antwoorden komt er eerst een andere vraag.");
  expect((await shared.get("/inhoud/proberen?bij=top3/herstel")).text).toContain("Alsof dit al geantwoord is:");
  expect((await shared.get("/inhoud/proberen?bij=bestaat-niet")).text).toContain("Geen antwoorden leiden hierheen.");
});

test("a chat that was tried is kept as an example conversation in the draft, and nothing of it without that", async () => {
  const way = { flow: "gevaar-check", answers: { "direct-gevaar": ["ja"] } };
  const events = JSON.stringify([{ way }]);
  await shared.post("/inhoud/proberen", { events });
  expect(await shared.draft()).toEqual({});
  const kept = await shared.post("/inhoud/proberen/bewaar", { events, title: "Direct gevaar: bel 112", about: "" });
  expect(kept).toMatchObject({ status: 303, location: "/inhoud/voorbeelden/direct-gevaar-bel-112" });
  expect((await shared.draft())["dialogs/examples/direct-gevaar-bel-112.yaml"]).toContain("level: nu");
  expect((await shared.post("/inhoud/proberen/bewaar", { events, title: " " })).text).toContain("De titel ontbreekt.");
});

test("what one person proposes, another approves, and nobody their own", async () => {
  const people = new Map([
    ["Bearer anna", { who: "anna", name: "Anna", trends: true, content: true }],
    ["Bearer bert", { who: "bert", name: "Bert", trends: true, content: true }],
  ]);
  const site = await startOwn({
    checkAccess: async (header = "") => people.get(header),
    options: { needsApproval: true },
  });
  const anna = { authorization: "Bearer anna", origin: site.url };
  const bert = { authorization: "Bearer bert", origin: site.url };
  await site.post("/inhoud/teksten/menu.title", { value: "Waar begin je?" }, anna);
  const draft = await site.get("/inhoud/concept", anna);
  expect(draft.text.includes("Leg voor")).toBe(true);
  const etag = /name="etag" value="([^"]+)"/.exec(draft.text)?.[1] ?? "";
  const wish = { etag, request: "voorstel-een", reason: "Korter." };
  expect(await site.post("/inhoud/concept/publiceren", wish, anna)).toMatchObject({ location: "/inhoud/voorgelegd" });
  expect((await site.get("/inhoud", bert)).text.includes("1 voorstel om goed te keuren")).toBe(true);
  expect((await site.get("/inhoud/voorgelegd", bert)).text.includes("Waar begin je?")).toBe(true);
  const own = await site.post("/inhoud/voorgelegd/voorstel-een/goed", {}, anna);
  expect(own.text.includes("eigen voorstel niet goedkeuren")).toBe(true);
  const approved = await site.post("/inhoud/voorgelegd/voorstel-een/goed", {}, bert);
  expect(approved).toMatchObject({ status: 303, location: "/inhoud/versies/2" });
  expect((await site.get("/inhoud/versies/2", bert)).text).toMatch(/door Anna, goedgekeurd door Bert/);
});

describe("who may not", () => {
  test("write from another site is refused", async () => {
    const { post } = shared;
    const others = [
      {},
      { origin: "https://elders.nl" },
      { origin: "null" },
      { origin: shared.url, "sec-fetch-site": "cross-site" },
    ] as Record<string, string>[];
    for (const headers of others) {
      expect(await post("/inhoud/vragen/direct-gevaar", { text: "x" }, headers)).toMatchObject({ status: 403 });
    }
  });

  test("a team lead reads whom to ask, and somebody without a token signs in", async () => {
    const people = new Map([
      ["Bearer lead", { who: "lead", trends: true, content: false }],
      ["Bearer staff", { who: "staff", trends: true, content: true }],
    ]);
    const site = await startOwn({ checkAccess: async (header = "") => people.get(header) });
    expect(await site.get("/inhoud")).toMatchObject({ status: 401 });
    expect((await site.get("/inhoud", { authorization: "Bearer lead" })).text).toContain("rol Programma");
    expect(await site.get("/inhoud", { authorization: "Bearer staff" })).toMatchObject({ status: 200 });
    expect(site.refused).toEqual([expect.objectContaining({ who: "lead", status: 403, what: "/inhoud" })]);
    expect(await site.post("/inhoud/vragen/direct-gevaar", { text: "x" })).toMatchObject({ status: 401 });
  });

  test("more than one MiB is refused", async () => {
    const { post } = shared;
    const sent = await post("/inhoud/vragen/direct-gevaar", { text: "x".repeat(1_100_000) }).catch(() => ({
      status: 413,
    }));
    expect(sent).toMatchObject({ status: 413 });
  });
});
