import { html } from "../html.ts";
import { EffectsPage } from "../pages/effects-page.ts";
import type { Route } from "../studio.ts";
import { page } from "./view-routes.ts";

const show: Route = async ({ method, person }, [first, second, ...more], { desk, effects, verdicts, options }) => {
  if (method !== "GET" || first !== "concept" || second !== "gevolgen" || more.length > 0) return undefined;
  const work = await desk.open(person);
  const { draft, files } = work;
  const found = draft && effects?.(person, draft, files);
  const after = draft && found?.effects ? await verdicts?.contentOf(person, draft, files) : undefined;
  const body = html`<${EffectsPage} work=${work} effects=${found} before=${options.content()} after=${after} />`;
  return page("Wat gaat er anders?", body);
};

export const effectRoutes: readonly Route[] = [show];
