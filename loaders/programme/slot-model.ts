import models from "./reference/attainment8_models.json" with { type: "json" };
import type { ProgrammeSettings } from "./schema.ts";

/** The slots of Attainment 8 besides English and maths, with the subjects of each basket. */
export interface SubjectSlots {
  baskets: readonly { label: string; slots: number; subjects: readonly string[] }[];
  open: number;
}

/**
 * The slot model of a programme: the one programme.json declares, else the newest published one that the year's
 * results fall under. Null before the results of 2016, when there was no Attainment 8.
 */
export function slotModel({ attainment8, academicYear }: ProgrammeSettings): SubjectSlots | null {
  const { baskets, open } = attainment8;
  const resultsOf = Number(academicYear.slice(0, 4)) + 1;
  const published = models.findLast(({ fromResultsOf }) => fromResultsOf <= resultsOf) ?? null;
  if (baskets) return { baskets, open: open ?? published?.open ?? 3 };
  return published && { baskets: published.baskets, open: open ?? published.open };
}
