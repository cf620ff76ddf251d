import type { Article } from "../../content/schema/article.ts";

/**
 * Articles that mean nothing and are made like real ones: as many lines, as many words in each, and every word drawn
 * from all words of the real articles, so that common words stay common. Each has one word of its own. The same
 * articles every time.
 * @param count none when it is 0 or less
 */
export function inventArticles(real: readonly Article[], count: number): Article[] {
  const pool = real.flatMap(({ title, questions, words, text }) =>
    [title, ...questions, ...words, text].flatMap(split),
  );
  const random = createRandom();
  const draw = (): string => pool[Math.floor(random() * pool.length)] ?? "";
  const invent = (line: string): string => split(line).map(draw).join(" ");
  return real.length === 0
    ? []
    : Array.from({ length: Math.max(0, count) }, (_, index) => {
        const like = real[index % real.length] as Article;
        return {
          ...like,
          id: `verzonnen-${index}`,
          title: invent(like.title),
          questions: like.questions.map(invent),
          words: [...like.words.map(invent), draw() + draw()],
          text: invent(like.text),
        };
      });
}

function split(line: string): string[] {
  return line.split(/\s+/).filter((word) => word !== "");
}

/** Numbers from 0 to 1 that are the same every time (the generator of Park and Miller). */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
