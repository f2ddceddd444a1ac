import { headersOf, identityColumns, mapColumns } from "./columns.ts";
import type { Fact, FileFacts } from "./fact.ts";
import { dateInName } from "./read-marksheet.ts";
import type { Header } from "./read-records.ts";
import type { SourceFile, SourceRecord } from "./source-file.ts";

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
export function readAttendanceWeek(
  file: SourceFile,
  header: Header,
  records: readonly SourceRecord[],
): FileFacts {
  file.layout = "wide";
  const monday = dateInName(file.name);
  const sessions = sessionColumns(header.labels);
  const { index } = mapColumns(header.labels, new Set(identityColumns), file.source);
  file.headers = headersOf(header.labels, index);
  if (!monday || new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1) {
    file.refuse({
      column: null,
      code: "missing-label",
      message:
        "The weekly register does not say which week it is. Put the date of its Monday into the file name, for example attendance-2012-09-03.csv.",
    });
    return { facts: [], unmapped: {} };
  }
  if (index.size === 0) {
    file.refuse({
      column: "student_id",
      code: "missing-label",
      message: `The weekly register has no column that identifies the student (student_id, UPN or ULN). Name it under "columns" of its source in programme.json.`,
    });
    return { facts: [], unmapped: {} };
  }
  const used = new Set([...index.values(), ...sessions.map((session) => session.index)]);
  file.unmappedColumns.push(...header.labels.filter((label, i) => label !== "" && !used.has(i)));
  const facts: Fact[] = [];
  for (const record of records) {
    const identity = Object.fromEntries(
      [...index].map(([name, i]) => [name, record.cells[i]!.normalize("NFC") || null]),
    );
    for (const { index: cell, day, session } of sessions) {
      const row = { ...identity, date: addDays(monday, day), session, mark: record.cells[cell] || null };
      facts.push({ table: "attendance_marks", row, record, column: header.labels[cell]! });
    }
  }
  return { facts, unmapped: {} };
}

function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
