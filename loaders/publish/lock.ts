import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ProgrammeError } from "../programme/programme-error.ts";
import { isRunning } from "./is-running.ts";
import { frameworkHome, packageRoot } from "./paths.ts";

const pollMs = 250;
const patienceMs = 10 * 60_000;
const writingMs = 5_000;

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
        "Another build has been running for more than ten minutes. End it, then start this one again; if none is running, delete src/.observablehq/build.lock.",
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
    writeFileSync(path, String(process.pid), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  if (!isHeld(path)) rmSync(path, { force: true });
  return false;
}

/** A lock without a number is being written, unless it has been so for long: then its writer was killed. */
function isHeld(path: string): boolean {
  try {
    const pid = readFileSync(path, "utf8");
    return pid ? isRunning(Number(pid)) : Date.now() - statSync(path).mtimeMs < writingMs;
  } catch {
    return false;
  }
}
