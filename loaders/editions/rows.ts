/** Rows of the models that the pages are made from. Dates are ISO texts. */

export interface OnRollRow {
  student_id: string;
  surname: string;
  forename: string;
  year_group: string;
  tutor_group: string | null;
  mentored: boolean;
  mentor: string | null;
}

export interface CaseloadRow {
  student_id: string;
  mentor_id: string;
  starts_on: string;
  agreed_weeks: number;
  extended_to: string | null;
  week: number;
  last_held: string | null;
  last_planned: string | null;
  last_status: string | null;
  next_planned: string | null;
  missed_in_a_row: number;
}

export interface CaseloadGradeRow {
  student_id: string;
  subject: string;
  outcome: string;
  review_date: string;
  grade: string;
  earlier_date: string | null;
  earlier_grade: string | null;
  change: number | null;
}

export interface ActionRow {
  student_id: string;
  action: string;
  subject: string | null;
  owner: string | null;
  due_on: string;
  overdue_days: number;
}

export interface PraiseRow {
  student_id: string;
  date: string;
  comment: string;
  subject: string | null;
}

export interface StaffRow {
  staff_id: string;
  name: string;
  role: string | null;
  capacity: number | null;
}

/** A student's name as pages show it. */
export function displayName(row: { forename: string; surname: string }): string {
  return `${row.forename} ${row.surname}`.trim();
}

type Named = Pick<OnRollRow, "student_id" | "surname" | "forename">;

/** Orders by surname, forename, then identifier, in British English. */
export function byName(a: Named, b: Named): number {
  return (
    order.compare(a.surname, b.surname) ||
    order.compare(a.forename, b.forename) ||
    (a.student_id < b.student_id ? -1 : 1)
  );
}

const order = new Intl.Collator("en-GB");
