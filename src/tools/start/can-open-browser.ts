import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether the Playground can open a browser here. It crashes when it tries without a program for it,
 * as on a build server or over ssh.
 * @param env `process.env`, or a stand-in for it
 */
export function canOpenBrowser(env: Environment, platform: NodeJS.Platform = process.platform): boolean {
  if (env.CI) return false;
  if (platform === "win32" || platform === "darwin") return true;
  const hasScreen = Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  return hasScreen && (env.PATH ?? "").split(delimiter).some((folder) => isProgram(join(folder, "xdg-open")));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
