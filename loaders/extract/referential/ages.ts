import { academicYearStart } from "../../programme/academic-year.ts";
import { yearsLater } from "../../programme/days.ts";
import type { Programme } from "../../programme/load-settings.ts";
import { dateOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

const toleranceYears = 2;

/** From this year group on students may be of any age above the usual one: colleges teach adults. */
const firstOpenYear = 12;

/**
 * A date of birth that does not go with the year group. In England a student of year N is N + 4 on the 1 September with
 * which the year begins (school admissions: five in the year group 1). Year groups are those of the programme's year, or of
 * the year in which a student left before it.
 */
export function checkAges(facts: SmallFacts, warnings: Warnings, { settings }: Programme): void {
  const programmeYear = Number(settings.academicYear.slice(0, 4));
  for (const fact of facts.students) {
    const born = dateOf(fact, "date_of_birth");
    const yearGroup = fact.row.year_group as string;
    const usual = usualAge(yearGroup);
    if (born === null || usual === null || born > yearsLater(settings.asOf, -2)) continue;
    const left = dateOf(fact, "left_on");
    const year = left === null ? programmeYear : Math.min(academicYearStart(left), programmeYear);
    const age = ageOn(born, `${year}-09-01`);
    const tooYoung = age < usual - toleranceYears;
    const tooOld = age > usual + toleranceYears && !(Number(yearGroup) >= firstOpenYear);
    if (!tooYoung && !tooOld) continue;
    warnings.warn(fact, "age-for-year-group", {
      column: "date_of_birth",
      code: "constraint-error",
      message: `The date of birth makes the student more than ${toleranceYears} years ${tooYoung ? "younger" : "older"} than is usual in year group ${yearGroup}. Correct it or the year group in the export, if one is wrong.`,
    });
  }
}

/** The age on the first day of a year group's year: nursery 3, reception 4, Year 11 15; null for other names. */
function usualAge(yearGroup: string): number | null {
  if (yearGroup === "N") return 3;
  if (yearGroup === "R") return 4;
  return /^\d+$/.test(yearGroup) ? Number(yearGroup) + 4 : null;
}

/** Birthdays passed by a day. */
function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return born.slice(5) > day.slice(5) ? years - 1 : years;
}
