import type { Fault } from "./fault.ts";
import { CHANGED_CONTENT } from "./rows/changed-content.ts";
import { COSMOS_DOWN, FAILING_COSMOS } from "./rows/failing-cosmos.ts";
import { FAILING_TEAMS } from "./rows/failing-teams.ts";
import { HURT_MACHINE } from "./rows/hurt-machine.ts";
import { KILLED_COUNTING, KILLED_FLUSHING, KILLED_PUBLISHING } from "./rows/killed-stores.ts";
import { KILLED_ON_COSMOS, KILLED_ON_SQLITE } from "./rows/killed-walks.ts";
import { LOAD, MANY_TURNS, THREE_INSTANCES } from "./rows/load.ts";
import { RANDOM_ACTIVITIES } from "./rows/random-activities.ts";
import { RANDOM_ANSWERS } from "./rows/random-answers.ts";

/** All of them, in the order in which they are done. */
export const FAULTS: readonly Fault[] = [
  KILLED_ON_SQLITE,
  KILLED_ON_COSMOS,
  KILLED_COUNTING,
  KILLED_FLUSHING,
  ...KILLED_PUBLISHING,
  FAILING_COSMOS,
  COSMOS_DOWN,
  FAILING_TEAMS,
  ...HURT_MACHINE,
  CHANGED_CONTENT,
  LOAD,
  MANY_TURNS,
  THREE_INSTANCES,
  RANDOM_ACTIVITIES,
  RANDOM_ANSWERS,
];
