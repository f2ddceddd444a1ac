import type { Programme } from "../../programme/load-settings.ts";
import { checkActionDates } from "./action-dates.ts";
import { checkAges } from "./ages.ts";
import { checkAgreementDates } from "./agreement-dates.ts";
import { checkAttendancePeriods } from "./attendance-periods.ts";
import { checkCalendar } from "./calendar-periods.ts";
import { checkCosts } from "./cost-sums.ts";
import { checkExampleRows } from "./example-rows.ts";
import { checkGarbledNames } from "./garbled-names.ts";
import { checkIdentifiersAlike } from "./identifiers-alike.ts";
import { checkMeetingFacts } from "./meeting-facts.ts";
import { checkMeetingsInAgreements } from "./meetings-in-agreements.ts";
import { checkMeetingsOnOneDay } from "./meetings-on-one-day.ts";
import { checkMentorIsNotStudent } from "./mentor-is-not-student.ts";
import { checkMentorsInStaff } from "./mentors-in-staff.ts";
import { checkOverlappingAgreements } from "./overlapping-agreements.ts";
import { checkPanelDates } from "./panel-dates.ts";
import { checkPriorAttainment } from "./prior-attainment.ts";
import { checkPupilNumbers } from "./pupil-numbers.ts";
import { checkRecordsOfMentees } from "./records-of-mentees.ts";
import { checkSamePersonTwice } from "./same-person-twice.ts";
import { checkSharedNumbers } from "./shared-numbers.ts";
import type { SmallFacts } from "./small-tables.ts";
import { checkStudentDates } from "./student-dates.ts";
import { Warnings } from "./warnings.ts";

const checks: readonly ((facts: SmallFacts, warnings: Warnings, programme: Programme) => void)[] = [
  checkExampleRows,
  checkSharedNumbers,
  checkPupilNumbers,
  checkIdentifiersAlike,
  checkSamePersonTwice,
  checkGarbledNames,
  checkStudentDates,
  checkAges,
  checkPriorAttainment,
  checkMentorsInStaff,
  checkMentorIsNotStudent,
  checkAgreementDates,
  checkOverlappingAgreements,
  checkRecordsOfMentees,
  checkMeetingsInAgreements,
  checkMeetingFacts,
  checkMeetingsOnOneDay,
  checkActionDates,
  checkPanelDates,
  checkAttendancePeriods,
  checkCalendar,
  checkCosts,
];

/**
 * Warns of rows that are each readable but do not fit together: a meeting of nobody, a mentor who is not in staff, two
 * mentors at once. Nothing is refused and no row is changed; the data manager is told what to look at.
 * @param facts Read, joined to students and without duplicates. Warnings are noted on the files of their records.
 */
export function checkReferences(facts: SmallFacts, programme: Programme): void {
  const warnings = new Warnings();
  for (const check of checks) check(facts, warnings, programme);
  warnings.close();
}
