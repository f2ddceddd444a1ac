/** By overall attrition in whole per cent, from 0: the greatest difference between the groups, in percentage points. */
const cautious = [
  5.7, 5.8, 5.9, 5.9, 6, 6.1, 6.2, 6.3, 6.3, 6.3, 6.3, 6.2, 6.2, 6.1, 6, 5.9, 5.9, 5.8, 5.7, 5.5, 5.4, 5.3,
  5.2, 5.1, 4.9, 4.8, 4.7, 4.5, 4.4, 4.3, 4.1, 4, 3.8, 3.6, 3.5, 3.3, 3.2, 3.1, 2.9, 2.8, 2.6, 2.5, 2.3, 2.1,
  2, 1.8, 1.6, 1.5, 1.3, 1.2, 1, 0.9, 0.7, 0.6, 0.4, 0.3, 0.2, 0,
];
const optimistic = [
  10, 10.1, 10.2, 10.3, 10.4, 10.5, 10.7, 10.8, 10.9, 10.9, 10.9, 10.9, 10.9, 10.9, 10.8, 10.8, 10.7, 10.6,
  10.5, 10.3, 10.2, 10, 9.9, 9.7, 9.5, 9.4, 9.2, 9, 8.8, 8.6, 8.4, 8.2, 8, 7.8, 7.6, 7.4, 7.2, 7, 6.7, 6.5,
  6.3, 6, 5.8, 5.6, 5.3, 5.1, 4.9, 4.6, 4.4, 4.2, 3.9, 3.7, 3.5, 3.2, 3, 2.8, 2.6, 2.3,
];

/** What attrition of that size and imbalance could make of a comparison. */
export type AttritionClass = "low" | "low on optimistic assumptions" | "high";

/**
 * The greatest difference between two groups' attrition, in percentage points, up to which attrition of `overall` per
 * cent is low: on cautious assumptions of how leavers differ, and on optimistic ones. Between two whole per cents the
 * smaller of their limits counts. Null beyond 57 per cent, which no difference makes low.
 * Source: What Works Clearinghouse (2017), Standards Handbook, version 4.0, table II.1.
 *
 * @throws RangeError where overall is not within 0 and 100.
 * @example attritionBoundary(20) // => {"cautious": 5.4, "optimistic": 10.2}
 */
export function attritionBoundary(overall: number): { cautious: number; optimistic: number } | null {
  checkPercentage("overall", overall);
  const [under, over] = [Math.floor(overall), Math.ceil(overall)];
  if (over >= cautious.length) return null;
  const limit = (table: readonly number[]) => Math.min(table[under]!, table[over]!);
  return { cautious: limit(cautious), optimistic: limit(optimistic) };
}

/**
 * Whether attrition of `overall` per cent that differs by `differential` percentage points between the groups is low.
 * Source: as attritionBoundary.
 *
 * @throws RangeError where an argument is not within 0 and 100.
 * @example [attritionClass(20, 5.4), attritionClass(20, 8), attritionClass(60, 0)] // => ["low", "low on optimistic assumptions", "high"]
 */
export function attritionClass(overall: number, differential: number): AttritionClass {
  checkPercentage("differential", differential);
  const boundary = attritionBoundary(overall);
  if (boundary === null || differential > boundary.optimistic) return "high";
  return differential <= boundary.cautious ? "low" : "low on optimistic assumptions";
}

function checkPercentage(name: string, value: number): void {
  if (!(value >= 0 && value <= 100))
    throw new RangeError(`The argument ${name} is ${value}; give per cent, within 0 and 100.`);
}
