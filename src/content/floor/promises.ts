/** A kind of promise, by the words that make it. */
export interface PromiseKind {
  /** What a text with it promises, in Dutch, for staff. */
  about: string;
  /** Of a clause in small letters, without punctuation and filler words (`check/find-promises.ts`). */
  words: RegExp;
  /** The words hold no denial of their own, so "niet" before or among them turns the promise around. */
  deniable: boolean;
}

const IS =
  "(?:is|zijn|ben|bent|blijft|blijven|zit|zitten|staat|staan|lijkt|lijken|woont|wonen|slaapt|slapen|kan|kunnen)";
const NONE = "(?:geen|niemand|niets|niks|nauwelijks|weinig)";
const DANGER =
  "(?:(?:levens)?gevaar|(?:levens)?gevaarlijks?|gevaren|risico|risicos|(?:be)?dreiging|onveilig|onveiligs|onveiligheid|ernstigs?|urgent|spoed|spoedgeval|haast|nood|noodsituatie|noodgeval|acuuts?|vrezen|zorgen|zorgelijks?|paniek|verontrustends?)";
const A_DANGER = "(?:gevaar|risico|dreiging|onveiligheid|spoed|haast)";
const GONE =
  "(?:weg|voorbij|over|geweken|verdwenen|afgewend|bezworen|opgelost|uitgesloten|verwaarloosbaar|klein|laag|gering|minimaal|nihil|nul|afwezig)";
const HELPERS = "(?:112|veiligthuis|politie|hulpdiensten|noodnummer|meldkamer|crisisdienst|ambulance)";
const CALL = `(?:${HELPERS}|bellen|opbellen|melden|alarmeren|waarschuwen|inschakelen|ingrijpen|handelen|actie|melding|telefoontje|belletje|alarm)`;
const TO_CALL =
  "te (?:bellen|melden|doen|waarschuwen|alarmeren|schakelen|handelen|halen|lichten|ondernemen|vrezen|grijpen|vallen|haasten)";
const MAY = "(?:kan|kun|kunt|kunnen|mag|mogen)";
const PUT_OFF = "(?:wachten|uitstellen|overslaan|zitten|laten|achterwege)";
const LATER =
  "(?:later|morgen|overmorgen|(?:maan|dins|woens|donder|vrij|zater|zon)dag|volgende|weekend|week|kantooruren)";

/**
 * What no text may promise, whatever the words: that it is safe, that there is no danger, that nobody needs to be called,
 * that it can wait, that all will be well. It is known by the words that make the promise, because a list of sentences
 * misses most of the ways in which people write it. The list of the content (`NEVER_SAY` and more) comes on top.
 */
