import { checkCount } from "./check-count.ts";
import type { Interval } from "./interval.ts";
import { wilson } from "./wilson.ts";

/** Students by a yes/no seen twice: yes both times, only before, only after, or neither time. */
export interface PairedCells {
  both: number;
  beforeOnly: number;
  afterOnly: number;
  neither: number;
}

/**
 * 95% interval of the share after minus the share before, on the same students (proportions, in [-1, 1]):
 * above 0 means the share rose. Null of no students.
 * Source: Newcombe (1998), Statistics in Medicine 17: 2635-2650, method 10 (two Wilson intervals joined by a
 * phi whose positive numerator is reduced by n/2, to no less than 0).
 *
 * @throws RangeError where a count is not a whole number of at least 0.
 * @example newcombePaired({ both: 1, beforeOnly: 1, afterOnly: 7, neither: 12 }) // => [0.0255591241648598, 0.506920226686141]
 */
export function newcombePaired({ both, beforeOnly, afterOnly, neither }: PairedCells): Interval | null {
  for (const [name, count] of Object.entries({ both, beforeOnly, afterOnly, neither }))
    checkCount(name, count, 0);
  const n = both + beforeOnly + afterOnly + neither;
  const before = wilson(both + beforeOnly, n);
  const after = wilson(both + afterOnly, n);
  if (before === null || after === null) return null;
  const [shareBefore, shareAfter] = [(both + beforeOnly) / n, (both + afterOnly) / n];
  const correlation = phi({ both, beforeOnly, afterOnly, neither });
  const reach = (a: number, b: number): number => Math.sqrt(a ** 2 - 2 * correlation * a * b + b ** 2);
  const difference = shareAfter - shareBefore;
  return [
    difference - reach(shareAfter - after[0], before[1] - shareBefore),
    difference + reach(after[1] - shareAfter, shareBefore - before[0]),
  ];
}

function phi({ both, beforeOnly, afterOnly, neither }: PairedCells): number {
  const n = both + beforeOnly + afterOnly + neither;
  const product = (both + beforeOnly) * (afterOnly + neither) * (both + afterOnly) * (beforeOnly + neither);
  if (product === 0) return 0;
  const numerator = both * neither - beforeOnly * afterOnly;
  return (numerator > 0 ? Math.max(0, numerator - n / 2) : numerator) / Math.sqrt(product);
}
