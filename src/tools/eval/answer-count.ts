/** Targets of the project, as shares. */
export const TARGETS = { top1: 0.9, top3: 0.97, offTopic: 0.05 } as const;

/** One line of the evaluation set, and what the search makes of it. */
export interface Line {
  question: string;
  /** Ids of the articles that answer it; none for a question that is off-topic. */
  right: readonly string[];
  /** Ids of the articles that are shown: one alone, or two or three to choose from, the best first. */
  shown: readonly string[];
}

/** Every share is from 0 to 1, and NaN without lines to share. */
export interface AnswerCount {
  questions: number;
  offTopics: number;
  /** The article shown alone, or the first of a choice, is right. */
  top1: number;
  /** Among the articles shown there is one that is right. */
  top3: number;
  /** Articles are shown, and none of them is right. */
  wrong: number;
  /** The bot says that it does not know. */
  none: number;
  /** There is a choice of two or three. */
  choice: number;
  /** Of the off-topic lines: any article is shown. */
  offTopic: number;
}

export function countAnswers(lines: readonly Line[]): AnswerCount {
  const questions = lines.filter(({ right }) => right.length > 0);
  const offTopics = lines.filter(({ right }) => right.length === 0);
  const isAmong = ({ right, shown }: Line): boolean => shown.some((id) => right.includes(id));
  return {
    questions: questions.length,
    offTopics: offTopics.length,
    top1: share(questions, ({ right, shown }) => right.includes(shown[0] ?? "")),
    top3: share(questions, isAmong),
    wrong: share(questions, (line) => line.shown.length > 0 && !isAmong(line)),
    none: share(questions, ({ shown }) => shown.length === 0),
    choice: share(questions, ({ shown }) => shown.length > 1),
    offTopic: share(offTopics, ({ shown }) => shown.length > 0),
  };
}

function share(lines: readonly Line[], is: (line: Line) => boolean): number {
  return lines.filter(is).length / lines.length;
}
