/** What `@jest/globals` gives in the test file that runs now: this module is evaluated only once. */
let current;

export function setGlobals(globals) {
  current = globals;
}

function late(name) {
  return new Proxy(() => {}, {
    apply: (_target, _this, args) => current[name](...args),
    get: (_target, property) => current[name][property],
  });
}

export const afterAll = late("afterAll");
export const afterEach = late("afterEach");
export const beforeAll = late("beforeAll");
export const beforeEach = late("beforeEach");
export const describe = late("describe");
export const expect = late("expect");
export const jest = late("jest");
export const test = late("test");
