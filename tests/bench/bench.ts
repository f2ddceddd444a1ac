import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Contender } from "./contenders.ts";
import { type Measured, measure } from "./measure.ts";
import { damages, type Generated, writeProgramme } from "./programme.ts";

/** The readings that are compared, in the order in which each round takes them. */
export const readings = {
  duckdb: { contender: "duckdb", file: "whole" },
  reader: { contender: "reader", file: "whole" },
  warehouse: { contender: "warehouse", file: "whole" },
  damaged: { contender: "reader", file: "damaged" },
  csvParse: { contender: "csvParse", file: "whole" },
} as const satisfies Record<string, { contender: Contender; file: "whole" | "damaged" }>;
export type Reading = keyof typeof readings;

export interface Bench {
  whole: Generated;
  damaged: Generated;
  /** One entry a round: what each reading took. */
  rounds: Record<Reading, Measured>[];
}

/**
 * Writes the files, reads them in every way, round by round, and removes them.
 * @param progress Is told what is being done.
 * @throws Error where a reading did not give the rows that the file holds.
 */
export function runBench(
  { rows, rounds }: { rows: number; rounds: number },
  progress: (step: string) => void,
): Bench {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    progress(`writing ${rows} rows`);
    const every = Math.min(10_000, Math.max(1, Math.floor(rows / (2 * damages.length))));
    const whole = writeProgramme(join(folder, "whole"), rows, null);
    const damaged = writeProgramme(join(folder, "damaged"), rows, every);
    const files = { whole, damaged };
    const bench: Bench = { whole, damaged, rounds: [] };
    for (let round = 1; round <= rounds; round++) {
      const taken = Object.entries(readings).map(([name, { contender, file }]) => {
        progress(`round ${round} of ${rounds}: ${name}`);
        const measured = measure(contender, files[file].reviews);
        requireRows(name, measured, files[file]);
        return [name, measured] as const;
      });
      bench.rounds.push(Object.fromEntries(taken) as Record<Reading, Measured>);
    }
    return bench;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A fast reading that loses a row or keeps a damaged one would prove nothing. */
function requireRows(name: string, measured: Measured, file: Generated): void {
  const { rows, refused } = measured;
  if (rows === file.rows - file.damaged && refused === file.damaged) return;
  throw new Error(
    `The reading "${name}" gave ${rows} rows and refused ${refused} lines of a file with ${file.rows} rows, of which ${file.damaged} are damaged.`,
  );
}
