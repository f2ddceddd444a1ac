import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Paths of all files below a folder, relative to it, with forward slashes, sorted. */
export function walk(folder: string): string[] {
  const inside = (path: string): string[] =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const name = path ? `${path}/${entry.name}` : entry.name;
      return entry.isDirectory() ? inside(name) : [name];
    });
  return inside("").sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
