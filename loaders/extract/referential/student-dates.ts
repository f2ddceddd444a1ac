import { yearsLater } from "../../programme/days.ts";
import type { Programme } from "../../programme/load-settings.ts";
import { dateOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

const youngestYears = 2;

/** A student born too late to be at any school, or who left before joining. */
export function checkStudentDates(facts: SmallFacts, warnings: Warnings, { settings }: Programme): void {
  const { asOf } = settings;
  for (const fact of facts.students) {
    const born = dateOf(fact, "date_of_birth");
    if (born !== null && born > yearsLater(asOf, -youngestYears))
      warnings.warn(fact, "born-too-late", {
        column: "date_of_birth",
        code: "constraint-error",
        message:
          born > asOf
            ? `The date of birth is after ${asOf}, the day on which the programme is looked at. Correct it in the export.`
            : `The date of birth makes the student younger than ${youngestYears}. Correct it in the export.`,
      });
    const joined = dateOf(fact, "joined_on");
    const left = dateOf(fact, "left_on");
    if (joined !== null && left !== null && joined > left)
      warnings.warn(fact, "left-before-joining", {
        column: "left_on",
        code: "constraint-error",
        message:
          "The student left before joining. Correct one of the dates; leave left_on empty for one who came back.",
      });
  }
}
