/** Files that take ten seconds or more, the longest first. With one of these at the end, the other workers would wait. */
const LONGEST = [
  "e2e/studio-page",
  "e2e/chat",
  "e2e/studio-live",
  "app-on-cosmos",
  "studio/studio",
  "e2e/trends-page",
  "teams/danger-first",
  "tools/bench/bench",
  "deployment/outgoing-proxy",
  "check/check-content",
  "check/floor",
  "stores/cosmos/checked-share",
  "stores/cosmos/flush",
  "stores/cosmos/state-store",
  "deployment/administrator",
  "main",
  "app",
  "teams/sending",
  "tools/content-exchange",
  "tools/check-content",
  "tools/start",
];

const rank = ({ path }) => {
  const found = LONGEST.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
  return found < 0 ? LONGEST.length : found;
};

/** The order of the test files, the same on every machine. */
export default class LongestFirst {
  sort(tests) {
    return tests.toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
