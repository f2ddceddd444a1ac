import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ProgrammeError } from "../programme/programme-error.ts";
import { isRunning } from "./is-running.ts";
import { frameworkHome, packageRoot } from "./paths.ts";

const pollMs = 250;
const patienceMs = 10 * 60_000;

/**
 * Runs a build while no other build of this installation runs, because they share the stage; waits for its turn.
 * @param say Told when it has to wait.
 * @throws ProgrammeError where the other build has not ended after ten minutes.
 */
export async function withBuildLock<T>(build: () => Promise<T>, say: (step: string) => void): Promise<T> {
  const path = join(packageRoot, frameworkHome, "build.lock");
  mkdirSync(dirname(path), { recursive: true });
  for (let waited = 0; !take(path); waited += pollMs) {
    if (waited === 0) say("Waiting for another build to end");
    if (waited >= patienceMs) {
      throw new ProgrammeError(
        "Another build has been running for more than ten minutes. End it, then start this one again.",
      );
    }
    await wait(pollMs);
  }
  try {
    return await build();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Takes the lock if nobody who is still running holds it. */
function take(path: string): boolean {
  try {
    const handle = openSync(path, "wx", 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  if (holderIsRunning(path)) return false;
  rmSync(path, { force: true });
  return false;
}

/** A lock without a number is one that is being written. */
function holderIsRunning(path: string): boolean {
  try {
    return isRunning(Number(readFileSync(path, "utf8") || process.pid));
  } catch {
    return false;
  }
}
