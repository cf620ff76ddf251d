import { describe, expect, test } from "@jest/globals";
import { createPersonalDataCheck, type PersonalDataKind } from "../../src/personal-data/personal-data-check.ts";
import { REAL_RULES } from "./real-rules.ts";

const check = createPersonalDataCheck(REAL_RULES);

const SEEN: Record<Exclude<PersonalDataKind, "naam">, string[]> = {
  bsn: [
    "kan je 286519740 in het formulier zetten",
    "zijn sofinummer, zoals hij het noemt, is 109 384 526",
    "111222333",
    "111.222.333",
    "111 222 333",
    "1112.22.333",
    "012345672",
    "10000008",
    "bsn van de moeder is 123456789",
    "burgerservicenummer: 111-222-333",
  ],
  "social-media": [
    "@polderbaas77 stuurt berichten",
    "snap: kingjaap2009",
    "linkedin.com/in/verzonnen-mirte-dok",
    "vanaf wolf.zonder.roedel op instagram",
    "op insta heet ze xx_milou_verd",
    "zijn gamertag is xXNachtJager99Xx",
  ],
  iban: [
    "NL38 RABO 0317 4529 06",
    "DE44 5001 0517 8392 4610 75",
    "NL91ABNA0417164300",
    "nl91 abna 0417 1643 00 van moeder",
    "DE89 3704 0044 0532 0130 00",
    "iban NL00ABNA0417164300",
  ],
  telefoon: [
    "nul zes, drie drie, tachtig, eenenveertig, zeven, negen",
    "nul zes vijfentwintig negentig drieënzestig zeventien",
    "O6 3175 9248",
    "0612345678",
    "06-12345678",
    "06 12 34 56 78",
    "06.1234.5678",
    "(06) 12345678",
    "+31612345678",
    "+31 (0)6 12345678",
    "0031612345678",
    "31612345678",
    "072-5123456",
    "0229 - 12 34 56",
    "+48 512 345 678",
    "tel 5123456",
  ],
  "e-mail": [
    "jan@example.com",
    "J.DE-VRIES@EXAMPLE.ORG",
    "jan(at)example.com",
    "jan @ example.com",
    "jan at example punt com",
  ],
  postcode: ["haar moeder zit in 6329 B W", "1823 AB", "1823ab", "1823 ab", "1823AB 12"],
  adres: [
    "Kanaaldijk-Oost 73",
    "Burgemeester Ankerlaan tweeëntwintig",
    "flat Rietzoom, huisnummer 614",
    "dorpsstraat 4",
    "Van Goghlaan 12b",
    "kerkstr. 18",
    "op nummer 12 in de kerkstraat",
    "in de kerkstraat op nummer 12",
    "Laan van Meerdervoort 12",
    "nieuwe gracht 4",
    "adres is achterom 5",
    "ze woont op zeedistel 14",
  ],
  geboortedatum: [
    "meneer is van 23/11/'52",
    "geboren op de eenentwintigste juni tweeduizend zestien",
    "A.K., geb. 1994",
    "vader, J.W., geboren in 1983",
    "client is van dertig november negentienhonderd eenenzestig",
    "ze kwam ter wereld op zeven augustus negentien tweeëntachtig",
    "R.S. (1961) komt alleen",
    "F. ('03) is de vader",
    "hij is van negentien zesenzestig, dertien mei",
    "op 01/01/1983 gezet door de IND",
    "Kind (jongen, 17-12-2014)",
    "12-03-1985",
    "moeder 12 maart 1985",
    "geb. 120385",
    "geboren op 3 mei 2016",
    "meisje 2016-05-03",
    "jongen van 3 mei 2016, vorige week nog geslagen",
    "jarig op 12-03",
    "geb 12 mrt '85",
  ],
  kenteken: [
    "pools nummerbord WGM 4827K",
    "XX-123-X",
    "12-abc-3",
    "K 123 BC",
    "12ABC3",
    "kenteken 12abc3",
    "zijn auto ab 12 cd",
  ],
  dossiernummer: [
    "v-nummer 274.851.9036",
    "V nr 2910473865",
    "het kenmerk op de brief is 2025.INK.40962",
    "rekestnr. C/16/583920",
    "dossier 2023-4471",
    "zaaknr 88123",
    "cliëntnummer 12",
    "casusnummer VT-2024-118",
    "melding nr: 2024001234",
    "zaak C/15/338123",
  ],
};

const NOT_SEEN: Record<string, string[]> = {
  "a number that fails the 11-proef": ["123-456-789", "12345678", "ordernummer 987654321"],
  "an account of an organisation": ["volg @wijkteam", "instagram.com/meldpunt", "het beleid_2024 staat in Teams"],
  "a number of an organisation": ["112", "bel 0800-2000 of 112", "0900-8844", "0900 8844", "14072", "088-1234567"],
  "a shared mailbox": ["info@example.org", "meldpunt@example.org"],
  "a year": ["in 2019", "2019-2023", "2019 is", "sinds 2020 en 2021", "2023 VT"],
  "a quantity": ["60%", "1-4 procent", "1500 euro", "2000 km", "129.000 meldingen", "0-100", "24/7", "4 hulpverleners"],
  "an article of law": ["artikel 5.2.6 Wmo", "art. 1:255 BW", "Wmo 2015"],
  "a step or phase": ["stap 4 en 5", "fase 2", "TOP-3", "MDA++", "top 3 vragen 1 2 3"],
  "an age": ["meisje van 8", "moeder (34)", "kinderen van 3, 5 en 8"],
  "a document": ["informatienota 2023/124221", "document 2023/124221", "versie 2.0"],
  "a street without a number": ["de Dorpsstraat", "kerkstraat, molenweg", "op het plein"],
  "a count in a street": [
    "in de kerkstraat 3 meldingen",
    "onderweg 2 keer",
    "woont 2 jaar samen",
    "kerkstraat 4,5 km",
    "kerkstraat 2e verdieping",
  ],
  "the date of an event": [
    "overleg op 12 maart",
    "overleg 12-03-2025",
    "op 12-03-2025 is het besproken",
    "sinds 1 januari 2015",
    "moeder 12-03-2025 gebeld",
    "huisverbod tot 14-05-2024",
  ],
  "a birth without a date": ["geboren in 2019", "Bowlby, J. (1969)", "artikel 7.3.11 Jeugdwet", "baby van 3 maanden"],
  "a dossier without a number": ["dossier 2023", "casus 3", "melding 12-03-2025", "3 meldingen", "melding (0800-2000)"],
};

describe.each(Object.entries(SEEN))("%s", (kind, texts) => {
  test.each(texts)("%s is seen.", (text) => {
    expect(check(text)).toContain(kind);
  });
});

describe.each(Object.entries(NOT_SEEN))("%s", (_, texts) => {
  test.each(texts)("%s holds no personal data.", (text) => {
    expect(check(text)).toEqual([]);
  });
});
