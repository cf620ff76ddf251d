import type { Attributes } from "@viz-js/viz";

const FONT = { fontname: "Arial" };
const INK = "#33475b";

export const GRAPH: Attributes = {
  ...FONT,
  fontsize: 22,
  labelloc: "t",
  labeljust: "l",
  newrank: true,
  nodesep: 0.4,
  ranksep: 0.7,
};
export const NODES: Attributes = { ...FONT, fontsize: 13, shape: "box", style: "rounded,filled", fillcolor: "white" };
export const EDGES: Attributes = { ...FONT, fontsize: 10, color: INK, fontcolor: INK };
export const PHASE: Attributes = {
  ...FONT,
  fontsize: 16,
  labeljust: "c",
  style: "rounded,filled",
  color: "#e9eff5",
  margin: 12,
};

export const POINT: Attributes = { shape: "oval", fillcolor: "#dfe7ef" };
export const GATE: Attributes = { shape: "diamond", style: "filled", fillcolor: "#fff3cd", fontsize: 10, margin: 0.02 };
export const NOTE: Attributes = { shape: "note", style: "filled", fillcolor: "#fffdf3", fontsize: 10 };

export const WHEN: Attributes = { style: "dashed" };
export const UNSEEN: Attributes = { style: "invis" };
/** The weights put the rows below each other instead of each row below the end of the one before. */
export const BETWEEN_ROWS: Attributes = { weight: 0 };
export const LEFT_MARGIN: Attributes = { ...UNSEEN, weight: 200 };
