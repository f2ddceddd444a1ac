import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { ProgrammeError } from "../programme/programme-error.ts";
import { isRunning } from "./is-running.ts";
import type { Manifest } from "./manifest.ts";
import { walk } from "./walk.ts";

/**
 * A release being made beside the place where it will stand. It takes the place of the last one only when it is
 * complete; until then, and after a failure, the last one stays.
 */
export class Release {
  /** The folder to build into. */
  readonly folder: string;
  private readonly previous: string;

  /**
   * @param place Absolute path of the release, --out.
   * @throws ProgrammeError where something else than an earlier release stands there.
   */
  constructor(private readonly place: string) {
    this.folder = join(dirname(place), `.${basename(place)}.next-${process.pid}`);
    this.previous = join(dirname(place), `.${basename(place)}.previous`);
    if (!existsSync(place) && existsSync(this.previous)) renameSync(this.previous, place);
    refuseForeign(place);
    clearAbandoned(place);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** Writes the manifest last, makes everything private and durable, and swaps the release in. */
  publish(manifest: Manifest): void {
    for (const file of walk(this.folder)) settle(join(this.folder, file));
    const path = join(this.folder, "MANIFEST.json");
    writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
    settle(path);
    for (const folder of folders(this.folder)) chmodSync(folder, 0o700);
    rmSync(this.previous, { recursive: true, force: true });
    if (existsSync(this.place)) renameSync(this.place, this.previous);
    renameSync(this.folder, this.place);
    rmSync(this.previous, { recursive: true, force: true });
  }

  /** Removes what was built so far; the last release stays in place. */
  abandon(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function refuseForeign(place: string): void {
  if (!existsSync(place)) return;
  if (!statSync(place).isDirectory()) {
    throw new ProgrammeError(`${basename(place)} is a file. Name a folder for the release with --out.`);
  }
  if (readdirSync(place).length > 0 && !existsSync(join(place, "MANIFEST.json"))) {
    throw new ProgrammeError(
      `The folder ${basename(place)} holds something that is not a release (it has no MANIFEST.json), so it was not replaced. Name another folder with --out, or empty this one.`,
    );
  }
}

/** Removes what builds that were killed had made so far. */
function clearAbandoned(place: string): void {
  if (!existsSync(dirname(place))) return;
  for (const name of readdirSync(dirname(place))) {
    const pid = name.startsWith(`.${basename(place)}.next-`) ? Number(name.split("-").at(-1)) : Number.NaN;
    if (Number.isInteger(pid) && (pid === process.pid || !isRunning(pid))) {
      rmSync(join(dirname(place), name), { recursive: true, force: true });
    }
  }
}

function settle(path: string): void {
  chmodSync(path, 0o600);
  const handle = openSync(path, "r+");
  fsyncSync(handle);
  closeSync(handle);
}

function folders(root: string): string[] {
  const inside = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [root, ...inside.flatMap((entry) => folders(join(root, entry.name)))];
}
