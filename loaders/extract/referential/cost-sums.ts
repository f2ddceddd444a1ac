import type { SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/** Half of a hundredth of a penny: what binary fractions of pounds may be off. */
const roundingPounds = 0.00005;
const tolerancePounds = 0.01;

/** Costs below zero, and amounts that are not hours times rate, in pounds; the amount is the one that counts. */
export function checkCosts(facts: SmallFacts, warnings: Warnings): void {
  for (const fact of facts.costs) {
    const { hours, rate, amount } = fact.row as Record<string, number | null>;
    for (const [column, value] of Object.entries({ hours, rate, amount })) {
      if (value == null || value >= 0) continue;
      warnings.warn(fact, `negative-${column}`, {
        column,
        code: "constraint-error",
        message: `The ${column} of this cost is ${value}, below zero, and lowers the total. Correct it, unless it is money given back.`,
      });
    }
    if (hours == null || rate == null || amount == null) continue;
    if (Math.abs(amount - hours * rate) <= tolerancePounds + roundingPounds) continue;
    warnings.warn(fact, "amount-not-hours-times-rate", {
      column: "amount",
      code: "constraint-error",
      message: `The amount ${amount} is not ${hours} hours at ${rate}, and it is the amount that counts. Correct one of the three.`,
    });
  }
}
