/** A small but complete content folder: file to text. Every check passes on it. */
export const SMALL_CONTENT: Readonly<Record<string, string>> = {
  "dialogs/sources.yaml": `sources:
  - id: handleiding
    title: Handleiding voor de test
`,
  "dialogs/links.yaml": `links:
  - id: leidraad
    title: Leidraad
    status: niet-geverifieerd
    fallback: overzicht
  - id: overzicht
    title: Overzicht
    url: https://example.org/overzicht
    status: geverifieerd
    checked: 2025-03-31
`,
  "dialogs/texts/common.yaml": `weet-ik-niet: Weet ik niet
welcome:
  title: Hallo
`,
  "dialogs/texts/start.yaml": `menu:
  title: Kies
`,
  "dialogs/commands.yaml": `commands:
  menu: [menu]
  top3: [top 3]
  gevaar-check: [gevaar]
  mda-check: [mda++]
  fasen: [fasen]
  terug: [terug]
  verder: [verder]
  stop: [stop]
  trends: [trends]
  regio: [regio]
  uitkomst: [uitkomst]
  antwoorden: [antwoorden]
  samenvatting: [samenvatting]
  hulp: [hulp]
  privacy: [privacy]
  antwoord: [ja]
  sla-over: [sla over]
  sla-fase-over: [sla de fase over]
  bel-nu: [bel nu]
  onduidelijk: [ik snap het niet]
  versie: [versie]
  bedankt: [bedankt]
polite:
  before: [ik wil]
  after: [graag]
`,
  "dialogs/safety/never-say.yaml": `phrases:
  - het is veilig
`,
  "dialogs/danger/wapen.yaml": `sign: wapen
title: Een wapen
zo klinkt het:
  vandaag:
    team: [hij heeft een mes, hij heeft een bijl]
`,
  "dialogs/ordinary/nieuws.yaml": `kind: nieuws
title: Gewoon nieuws
about: Niets ernstigs.
lines:
  team: [hij was op tijd]
`,
  "dialogs/off-topic/verlof.yaml": `kind: verlof
title: Verlof
about: Vrije dagen.
lines:
  team: [hoeveel vrije dagen heb ik]
`,
  "dialogs/languages/engels.yaml": `kind: engels
title: Engels
about: Zinnen in het Engels.
lines:
  team: [can you help me]
`,
  "dialogs/cases/casus.yaml": `kind: casus
title: Vertelt over een casus
about: Wat er gebeurde.
lines:
  team: [ik was bij moeder thuis]
`,
  "dialogs/messages/team.yaml": `writer: team
messages:
  - - nieuws: Hij was op tijd.
    - wapen vandaag: Er lag een mes.
`,
  "dialogs/safety/personal-data.yaml": `first-names:
  alle: [aafke]
first-names-also-words: [roos]
first-names-mostly-words: [wil]
surnames: [jansen]
surname-endings: [stra]
surnames-also-words: [bakker]
surname-prefixes:
  certain: [van]
  also-words: [de]
name-cues:
  naming: [heet]
  titles: [mevrouw]
  relations: [moeder]
not-names:
  plaatsen: [alkmaar]
common-words: [de]
common-endings: [heid]
dates:
  months: [[januari], [februari], [maart], [april], [mei], [juni], [juli], [augustus], [september], [oktober], [november], [december]]
  birth-words: [geboren]
  person-words: [hij]
  words-before-other-dates: [sinds]
  event-words: [overleg]
  event-years-from: 2020
addresses:
  street-endings: [straat]
  streets-of-more-words: [plein]
  house-number-words: [nummer]
  living-words: [woont]
  counted-things: [kinderen]
numbers:
  bsn: [bsn]
  other-numbers: [factuurnummer]
  telefoon: [tel]
  kenteken: [kenteken]
  dossier: [dossier]
  dossier-with-nummer: [zaak]
shared-mailboxes: [info]
social-media: [instagram]
`,
  "dialogs/knowledge/uitleg.md": `---
id: uitleg
title: Wat is een plan?
topic: top3
questions: [wat is een plan]
words: [afspraken]
sources:
  - document: handleiding
status: concept
owner: team
review-by: 2030-01-01
link: leidraad
walk: lang
phase: plan
---
Een plan is een lijst met afspraken.
`,
  "dialogs/questions/gevaar.yaml": `phase: gevaar
title: Gevaar
questions:
  - id: direct-gevaar
    label: Direct gevaar
    text: Is er nu iemand in gevaar?
    why: Gevaar gaat voor.
    kind: single
    options:
      - id: ja
        text: Ja
      - id: nee
        text: Nee
    source:
      document: handleiding
    status: concept
  - id: wat-gebeurd
    label: Wat er is gebeurd
    text: Wat is er gebeurd?
    why: Dit bepaalt wat nodig is.
    kind: multiple
    when:
      question: direct-gevaar
      is: nee
    options:
      - id: wapen
        text: Een wapen
      - id: letsel
        text: Letsel
      - id: niets-hiervan
        text: Niets hiervan
        alone: true
    no-advice: [niets-hiervan]
    source:
      document: handleiding
    status: bevestigd
`,
  "dialogs/questions/plan.yaml": `phase: plan
title: Plan
questions:
  - id: plan
    label: Plan
    text: Is er een plan?
    why: Een plan geeft houvast.
    kind: single
    options:
      - id: ja
        text: Ja
      - id: opnieuw
        text: Begin opnieuw
    no-advice: [ja]
    suggest:
      option: opnieuw
      when:
        question: wat-gebeurd
        is: letsel
      because: Er is letsel.
    checklist:
      - when:
          question: wat-gebeurd
          is: [wapen, letsel]
        text: Spreek af wie kijkt.
    source:
      document: handleiding
    status: concept
`,
  "dialogs/flows/lang.yaml": `id: lang
title: Lange weg
intro: Alle vragen.
phases:
  - id: gevaar
    always: true
  - id: plan
    gate:
      question: direct-gevaar
      is: nee
`,
  "dialogs/signals/nu.yaml": `group: nu
title: Nu
order: 1
note:
  when-level-at-least: vandaag
  text: Let goed op.
signals:
  - id: gevaar-nu
    row: A1
    when:
      question: direct-gevaar
      is: ja
    level: nu
    title: Gevaar
    advice:
      - text: Bel 112.
    next: Bel daarna Veilig Thuis.
    meldcode: true
    links: [leidraad]
    source:
      document: handleiding
    status: concept
  - id: alarm
    row: A2
    when:
      all:
        - question: wat-gebeurd
          is: [wapen, letsel]
          at-least: 2
        - none:
            - question: direct-gevaar
              is: ja
    level: vandaag
    title: Alarm
    advice:
      - text: Overleg vandaag.
    next: "Bel Veilig Thuis: 0800-2000."
    meldcode: true
    source:
      document: handleiding
    status: concept
invariants:
  - id: gevaar-is-nu
    about: Direct gevaar geeft altijd nu.
    given:
      question: direct-gevaar
      is: ja
    then:
      level-at-least: nu
`,
  "dialogs/regions/hier.yaml": `id: hier
title: Hier
order: 1
mda:
  state: actief
  text: Overleg met de voorzitter.
  source:
    document: handleiding
checked:
  by: Tester
  on: 2025-03-31
status: bevestigd
`,
  "dialogs/examples/gevaar.yaml": `id: gevaar
title: Iemand is in gevaar
about: De kaart met 112 komt meteen.
region: hier
steps:
  - start: lang
  - answer:
      direct-gevaar: ja
  - expect:
      card: danger-now
      level: nu
`,
  "cards/danger-now.card.json": `{
  "type": "AdaptiveCard"
}
`,
  "cards/danger-now.sample.json": `{
  "card": "danger-now"
}
`,
};
