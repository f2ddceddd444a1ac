import builtIn from "./reference/grade_scales.json" with { type: "json" };

/** A grade scale with its declared direction. */
export interface Scale {
  id: string;
  label: string;
  /** Grades from best to worst. */
  bestFirst: readonly string[];
}

/** Scales every programme may name without declaring them. */
export const builtInScales: readonly Scale[] = builtIn;

/** The number of the grade counted from the worst (1) to the best; null for a grade the scale does not have. */
export function rankOf(scale: Scale, grade: string): number | null {
  const index = scale.bestFirst.indexOf(grade);
  return index < 0 ? null : scale.bestFirst.length - index;
}

/**
 * The scale's own spelling of a grade as typed in an export: exact, or the only grade that differs by case.
 * @returns null where the scale has no such grade.
 */
export function gradeOnScale(scale: Scale, typed: string): string | null {
  if (scale.bestFirst.includes(typed)) return typed;
  const alike = scale.bestFirst.filter((grade) => grade.toLowerCase() === typed.toLowerCase());
  return alike.length === 1 ? alike[0]! : null;
}
