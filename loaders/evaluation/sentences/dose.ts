import type { Correlation, Dose } from "../record.ts";
import { fewestToJudge } from "../verdict-rule.ts";
import { count, pValue, signed } from "../words.ts";

/** How the change goes with meetings and weeks: a description, whose direction may be the other way round. */
export function doseSentences(dose: Dose): string[] {
  const said = [describe(dose, "meetings held"), describe(dose.weeks, "weeks on the programme")];
  if (dose.n < fewestToJudge && dose.weeks.n < fewestToJudge) return [];
  return [
    ...said,
    "This describes and explains nothing: students who do well may come more often, and those who struggle may be seen more often.",
  ];
}

function describe({ n, spearman, partial, p, why }: Correlation, what: string): string {
  if (spearman === null) return `How the change goes with the ${what} is not known. ${why}`;
  const direction =
    p === null || p >= 0.05
      ? "does not clearly go with"
      : spearman > 0
        ? "tends to be greater with more"
        : "tends to be smaller with more";
  const alike = partial === null ? "" : `; ${signed(partial)} among students alike before`;
  return `The change ${direction} ${what}: rank correlation ${signed(spearman)}${alike}${p === null ? "" : ` (${pValue(p)})`}, over ${count(n, "student")}.`;
}
