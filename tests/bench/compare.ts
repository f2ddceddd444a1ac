import type { Bench, Reading } from "./bench.ts";

/** A bar that one reading is held against another by. */
interface Bar {
  reading: Reading;
  against: Reading;
  what: string;
  /** The largest ratio of processor time that passes; null where none is set, and the ratio is only shown. */
  most: number | null;
}

export const bars: readonly Bar[] = [
  {
    reading: "reader",
    against: "duckdb",
    what: "read, validate, account / DuckDB's unvalidated typed load",
    most: 1.5,
  },
  {
    reading: "warehouse",
    against: "duckdb",
    what: "the same and into DuckDB's tables / DuckDB's unvalidated typed load",
    most: null,
  },
  {
    reading: "damaged",
    against: "reader",
    what: "read, validate, account: one line in 10,000 damaged / undamaged",
    most: 1.1,
  },
  {
    reading: "reader",
    against: "csvParse",
    what: "read, validate, account / csv-parse row by row",
    most: 0.2,
  },
];

export interface Compared extends Bar {
  /** Median over the rounds of the ratio within each round. */
  ratio: number;
  met: boolean;
}

export function compare(rounds: Bench["rounds"]): Compared[] {
  return bars.map((bar) => {
    const ratio = median(rounds.map((round) => round[bar.reading].cpu / round[bar.against].cpu));
    return { ...bar, ratio, met: bar.most === null || ratio <= bar.most };
  });
}

/** The middle of an odd number of values; of an even number, the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}
