/** Does all steps of work that can also be done in slices, without anything in between. @throws what a step throws */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
