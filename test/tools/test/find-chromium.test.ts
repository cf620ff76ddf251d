import { expect, test } from "@jest/globals";
import { findChromium } from "../../../src/tools/test/find-chromium.ts";

test("the chosen browser is taken", () => {
  expect(findChromium("/opt/my-browser", () => true)).toBe("/opt/my-browser");
});

test("without a choice a browser in a usual place is found", () => {
  expect(findChromium(undefined, (path) => path === "/usr/bin/google-chrome")).toBe("/usr/bin/google-chrome");
});

test("a chosen browser that is not there is an error that names it, also when another one is there", () => {
  const find = () => findChromium("/opt/none", (path) => path !== "/opt/none");
  expect(find).toThrow("/opt/none");
});

test("without any browser the error says how to install one", () => {
  const find = () => findChromium(undefined, () => false);
  expect(find).toThrow(
    expect.objectContaining({ code: "CHROMIUM_NOT_FOUND", fix: expect.stringContaining("apt-get install chromium") }),
  );
});
