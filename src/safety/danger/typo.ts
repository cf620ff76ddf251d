/**
 * Whether `word` is `meant` with at most `limit` letters added, dropped, changed or swapped with a
 * neighbour (optimal string alignment distance). With `asStart`, `word` may go on after `meant`.
 */
export function isTypo(word: string, meant: string, limit: number, asStart: boolean): boolean {
  if (word.length < meant.length - limit || (!asStart && word.length > meant.length + limit)) return false;
  if (limit === 1) {
    if (!asStart) return hasOneMistake(word, meant);
    return [-1, 0, 1].some((more) => hasOneMistake(word.slice(0, meant.length + more), meant));
  }
  const letters = asStart ? word.slice(0, meant.length + limit) : word;
  const last = distances(meant, letters, limit);
  return (asStart ? Math.min(...last) : (last.at(-1) ?? limit + 1)) <= limit;
}

/** Whether at most one letter differs between what both begin and end with, or two are swapped. */
function hasOneMistake(word: string, meant: string): boolean {
  const shortest = Math.min(word.length, meant.length);
  let begin = 0;
  while (begin < shortest && word[begin] === meant[begin]) begin += 1;
  let end = 0;
  while (end < shortest - begin && word[word.length - 1 - end] === meant[meant.length - 1 - end]) end += 1;
  const typed = word.length - begin - end;
  const missed = meant.length - begin - end;
  if (typed <= 1 && missed <= 1) return true;
  return typed === 2 && missed === 2 && word[begin] === meant[begin + 1] && word[begin + 1] === meant[begin];
}

/** The distance of `meant` to each start of `word`, from the empty start to all of it; empty when all exceed `limit`. */
function distances(meant: string, word: string, limit: number): number[] {
  let before: number[] = [];
  let row = Array.from({ length: word.length + 1 }, (_, index) => index);
  for (let i = 1; i <= meant.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= word.length; j += 1) {
      const change = meant[i - 1] === word[j - 1] ? 0 : 1;
      let best = Math.min(at(row, j - 1) + change, at(row, j) + 1, at(next, j - 1) + 1);
      const swapped = meant[i - 1] === word[j - 2] && meant[i - 2] === word[j - 1];
      if (i > 1 && j > 1 && swapped) best = Math.min(best, at(before, j - 2) + 1);
      next.push(best);
      least = Math.min(least, best);
    }
    // A swap looks back two rows, but costs one itself: it cannot bring the next row below the limit again.
    if (least > limit) return [];
    [before, row] = [row, next];
  }
  return row;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
