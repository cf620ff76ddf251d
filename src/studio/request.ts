import type { VNode } from "preact";
import type { Person } from "../content/content-store.ts";

/** What somebody of the programme staff asks of the pages; who they are and that they may was seen to before. */
export interface StudioRequest {
  method: "GET" | "POST";
  /** What comes behind `/inhoud`: empty, or beginning with a slash. */
  path: string;
  query: URLSearchParams;
  /** What was filled in; empty for a GET. */
  form: URLSearchParams;
  person: Person;
}

/** A page, another page to go to, or data for the script of the page. */
export type StudioAnswer =
  | { status: number; title: string; body: VNode }
  | { status: 303; location: string }
  | { status: number; json: object };
