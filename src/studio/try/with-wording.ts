import type { Content, Flow, Texts } from "../../content/content.ts";
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
  const flows = new Map([...content.flows].map(([id, flow]): [string, Flow] => [id, rewordFlow(flow, reword)]));
  return { ...content, questions, flows, texts: textsOf(content.texts, library) };
}

function rewordFlow(flow: Flow, reword: (question: Question) => Question): Flow {
  return { ...flow, phases: flow.phases.map((phase) => ({ ...phase, questions: phase.questions.map(reword) })) };
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
