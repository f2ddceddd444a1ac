import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of the college sample to damage: two reviews instead of nine, and no attendance. */
export class ShortCollege {
  readonly home = mkdtempSync(join(tmpdir(), "short college-"));
  readonly folder = join(this.home, "O'Brien's süß folder");

  constructor() {
    cpSync("data/college", this.folder, {
      recursive: true,
      filter: (path) =>
        !/attendance|\.impact/.test(path) && (!/review-/.test(path) || /2010-11-05|2011-03-25/.test(path)),
    });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Rewrites a file of the folder, keeping every byte that the change does not touch. */
  edit(name: string, change: (text: string) => string): void {
    const text = readFileSync(this.path(name), "latin1");
    const changed = change(text);
    if (changed === text) throw new Error(`The change to ${name} changes nothing.`);
    writeFileSync(this.path(name), changed, "latin1");
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
