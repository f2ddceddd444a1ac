import type { ImpactPage } from "../../loaders/editions/page-data.ts";

/** The mean of a single criterion is that criterion, and is called by its name. */
export function primaryLabel({ record }: ImpactPage): string {
  const [only, ...others] = record.criteria;
  return record.primary.outcome === "criteria-mean" && only && others.length === 0
    ? only.label
    : record.primary.label;
}

/** Whether an outcome is the primary one, or the only criterion in a mean that is. */
export function isPrimary({ record }: ImpactPage, outcome: string): boolean {
  if (outcome === record.primary.outcome) return true;
  const single = record.primary.outcome === "criteria-mean" && record.criteria.length === 1;
  return single && outcome === record.criteria[0]!.id;
}
