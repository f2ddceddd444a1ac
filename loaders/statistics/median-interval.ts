import binomialCdf from "@stdlib/stats-base-dists-binomial-cdf";
import { median } from "simple-statistics";
import type { Interval } from "./interval.ts";

export interface MedianInterval {
  median: number | null;
  /** Two of the values; null where fewer than six give an interval of 95%. */
  ci95: Interval | null;
}

/**
 * The median of some values with its distribution-free 95% interval: from the value of rank r to that of rank n - r + 1,
 * r as large as the binomial allows with at least 95% between them. Null of no values.
 * Source: Conover (1999), Practical Nonparametric Statistics, 3rd edition, section 3.2 (confidence interval for a
 * quantile).
 *
 * @example medianInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) // => {"median": 5.5, "ci95": [2, 9]}
 */
export function medianInterval(values: readonly number[]): MedianInterval {
  const n = values.length;
  if (n === 0) return { median: null, ci95: null };
  const sorted = values.toSorted((a, b) => a - b);
  let rank = 0;
  while (binomialCdf(rank, n, 0.5) <= 0.025) rank += 1;
  return {
    median: median([...values]),
    ci95: rank === 0 ? null : [sorted[rank - 1]!, sorted[n - rank]!],
  };
}
