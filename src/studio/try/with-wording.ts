import type { Content, Flow, Phase, Texts } from "../../content/content.ts";
import type { Question } from "../../content/schema/question.ts";
import type { Data } from "../edit/emit-yaml.ts";
import type { Library } from "../library/read-library.ts";
import { listIn, textIn } from "../library/thing.ts";

/**
 * Content with the sentences of a draft in the place of those that are published: at once, for a look at a card. What
 * a draft changes about which card comes, only its check can tell.
 */
export function withWording(content: Content, library: Library): Content {
  const reword = (question: Question): Question => {
    const data = library.thing("question", question.id)?.data;
    return data === undefined ? question : reworded(question, data);
  };
  const questions = new Map([...content.questions].map(([id, question]) => [id, reword(question)]));
  const flows = eachPhase(content, (phase) => ({ ...phase, questions: phase.questions.map(reword) }));
  return { ...content, questions, flows, texts: textsOf(content.texts, library) };
}

/** Content with a question of a draft in the place of the one with its id, or as the last one of its phase. */
export function withQuestion(content: Content, question: Question, phase: string): Content {
  const flows = eachPhase(content, (each) => {
    const at = each.questions.findIndex(({ id }) => id === question.id);
    if (at >= 0) return { ...each, questions: each.questions.with(at, question) };
    return each.id === phase ? { ...each, questions: [...each.questions, question] } : each;
  });
  return { ...content, questions: new Map([...content.questions, [question.id, question]]), flows };
}

function eachPhase({ flows }: Content, change: (phase: Phase) => Phase): Map<string, Flow> {
  return new Map([...flows].map(([id, flow]) => [id, { ...flow, phases: flow.phases.map(change) }]));
}

function reworded(question: Question, data: Data): Question {
  const texts = new Map(listIn(data, "options").map((option) => [textIn(option, "id"), textIn(option, "text")]));
  return {
    ...question,
    text: textIn(data, "text") || question.text,
    why: textIn(data, "why") || question.why,
    label: textIn(data, "label") || question.label,
    options: question.options.map((option) => ({ ...option, text: texts.get(option.id) || option.text })),
  };
}

function textsOf(texts: Texts, library: Library, above = ""): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => {
      const id = above ? `${above}.${key}` : key;
      if (typeof value !== "string") return [key, textsOf(value, library, id)];
      return [key, textIn(library.thing("text", id)?.data) || value];
    }),
  );
}
