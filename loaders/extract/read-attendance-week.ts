import { addDays } from "../programme/days.ts";
import { registerPlan } from "./bulk/register-plan.ts";
import { headersOf, identityColumns, mapColumns } from "./columns.ts";
import { type Heading, preambleOf } from "./read-heading.ts";
import { textsReader } from "./read-text.ts";
import { type Destination, deliver, type RecordReader, studentTest } from "./record-reader.ts";
import { registerWeek } from "./register-week.ts";
import type { SourceFile } from "./source-file.ts";
import { readDate } from "./values.ts";

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
  const week = registerWeek(file.name, file.sheet, preambleOf(header));
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
  const twice = sessions.find(({ date, session }, i) =>
    sessions.slice(0, i).some((other) => other.date === date && other.session === session),
  );
  if (twice) {
    file.refuse({
      column: twice.label,
      code: "duplicate-label",
      message: `The session "${twice.label}" stands in two columns, so the file may hold two weeks side by side. Put each week into a file of its own.`,
    });
    return null;
  }
  const weekAt = header.labels.findIndex((label) => weekColumn.test(label));
  const oneWeek = weekAt < 0 ? null : new OneWeek(week.monday);
  const used = new Set([...index.values(), ...sessions.map(({ cell }) => cell)]);
  file.unmappedColumns.push(...header.labels.filter((label, i) => label !== "" && !used.has(i)));
  const readIdentity = textsReader(index, identityColumns, to);
  return {
    isDated: false,
    isOfStudent: studentTest(index, to),
    read(record) {
      const identity = readIdentity(record);
      if (!identity) return;
      if (oneWeek && !oneWeek.has(record.cells[weekAt]!)) {
        file.quarantine(record, {
          column: header.labels[weekAt]!,
          code: "constraint-error",
          message: `This line is of another week than that of ${week.monday}, of which the register is. Put each week into a file of its own.`,
        });
        return;
      }
      for (const { cell, date, session, label } of sessions) {
        const row = { ...identity, date, session, mark: record.cells[cell]!.normalize("NFC") || null };
        deliver(to, { table: "attendance_marks", row, record, column: label });
      }
    },
    plan: oneWeek ? null : registerPlan(file, header.labels.length, index, sessions, to),
  };
}

/** A column that says which week a line is of. */
const weekColumn =
  /^(?:week|w\/?[bc])(?: ?(?:commencing|beginning|starting|start|ending|no\.?|number))?(?: date)?$/i;

/** Whether the lines of a register are of its week: by a date within it, or by the one number or name that all have. */
class OneWeek {
  private first: string | null = null;
  private isOwn = true;

  constructor(private readonly monday: string) {}

  /** @param text The cell, to be asked of each line in turn: a blank is of the week above. */
  has(text: string): boolean {
    if (text === "") return this.isOwn;
    const date = readDate(text);
    if (date === null) this.first ??= text;
    // The Sunday before counts too, for some systems begin the week with it.
    this.isOwn = date
      ? date >= addDays(this.monday, -1) && date <= addDays(this.monday, 6)
      : this.first === text;
    return this.isOwn;
  }
}

/** A session's column of a weekly register, with the day it stands for. */
export interface DatedSession {
  cell: number;
  date: string;
  session: string;
  label: string;
}
