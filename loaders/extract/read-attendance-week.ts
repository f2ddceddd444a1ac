import { registerPlan } from "./bulk/register-plan.ts";
import { headersOf, identityColumns, mapColumns } from "./columns.ts";
import { type Heading, preambleOf } from "./read-heading.ts";
import { textsReader } from "./read-text.ts";
import { type Destination, deliver, type RecordReader, studentTest } from "./record-reader.ts";
import { addDays } from "./referential/days.ts";
import { registerWeek } from "./register-week.ts";
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

/** Reads a weekly register: one row a student, one column a session, the week's first day in the file's name or above. */
export function readAttendanceWeek(file: SourceFile, header: Heading, to: Destination): RecordReader | null {
  file.layout = "wide";
  const week = registerWeek(file.name, preambleOf(header));
  const { index } = mapColumns(header.labels, new Set(identityColumns), file.source);
  file.headers = headersOf(header.labels, index);
  if ("refused" in week) {
    file.refuse({ column: null, code: "missing-label", message: week.refused });
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
    date: addDays(week.monday, day),
    session,
    label: header.labels[cell]!,
  }));
  const used = new Set([...index.values(), ...sessions.map(({ cell }) => cell)]);
  file.unmappedColumns.push(...header.labels.filter((label, i) => label !== "" && !used.has(i)));
  const readIdentity = textsReader(index, identityColumns, to.missing);
  return {
    isDated: false,
    isOfStudent: studentTest(index, to),
    read(record) {
      const identity = readIdentity(record);
      if (!identity) return;
      for (const { cell, date, session, label } of sessions) {
        const row = { ...identity, date, session, mark: record.cells[cell]!.normalize("NFC") || null };
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
