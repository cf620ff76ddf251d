import { type Graph, instance } from "@viz-js/viz";

/**
 * The graph as an SVG image, made by Graphviz.
 * @throws Error with Graphviz' own words when it cannot draw the graph
 */
export async function renderSvg(graph: Graph): Promise<string> {
  const { output, errors } = (await instance()).render(graph, { format: "svg" });
  if (output === undefined) throw new Error(errors.map(({ message }) => message).join("; "));
  return output;
}
