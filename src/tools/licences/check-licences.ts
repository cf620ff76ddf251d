import { ALLOWED, LOOKED_UP } from "./allowed.ts";

/** The part of `package-lock.json` that is read: folder of a package -> what is installed there. */
export interface Lock {
  packages: Record<string, { version?: string; license?: string; dev?: boolean }>;
}

export interface Licences {
  /** Licence -> number of packages, the most used first. */
  counts: [string, number][];
  refused: { name: string; licence: string }[];
}

/** The licences of the packages that run in production; those for development are not passed on to anyone. */
export function checkLicences({ packages }: Lock): Licences {
  const installed = Object.entries(packages).filter(([folder, { dev }]) => folder !== "" && !dev);
  const found = installed.map(([folder, { version, license }]) => {
    const name = folder.replace(/^.*node_modules\//, "");
    return { name: `${name}@${version}`, licence: license ?? LOOKED_UP[name] ?? "geen licentie vermeld" };
  });
  const counts = Object.entries(Object.groupBy(found, ({ licence }) => licence));
  return {
    counts: counts.map(([licence, of]) => [licence, of?.length ?? 0] as [string, number]).sort((a, b) => b[1] - a[1]),
    refused: found.filter(({ licence }) => !isAllowed(licence)),
  };
}

/** Of an SPDX expression such as "(MIT OR MPL-2.0)" one choice must be allowed, and in it every part. */
function isAllowed(expression: string): boolean {
  const choices = expression.replaceAll(/[()]/g, "").split(/ or /i);
  return choices.some((choice) => choice.split(/ and /i).every((licence) => ALLOWED.includes(licence.trim())));
}
