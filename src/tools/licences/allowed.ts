/**
 * Licences that a work under the EUPL-1.2 may be built on: they ask for a notice at most, and put no condition on the
 * whole.
 */
export const ALLOWED: readonly string[] = [
  "MIT",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
  "Unlicense",
];

/** Packages that do not say their licence in package.json, by name: what their own files say, looked up by hand. */
export const LOOKED_UP: Readonly<Record<string, string>> = {
  // The end of its Readme.
  "escape-regexp-component": "MIT",
  // The text of its LICENSE.
  jspath: "MIT",
  // The end of its README.
  semaphore: "MIT",
};
