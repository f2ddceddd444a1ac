import { exclusionOf } from "./excluded.ts";
import { byT, exactly, reproduced } from "./reproduce.ts";

declare module "vitest" {
  interface TaskMeta {
    /** Lines that stand at the end of a run. */
    report?: string[];
  }
}

const kinds: readonly [number, string][] = [
  [exactly, "estimates and exact p, to 1e-9"],
  [byT, "intervals and p by t, to 1e-8"],
];

/** How many values of how many sets were reproduced, how far the furthest is off, and why the others are excluded. */
export function report(leaves: readonly string[]): string[] {
  const paths = [...reproduced.keys()];
  const sets = new Set(paths.map(setOf));
  const reasons = leaves.flatMap((path) => (reproduced.has(path) ? [] : exclusionOf(path)!.reason));
  return [
    `Reference values: ${paths.length} of ${sets.size} sets reproduced (relative differences)`,
    ...kinds.map(([tolerance, kind]) => {
      const own = [...reproduced].filter(([, value]) => value.tolerance === tolerance);
      const [path, { difference }] = own.reduce((a, b) => (b[1].difference > a[1].difference ? b : a));
      return `  ${kind}: ${own.length} values, furthest off ${difference.toExponential(1)} (${path})`;
    }),
    `Not reproduced: ${reasons.length} of ${leaves.length}`,
    ...[...new Set(reasons)].map(
      (reason) => `  ${reasons.filter((each) => each === reason).length} ${reason}`,
    ),
  ];
}

/** What one set of inputs is: a cohort, a pair of groups, a line of a table; or the table itself. */
function setOf(path: string): string {
  const [table, part] = path.split(".");
  const isList = /^\d+$/.test(part!);
  return isList || ["paired", "two_group", "clustered", "dose"].includes(table!)
    ? `${table}.${part}`
    : table!;
}
