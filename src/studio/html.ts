import type { ComponentChildren } from "preact";

/** HTML as a template: every value in it is escaped. */
export { html } from "htm/preact";

export type Children = ComponentChildren;
