import type { TableName } from "../programme/schema.ts";
import { predictionKinds } from "../programme/schema.ts";

export type ColumnType =
  | "text"
  | "date"
  | "number"
  | "whole"
  | "yes_no"
  | "year_group"
  | "sex"
  | "sen"
  | readonly string[];

interface ColumnDefinition {
  type: ColumnType;
  required?: true;
}

interface TableDefinition {
  columns: Record<string, ColumnDefinition>;
  /** The columns that identify a row: equal rows collapse, rows that differ beyond them conflict. Null: all columns. */
  key: readonly string[] | null;
  /** What readers call the file that switches it on. */
  label: string;
}

const text: ColumnDefinition = { type: "text" };
const needed: ColumnDefinition = { type: "text", required: true };
const date: ColumnDefinition = { type: "date" };
const neededDate: ColumnDefinition = { type: "date", required: true };
const number: ColumnDefinition = { type: "number" };
const whole: ColumnDefinition = { type: "whole" };
const neededWhole: ColumnDefinition = { type: "whole", required: true };
const yesNo: ColumnDefinition = { type: "yes_no" };
const oneOf = (...values: string[]): ColumnDefinition => ({ type: values });
const neededOneOf = (...values: string[]): ColumnDefinition => ({ type: values, required: true });

/** The tables of the contract, with the type of every column. Session marks and attendance totals are two shapes. */
export const tables: Record<
  Exclude<TableName, "attendance"> | "attendance_marks" | "attendance_totals",
  TableDefinition
> = {
  students: {
    label: "students",
    key: ["student_id"],
    columns: {
      student_id: needed,
      surname: needed,
      forename: needed,
      preferred_name: text,
      upn: text,
      uln: text,
      school: text,
      year_group: { type: "year_group", required: true },
      tutor_group: text,
      sex: { type: "sex" },
      date_of_birth: date,
      pupil_premium: yesNo,
      fsm: yesNo,
      sen: { type: "sen" },
      eal: yesNo,
      looked_after: yesNo,
      prior_attainment: number,
      prior_scale: text,
      joined_on: date,
      left_on: date,
    },
  },
  reviews: {
    label: "reviews",
    key: ["student_id", "subject", "review_date", "criterion", "teacher"],
    columns: {
      student_id: needed,
      subject: needed,
      review_date: neededDate,
      criterion: needed,
      grade: needed,
      review: text,
      teacher: text,
    },
  },
  predictions: {
    label: "predictions",
    key: ["student_id", "subject", "review_date", "kind", "qualification", "teacher"],
    columns: {
      student_id: needed,
      subject: needed,
      review_date: neededDate,
      grade: needed,
      kind: { type: predictionKinds, required: true },
      qualification: text,
      review: text,
      teacher: text,
    },
  },
  attendance_marks: {
    label: "attendance",
    key: ["student_id", "date", "session"],
    columns: { student_id: needed, date: neededDate, session: needed, mark: needed },
  },
  attendance_totals: {
    label: "attendance",
    key: ["student_id", "period_start", "period_end"],
    columns: {
      student_id: needed,
      period_start: neededDate,
      period_end: neededDate,
      possible: neededWhole,
      attended: neededWhole,
      late: whole,
    },
  },
  behaviour: {
    label: "behaviour",
    key: null,
    columns: {
      student_id: needed,
      date: neededDate,
      kind: neededOneOf("achievement", "incident", "suspension"),
      points: number,
      note: text,
    },
  },
  referrals: {
    label: "referrals",
    key: null,
    columns: {
      student_id: needed,
      referred_on: neededDate,
      referred_by: text,
      reason: text,
      concern_subjects: text,
      invited_on: date,
      response: oneOf("accepted", "declined", "none"),
      mentor_id: text,
      mentor_response: oneOf("accepted", "declined"),
    },
  },
  agreements: {
    label: "agreements",
    key: ["student_id", "mentor_id", "starts_on"],
    columns: {
      student_id: needed,
      mentor_id: needed,
      starts_on: neededDate,
      referred_on: date,
      referred_by: text,
      reason: text,
      concern_subjects: text,
      agreed_on: date,
      volunteer: yesNo,
      parents_informed_on: date,
      agreed_weeks: whole,
      extended_to: date,
      ended_on: date,
      end_reason: oneOf("completed", "extended", "no_progress", "withdrew", "left", "other"),
    },
  },
  meetings: {
    label: "meetings",
    key: null,
    columns: {
      student_id: needed,
      planned_on: neededDate,
      status: neededOneOf("held", "missed_by_student", "missed_by_mentor", "cancelled"),
      held_on: date,
      minutes: number,
      positive: text,
      note: text,
    },
  },
  actions: {
    label: "actions",
    key: null,
    columns: {
      student_id: needed,
      set_on: neededDate,
      action: needed,
      due_on: neededDate,
      term: oneOf("short", "medium", "long"),
      subject: text,
      strategy: text,
      owner: text,
      checked_on: date,
      outcome: oneOf("done", "partly", "not_done", "open"),
    },
  },
  feedback: {
    label: "feedback",
    key: null,
    columns: {
      student_id: needed,
      date: neededDate,
      subject: text,
      teacher: text,
      tone: oneOf("praise", "concern", "neutral"),
      comment: text,
    },
  },
  survey: {
    label: "survey",
    key: ["response_id", "question"],
    columns: { response_id: needed, question: needed, answer: needed, date, student_id: text },
  },
  panel: {
    label: "panel",
    key: null,
    columns: {
      panel_date: neededDate,
      student_id: needed,
      action: needed,
      owner: needed,
      due_on: date,
      success_measure: text,
      status: oneOf("open", "done", "dropped"),
      outcome: text,
    },
  },
  staff: {
    label: "staff",
    key: ["staff_id"],
    columns: { staff_id: needed, name: needed, role: text, trained_on: date, capacity: whole },
  },
  calendar: {
    label: "calendar",
    key: null,
    columns: {
      starts_on: neededDate,
      ends_on: neededDate,
      kind: neededOneOf("term", "holiday", "closure"),
      label: text,
    },
  },
  costs: {
    label: "costs",
    key: null,
    columns: { item: needed, hours: number, rate: number, amount: number },
  },
};

/** A table as it is stored: attendance is kept in its two shapes apart. */
export type StoredTable = keyof typeof tables;

/** Columns that say who a student is, in any file that has a row for one. */
export const studentColumns = [
  "student_id",
  "upn",
  "uln",
  "surname",
  "forename",
  "preferred_name",
  "name_combined",
  "year_group",
  "tutor_group",
  "sex",
  "date_of_birth",
  "pupil_premium",
  "sen",
] as const;

/** Every column that a file of a table may have, those included that only help to join it. */
export function columnsOf(table: TableName | "marksheet"): ReadonlySet<string> {
  const stored: StoredTable[] =
    table === "marksheet"
      ? ["reviews", "predictions"]
      : table === "attendance"
        ? ["attendance_marks", "attendance_totals"]
        : [table];
  const names = stored.flatMap((name) => Object.keys(tables[name].columns));
  const joins = names.includes("student_id") ? studentColumns : [];
  return new Set([...names, ...joins]);
}

/** The stored table a file's columns make of a declared one. */
export function storedTable(table: TableName, columns: ReadonlySet<string>): StoredTable {
  if (table !== "attendance") return table;
  return columns.has("possible") || columns.has("attended") ? "attendance_totals" : "attendance_marks";
}
