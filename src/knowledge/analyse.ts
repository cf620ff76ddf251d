import { joinSplitWords } from "./join-split-words.ts";
import type { Lexicon, Phrase } from "./lexicon.ts";
import { joinSeparableVerbs } from "./separable-verbs.ts";
import { stem } from "./stem.ts";
import { toTokens } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** One word, or one group of words with a meaning of its own. */
export interface Word {
  /** What it stands for: equal for words that mean the same. */
  term: string;
  /** The terms of its parts, for a compound or a group of words. */
  parts: readonly string[];
  /** What it says about the subject of a question; see `dialogs/synonyms.yaml`. A `filler` says nothing. */
  kind: "ours" | "near" | "other" | "elsewhere" | "filler";
  /** It was misspelled, and this is probably what was meant. */
  corrected: boolean;
}

/** Reads articles and questions in the same way. */
export type Analyse = (text: string) => Word[];

export function createAnalyse(lexicon: Lexicon, vocabulary: Vocabulary): Analyse {
  const look = createLook(lexicon, vocabulary);
  return (text) => {
    const tokens = joinSeparableVerbs(joinSplitWords(toTokens(text), vocabulary.isUsed), vocabulary.hasStem);
    const seen = tokens.map(look);
    const stems = seen.map(({ stem }) => stem);
    const words: Word[] = [];
    for (let at = 0; at < tokens.length; ) {
      const phrase = lexicon.phraseAt(tokens, stems, at);
      const length = phrase?.length ?? 1;
      const alone = seen[at]?.word;
      if (phrase) words.push(readPhrase(phrase, tokens.slice(at, at + length), lexicon));
      else if (alone) words.push(alone);
      at += length;
    }
    return words;
  };
}

interface Seen {
  stem: string;
  word: Word;
}

/** Reads one token. Words of the articles are read once and kept; what people type besides is not kept. */
function createLook(lexicon: Lexicon, vocabulary: Vocabulary): (token: string) => Seen {
  const kept = new Map<string, Seen>();
  return (token) => {
    const meant = vocabulary.correct(token) ?? token;
    const seen = kept.get(token) ?? { stem: stem(meant), word: readToken(meant, meant !== token, lexicon, vocabulary) };
    if (vocabulary.has(token)) kept.set(token, seen);
    return seen;
  };
}

function readPhrase({ term, kind }: Phrase, tokens: readonly string[], lexicon: Lexicon): Word {
  if (kind === "filler") return { term, parts: [], kind, corrected: false };
  const parts = tokens.filter((token) => !lexicon.isIgnored(token)).map(lexicon.termOf);
  return { term, parts, kind: kind ?? kindOf([term, ...parts], lexicon), corrected: false };
}

function readToken(meant: string, corrected: boolean, lexicon: Lexicon, vocabulary: Vocabulary): Word {
  const term = lexicon.termOf(meant);
  if (lexicon.isIgnored(meant) || vocabulary.isUnknownNumber(meant)) {
    return { term, parts: [], kind: "filler", corrected };
  }
  const parts = vocabulary.partsOf(meant).map(lexicon.termOf);
  return {
    term,
    parts,
    kind: isElsewhere(meant, lexicon, vocabulary) ? "elsewhere" : kindOf([term, ...parts], lexicon),
    corrected,
  };
}

/** A compound with a word of our field in it is of our field. */
function kindOf(terms: readonly string[], lexicon: Lexicon): Word["kind"] {
  if (terms.some(lexicon.isOurs)) return "ours";
  return terms.some(lexicon.isNear) ? "near" : "other";
}

/** A word that the articles use is only about something else when staff say so, and not because of its stem ("zoon" and "zon"). */
function isElsewhere(token: string, lexicon: Lexicon, vocabulary: Vocabulary): boolean {
  return lexicon.isElsewhere(token) || (lexicon.looksElsewhere(token) && !vocabulary.isUsed(token));
}
