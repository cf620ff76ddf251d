import { comparable } from "../../language/normalise.ts";
import { type Draft, mistakeAt } from "../draft.ts";
import { type Mistake, TAKE_AWAY } from "../mistake.ts";
import type { Path } from "../node-offset.ts";
import type { Targets } from "./targets.ts";
import { type ReferenceTarget, unknownReference } from "./unknown-reference.ts";

/** What articles name exists, and no question leads to two articles. */
export function checkArticles(draft: Draft, targets: Targets): Mistake[] {
  return [
    ...draft.articles.flatMap((article) => checkNames(draft, targets, article)),
    ...questionsOnce(draft),
    ...targets.questions.flatMap((question) =>
      question.value.explain
        ? unknownReference(draft, targets.article, question.value.explain, question, ["explain"])
        : [],
    ),
  ];
}

function checkNames(draft: Draft, targets: Targets, article: Draft["articles"][number]): Mistake[] {
  const { sources, link, related, walk, phase } = article.value;
  const check = (target: ReferenceTarget, id: string | undefined, path: Path) =>
    id === undefined ? [] : unknownReference(draft, target, id, article, path);
  return [
    ...sources.flatMap(({ document }, index) => check(targets.source, document, ["sources", index, "document"])),
    ...related.flatMap((id, index) => check(targets.article, id, ["related", index])),
    ...check(targets.link, link, ["link"]),
    ...check(targets.flow, walk, ["walk"]),
    ...check(targets.phase, phase, ["phase"]),
  ];
}

function questionsOnce(draft: Draft): Mistake[] {
  const first = new Map<string, string>();
  return draft.articles.flatMap((article) =>
    article.value.questions.flatMap((question, index) => {
      const typed = comparable(question);
      const other = first.get(typed);
      first.set(typed, other ?? article.file.file);
      if (other === undefined) return [];
      const what = `De vraag "${question}" staat ook in ${other}.`;
      const finding = {
        rule: "duplicate-question",
        what,
        fix: "Laat elke vraag naar één artikel leiden.",
        mend: TAKE_AWAY,
      };
      return [mistakeAt(article, ["questions", index], finding)];
    }),
  );
}
