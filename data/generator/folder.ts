import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Path inside the programme folder -> the file's bytes. */
export type Files = ReadonlyMap<string, Buffer>;

/** Replaces what is generated, exports and mentoring; programme.json and README.md beside them are written by hand. */
export function writeFolder(folder: string, files: Files): void {
  for (const generated of ["exports", "mentoring"])
    rmSync(join(folder, generated), { recursive: true, force: true });
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
