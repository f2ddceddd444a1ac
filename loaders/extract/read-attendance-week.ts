import { registerPlan } from "./bulk/register-plan.ts";
import { headersOf, identityColumns, mapColumns } from "./columns.ts";
import type { Heading } from "./read-heading.ts";
import { dateInName } from "./read-marksheet.ts";
import { textsReader } from "./read-text.ts";
import { type Destination, deliver, type RecordReader } from "./record-reader.ts";
import type { SourceFile } from "./source-file.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

interface SessionColumn {
  index: number;
  day: number;
  session: string;
}

/** The columns of a weekly register: MonAM, Mon PM, Monday AM and so on. */
export function sessionColumns(labels: readonly string[]): SessionColumn[] {
  return labels.flatMap((label, index) => {
    const found = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s:_-]*(am|pm)$/i.exec(label);
    return found
      ? [{ index, day: weekdays.indexOf(found[1]!.toLowerCase()), session: found[2]!.toUpperCase() }]
      : [];
  });
}

/** Reads a weekly register: one row a student, one column a session, the week's first day in the file name. */
export function readAttendanceWeek(file: SourceFile, header: Heading, to: Destination): RecordReader | null {
  file.layout = "wide";
  const monday = dateInName(file.name);
  const { index } = mapColumns(header.labels, new Set(identityColumns), file.source);
  file.headers = headersOf(header.labels, index);
  if (!monday || new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1) {
    file.refuse({
      column: null,
      code: "missing-label",
      message:
        "The weekly register does not say which week it is. Put the date of its Monday into the file name, for example attendance-2012-09-03.csv.",
    });
    return null;
  }
  if (index.size === 0) {
    file.refuse({
      column: "student_id",
      code: "missing-label",
      message: `The weekly register has no column that identifies the student (student_id, UPN or ULN). Name it under "columns" of its source in programme.json.`,
    });
    return null;
  }
  const sessions = sessionColumns(header.labels).map(({ index: cell, day, session }) => ({
    cell,
    date: addDays(monday, day),
    session,
    label: header.labels[cell]!,
  }));
  const used = new Set([...index.values(), ...sessions.map(({ cell }) => cell)]);
  file.unmappedColumns.push(...header.labels.filter((label, i) => label !== "" && !used.has(i)));
  const readIdentity = textsReader(index, identityColumns, to.missing);
  return {
    read(record) {
      const identity = readIdentity(record);
      if (!identity) return;
      for (const { cell, date, session, label } of sessions) {
        const row = { ...identity, date, session, mark: record.cells[cell] || null };
        deliver(to, { table: "attendance_marks", row, record, column: label });
      }
    },
    plan: registerPlan(file, header.labels.length, index, sessions, to),
  };
}

/** A session's column of a weekly register, with the day it stands for. */
export interface DatedSession {
  cell: number;
  date: string;
  session: string;
  label: string;
}

function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
