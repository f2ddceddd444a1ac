import { group } from "d3-array";
import { predictionAccuracy } from "../../attainment/prediction-accuracy.ts";
import type { Programme } from "../../programme/load-settings.ts";
import type { DifferenceRow } from "./models.ts";
import type { Accuracy } from "./record.ts";
import { countReasons } from "./uncounted.ts";

/** How predicted grades met the results, a subject and scale at a time: there a student stands once. */
export function accuracy(
  { scales }: Programme,
  rows: readonly DifferenceRow[],
): {
  accuracy: Accuracy;
  why: Record<string, string>;
} {
  const compared = rows.flatMap(({ difference, teachers, ...row }) =>
    difference === null || teachers === null ? [] : [{ ...row, by: difference, teachers }],
  );
  const reasons = rows
    .filter(({ difference }) => difference === null)
    .map(({ predicted }) =>
      predicted
        ? "The predicted grade and the result are on different scales."
        : "The subject has no predicted grade in the year before the result.",
    );
  return {
    accuracy: {
      students: new Set(compared.map(({ student_id }) => student_id)).size,
      pairs: compared.length,
      subjects: [...group(compared, ({ subject, scale }) => JSON.stringify([subject, scale])).values()].map(
        (of) => {
          const { subject, scale } = of[0]!;
          return { subject, scale, label: scales.get(scale)!.label, ...predictionAccuracy(of) };
        },
      ),
      uncounted: countReasons(reasons),
    },
    why:
      compared.length > 0
        ? {}
        : {
            accuracy:
              rows.length > 0
                ? "No result has a predicted grade on its scale in the year before it."
                : "There are no results: add grades of kind result.",
          },
  };
}