export const PROMISES: readonly PromiseKind[] = [
  deniable("dat het veilig is", [
    `${IS} ${upTo(6)}(?<!(?:^| )(?:een|zo|even) )veilig`,
    `(?<!(?:^| )(?:een|zo|even) )veilig ${upTo(3)}${IS}`,
    "^veilig$",
    "in veilige handen",
    `(?:genoeg|voldoende) veiligheid`,
    `veiligheid ${upTo(3)}(?:gegarandeerd|verzekerd|gewaarborgd)`,
    `${IS} ${upTo(5)}(?:ongevaarlijk|onschuldig|beschermd|beveiligd|in veiligheid|gevarenzone)`,
  ]),
  denying("dat er geen gevaar is", [
    `${NONE} ${upTo(3)}${DANGER}`,
    `${IS} ${upTo(3)}niet (?:(?:zo|langer|in|te|direct|acuut|bepaald) ){0,2}${DANGER}`,
    `(?:zonder|buiten) ${upTo(1)}${DANGER}`,
    `${A_DANGER} ${upTo(2)}${IS} ${upTo(1)}${GONE}`,
    `${A_DANGER} ${upTo(1)}${GONE} ${IS}`,
    `kans (?:dat|op) (?:\\S+ ){1,4}${IS} ${GONE}`,
    `${A_DANGER} ${IS} (?:er )?niet(?: aan| aanwezig|$)`,
    `(?:laag|klein|gering|verwaarloosbaar|minimaal) (?:risico|gevaar)`,
    `(?:niets|niks|nooit iets) ${upTo(2)}(?:gebeuren|overkomen|misgaan|mis|hand|duchten)`,
    `zal ${upTo(4)}(?:niet|nooit) ${upTo(4)}(?:doen|slaan|gebeuren|terugkomen)`,
    "dreigt (?:niets|niks)",
    `gebeurt ${upTo(2)}(?:niet|nooit|niets)(?: een keer)?$`,
  ]),
  denying("dat niemand hoeft te bellen of iets hoeft te doen", [
    `hoe(?:f|ft|ven) ${upTo(4)}(?:niet|geen|niets|niks|niemand|nergens) (?:(?!te |alleen |alles |zelf |meteen |eerst )\\S+ ){0,4}?${TO_CALL}`,
    `${CALL} ${upTo(3)}hoe(?:f|ft|ven) ${upTo(3)}(?:niet|niemand)(?:$| ${upTo(1)}${TO_CALL})`,
    `(?:${CALL}|hulp) ${upTo(4)}(?:niet (?:nodig|noodzakelijk|verstandig|zinvol|aan de orde)|geen (?:zin|reden|noodzaak|nut))`,
    `(?:niet nodig|geen (?:reden|noodzaak|aanleiding|zin|nut)) (?:om|voor|tot) ${upTo(3)}(?:${CALL}|${DANGER}|bezorgd|ongerust)`,
    `${HELPERS} ${upTo(2)}geen aanleiding`,
    `geen ${upTo(1)}(?:bescherming|actie|melding|telefoontje|belletje|hulp|alarm|ingrijpen) nodig`,
    `hoe(?:f|ft|ven) ${upTo(4)}(?:niet|geen) ${upTo(1)}(?:druk|zorgen|ongerust|bang) te`,
    `hoe(?:f|ft|ven) niemand ${upTo(1)}(?:gebeld|gewaarschuwd|geroepen|ingeschakeld|gealarmeerd)`,
    `maak je niet ${upTo(1)}(?:ongerust|bezorgd|druk)`,
    `geen ${HELPERS} nodig`,
    `geen contact op(?: met ${upTo(2)}${HELPERS}|$)`,
    `(?:doe|maak) ${upTo(1)}geen melding`,
    `(?<!ik )bel ${upTo(3)}(?:niet|niemand)$`,
    `(?:niet te|beter niet) bellen`,
    `${HELPERS} ${upTo(1)}niet ${upTo(1)}(?:bellen|alarmeren|inschakelen)`,
    `doet? ${upTo(1)}(?:niets|niks)$`,
  ]),
  deniable("dat bellen niet nodig is of kan wachten", [
    `${CALL} ${upTo(4)}(?:overbodig|onnodig|zinloos|onverstandig|overdreven|voorbarig)`,
    `(?:overbodig|onnodig|zinloos|onverstandig|overdreven|voorbarig) om ${upTo(3)}${CALL}`,
    `${CALL} ${upTo(2)}${MAY} ${upTo(4)}${PUT_OFF}`,
    `${MAY} ${upTo(4)}${CALL} ${upTo(3)}${PUT_OFF}`,
    `laat ${upTo(2)}${HELPERS} ${upTo(1)}(?:zitten|rusten|achterwege|met rust)`,
    `wacht(?:en)? ${upTo(1)}met ${upTo(2)}${CALL}`,
    `wacht(?:en)? ${upTo(3)}tot ${upTo(3)}${LATER}`,
    `tot ${upTo(3)}(?:${LATER}|huisbezoek|gesprek|overleg) ${upTo(1)}(?:wachten|rusten|liggen)`,
    `wacht ${upTo(5)}af`,
    `${MAY} ${upTo(3)}afwachten`,
    "af te wachten",
    `stel ${upTo(1)}${CALL} uit`,
  ]),
  deniable("dat het goed komt", [
    `komt ${upTo(3)}(?:goed|in orde)`,
    `(?:goed|in orde) komt`,
    `(?:loopt|gaat) ${upTo(1)}(?:los|vanzelf)`,
    `valt ${upTo(2)}mee`,
    `(?:alles|situatie|het) ${IS} ${upTo(1)}onder controle`,
    `geweld ${upTo(2)}(?:stoppen|gestopt|voorbij)`,
    `alles (?:is|gaat) (?:goed|in orde|prima)`,
    `een gerust hart`,
    `gerust ${upTo(3)}(?:naar huis|weg|weggaan|slapen|achterlaten)`,
    "opgelucht",
    `red(?:t|den) (?:zich|het) ${upTo(1)}zonder`,
  ]),
];

/** A few other words, of the same clause: none that begins one of its own. */
function upTo(words: number): string {
  return `(?:(?!(?:dat|of|om|als|tot|totdat|wanneer|zodra|hoe|wat|waar|wie) )\\S+ ){0,${words}}?`;
}

function deniable(about: string, words: readonly string[]): PromiseKind {
  return { about, words: anyOf(words), deniable: true };
}

function denying(about: string, words: readonly string[]): PromiseKind {
  return { about, words: anyOf(words), deniable: false };
}

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(`(?<= |^)(?:${words.join("|")})(?= |$)`, "g");
}
