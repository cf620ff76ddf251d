import { describe, expect, test } from "@jest/globals";
import { createPersonalDataCheck } from "../../src/personal-data/personal-data-check.ts";
import { REAL_RULES } from "./real-rules.ts";

const check = createPersonalDataCheck(REAL_RULES);

const NAMES: Record<string, string[]> = {
  "a first name beside a building, in another sentence": [
    "met Karin gesproken\nCollege B belt",
    "uit het zwembad\nJan belde",
  ],
  "a first name": [
    "met Fatima gesproken",
    "kevin slaat zijn vriendin",
    "kevins moeder",
    "Fatima's man",
    "Jan-Willem belde",
  ],
  "a first name that is a word, with a capital": ["gesprek met Roos gehad", "volgens Wil gaat het goed"],
  "a first name that is a word, after a cue": ["dochter roos", "hij heet storm", "kind genaamd hoop"],
  "a first name that is sometimes a word": ["jan slaat haar", "ik denk dat mark drinkt"],
  "a name after a title": ["mevrouw bakker", "mw. Yilmaz", "dhr oudhof", "de heer Jansen", "hr. Peters", "mevrouw K."],
  "a surname with a prefix": [
    "meneer van dijk",
    "mevrouw Van den Heuvel",
    "fam v.d. berg",
    "gezin van der meer",
    "mevr ten brinke",
  ],
  "a name after a family": ["familie el hamdaoui", "gezin Bouzid", "de familie Oosterling"],
  "a name after a relation": [
    "moeder fatima",
    "oma Truus",
    "vader (Ionut)",
    "buurvrouw Nkechi",
    "zoon daan",
    "bart's moeder",
  ],
  "a name after heet or naam is": [
    "ze heet eigenlijk nura",
    "haar naam is Xylana",
    "naam: Van Rijn",
    "hij heet jaivano",
  ],
  "a full name": ["Jan de Vries", "Wesley van Leeuwen", "Nkechi van den Berg", "Roos Bakker belde"],
  "a first name that is a word, where a person stands": ["de moeder van sterre belde", "roos heeft dr diploma"],
  initials: ["J. de Vries", "J.v.d. Berg", "m.a. bakker", "A.B. van Zwieten", "p. stuyvenbroek neemt niet op"],
  "a surname": ["bij jansen is het mis"],
  "a less common name": ["sharwin zei dat", "met Tsegay erbij", "mvr. A. Ramdien", "die lieve Bauke", "Oom Radjesh"],
  "a name of far away": [
    "terug van Soerinder",
    "oleksandra kwam",
    "Xiaoling durft niets",
    "bij Fartun",
    "met Nurgül erbij",
  ],
  "a rare first name that is a word, with a capital": ["ik sprak Mien", "Anna en Berk", "gesprek met Gerold"],
};

const NOBODY: Record<string, string[]> = {
  "an organisation": [
    "Veilig Thuis",
    "Blijf Groep",
    "De Waag of Kenter",
    "Leger des Heils",
    "Civil Care",
    "William Schrikker",
  ],
  "a method, figure or expression with a name in it": [
    "de methode van Gordon",
    "dat weet Joost",
    "schrijf het in jip-en-janneketaal",
    "Hans en Grietje",
    "wie is vanavond de bob",
    "een Houdini is het",
    "het Abe Lenstra Stadion",
    "het Pieter van den Hoogenband Zwemstadion",
    "naast sportpark Jan Roelfs",
    "de typologie van Johnson",
    "de methode van Jan Steketee",
    "een huishouden van Jan Steen",
    "de vrolijke frans spelen",
    "wat een nieuwsgierig aagje",
    "het Juliana ziekenhuis",
    "Max Verstappen",
  ],
  "a place": ["Alkmaar", "Den Helder", "Kop van Noord-Holland", "West-Friesland", "Anna Paulowna"],
  "an author": ["Vogtländer en Van Arum", "de visie van vogtländer"],
  "a street or school": ["de Jan Steenlaan", "de Anne Frankschool", "Prins Bernhardplein"],
  "a person without a name": [
    "mevrouw van de gemeente",
    "mevrouw wil niet",
    "meneer vertelde dat hij dronk",
    "moeder en vader",
    "familie weet van niks",
    "gezin met 3 kinderen",
    "het gezin sterker maken",
    "de heer des huizes",
    "kind(eren) en volwassene(n)",
    "de familie aan de dijk",
    "dat stel op de hoek",
    "mw van de breiclub",
    "pa de kleine wast",
    "meneer verdwaald was",
    "mevrouw schonk thee",
    "krijgt mw huurtoeslag",
  ],
  "someone kept anonymous": ["kind A en kind B", "mevrouw X", "vader V en moeder M"],
  "a word that is a name too": [
    "hoop doet leven",
    "een storm",
    "wil je dat",
    "Hoop en vertrouwen",
    "de roos",
    "max 3 keer",
    "een mark",
    "Hoop heeft ze nog wel",
    "tot haar oren in de schulden",
    "van zijn bed gerold",
    "lijntjes op tafel",
    "hij ligt lam op de bank",
    "mien vrouw",
  ],
  "a thing with a name": [
    "hoe heet dat formulier",
    "de methode heet Krachtwerk",
    "het is heet",
    "zij heet hem welkom",
    "heet lieve aa",
  ],
  "an unnamed name": ["haar naam is bekend", "naam is niet nodig", "de naam van moeder"],
  "an abbreviation": ["o.a. haar school", "i.v.m. kamp", "LVB en ADHD", "NIKA", "A. Ordenen"],
  "a language or people": ["een Turkse vader", "moeder Pools", "tolk Tigrinya"],
};

describe.each(Object.entries(NAMES))("%s", (_, texts) => {
  test.each(texts)("In %j a name is seen.", (text) => {
    expect(check(text)).toEqual(["naam"]);
  });
});

describe.each(Object.entries(NOBODY))("%s", (_, texts) => {
  test.each(texts)("In %j no name is seen.", (text) => {
    expect(check(text)).toEqual([]);
  });
});
