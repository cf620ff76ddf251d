/** Whom or what the danger card speaks to besides: the worker in danger (`werker`), or thinking of suicide (`zelf`). */
export type DangerAbout = "" | "zelf" | "werker" | "zelfdoding";

/** Signs of danger with lines of their own on the card; what is about the worker comes first. */
const ABOUT_OF_SIGN: readonly [sign: string, about: DangerAbout][] = [
  ["zelfdoding-werker", "zelf"],
  ["werker", "werker"],
  ["zelfdoding", "zelfdoding"],
];

export function dangerAbout(signs: readonly string[]): DangerAbout {
  return ABOUT_OF_SIGN.find(([sign]) => signs.includes(sign))?.[1] ?? "";
}
