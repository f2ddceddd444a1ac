import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Contender, contenders, type Outcome } from "./contenders.ts";

/** What one reading of a file took. */
export interface Measured extends Outcome {
  /** Processor time of all threads, user and system, in seconds. */
  cpu: number;
  /** Elapsed time in seconds. */
  wall: number;
  /** Peak resident memory of the whole process, in bytes. */
  peak: number;
}

/**
 * Reads a file once in a process of its own, so that memory and caches of one reading do not serve the next.
 * @throws Error with what the process said where it failed.
 */
export function measure(contender: Contender, reviews: string): Measured {
  const child = spawnSync(
    process.execPath,
    ["--import", "tsx", "--max-old-space-size=8192", fileURLToPath(import.meta.url), contender, reviews],
    { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
  );
  if (child.status !== 0)
    throw new Error(`Reading with ${contender} failed (${child.signal ?? child.status}).\n${child.stderr}`);
  return JSON.parse(child.stdout);
}

/** Starting the process and loading its modules are not counted. */
async function measureHere(contender: Contender, reviews: string): Promise<Measured> {
  const startWall = performance.now();
  const startCpu = process.cpuUsage();
  const outcome = await contenders[contender](reviews);
  const { user, system } = process.cpuUsage(startCpu);
  const wall = (performance.now() - startWall) / 1e3;
  return { ...outcome, cpu: (user + system) / 1e6, wall, peak: process.resourceUsage().maxRSS * 1024 };
}

const [script, contender, reviews] = process.argv.slice(1);
if (script === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(await measureHere(contender as Contender, reviews!)));
