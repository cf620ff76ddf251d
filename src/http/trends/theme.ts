/** The name of the theme in an address; a Teams tab fills it in with `{app.theme}`. */
export const THEME_NAME = "theme";

const THEMES = ["default", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];

/** The theme of Teams that an address asks for. Without it the system decides. */
export function readTheme(query: URLSearchParams): Theme | undefined {
  return THEMES.find((theme) => theme === query.get(THEME_NAME));
}
