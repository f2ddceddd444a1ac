import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { ProgrammeError } from "../programme/programme-error.ts";
import { frameworkHome, packageRoot } from "./paths.ts";

/**
 * Runs a build while no other build of this installation runs, because they share the stage.
 * @throws ProgrammeError where another build is running.
 */
export async function withBuildLock<T>(build: () => Promise<T>): Promise<T> {
  const path = join(packageRoot, frameworkHome, "build.lock");
  mkdirSync(dirname(path), { recursive: true });
  take(path);
  try {
    return await build();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): void {
  try {
    const handle = openSync(path, "wx", 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const owner = Number(readFileSync(path, "utf8"));
    if (isRunning(owner)) {
      throw new ProgrammeError(
        `Another build is running (process ${owner}). Wait until it has ended, then start this one again.`,
      );
    }
    rmSync(path, { force: true });
    take(path);
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
