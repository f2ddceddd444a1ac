import type { Fact } from "../fact.ts";
import { compare, dateOf, placeOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/** Terms that overlap, and closures outside every term, which change nothing. A period that ends before it starts is refused earlier. */
export function checkCalendar(facts: SmallFacts, warnings: Warnings): void {
  const start = (fact: Fact) => dateOf(fact, "starts_on")!;
  const end = (fact: Fact) => dateOf(fact, "ends_on")!;
  const overlap = (a: Fact, b: Fact) => start(a) <= end(b) && start(b) <= end(a);
  const terms = facts.calendar.filter(({ row }) => row.kind === "term");
  let longest: Fact | null = null;
  for (const term of [...terms].sort((a, b) => compare(start(a), start(b)))) {
    if (longest !== null && overlap(longest, term))
      warnings.warn(term, "overlapping-terms", {
        column: "starts_on",
        code: "constraint-error",
        message: `This term overlaps with that of ${placeOf(longest)}. Correct the dates.`,
      });
    if (longest === null || end(term) > end(longest)) longest = term;
  }
  if (terms.length === 0) return;
  for (const fact of facts.calendar) {
    if (fact.row.kind !== "closure" || terms.some((term) => overlap(term, fact))) continue;
    warnings.warn(fact, "closure-outside-terms", {
      column: "starts_on",
      code: "constraint-error",
      message: `The closure from ${start(fact)} to ${end(fact)} is outside every term, so it changes nothing. Correct its dates, or add the term.`,
    });
  }
}
