import type { Content } from "../../content/content.ts";
import type { Expectation } from "../../content/schema/example.ts";
import { openWalk } from "../../conversation/walk/open-walk.ts";
import { lastView, type Scene } from "./scene.ts";

/** What is otherwise than `expected`, one line each. */
export function checkExpectation(expected: Expectation, scene: Scene, content: Content): string[] {
  const view = lastView(scene);
  const walk = scene.state?.walk && openWalk(content, scene.state.walk);
  const signals = walk?.suggestions.certain.map(({ signal }) => signal.id) ?? [];
  const level = walk?.suggestions.certain[0]?.signal.level ?? "geen";
  const said = JSON.stringify(scene.replies).toLowerCase();
  const question = view?.card === "question" ? view.question : "geen";
  return [
    differs("question", expected.question, question),
    differs("card", expected.card, view?.card ?? "geen"),
    differs("signals", expected.signals?.join(", "), signals.join(", ")),
    differs("level", expected.level, level),
    differs("kept-answers", expected["kept-answers"], Object.keys(scene.state?.walk?.answers ?? {}).length),
    ...(expected.includes ?? []).map((id) => (signals.includes(id) ? "" : `signaal "${id}" ontbreekt`)),
    ...(expected.excludes ?? []).map((id) => (signals.includes(id) ? `signaal "${id}" hoort hier niet` : "")),
    ...(expected.says ?? []).map((words) => (contains(said, words) ? "" : `de bot zegt niet "${words}"`)),
    ...(expected["says-not"] ?? []).map((words) => (contains(said, words) ? `de bot zegt "${words}"` : "")),
    tooMany(expected["asked-at-most"], walk?.position.path.length ?? 0),
  ].filter(Boolean);
}

function differs(what: string, expected: string | number | undefined, found: string | number): string {
  return expected === undefined || expected === found ? "" : `${what} is "${found}", verwacht was "${expected}"`;
}

function tooMany(limit: number | undefined, asked: number): string {
  return limit === undefined || asked <= limit ? "" : `er zijn ${asked} vragen gesteld, hooguit ${limit} was verwacht`;
}

function contains(said: string, words: string): boolean {
  return said.includes(JSON.stringify(words.toLowerCase()).slice(1, -1));
}
