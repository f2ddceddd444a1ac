import type { Models } from "./models.ts";
import type { Cost } from "./record.ts";

/** Total cost (the amount, or hours times rate, of each item) and cost per student who started, in pounds. */
export function cost({ costs }: Models, started: number): Cost {
  if (costs.length === 0) return { total: null, perStudent: null, why: "There is no costs file." };
  let total = 0;
  for (const { amount, hours, rate } of costs) {
    if (amount === null && (hours === null || rate === null)) {
      return {
        total: null,
        perStudent: null,
        why: "An item of the costs file has neither an amount nor hours and rate.",
      };
    }
    total += amount ?? hours! * rate!;
  }
  if (started === 0) return { total, perStudent: null, why: "No student started." };
  return { total, perStudent: total / started };
}
