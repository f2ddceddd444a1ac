import type { Fact } from "../../../../loaders/extract/fact.ts";
import type { Problem } from "../../../../loaders/extract/problem.ts";
import { checkReferences } from "../../../../loaders/extract/referential/check-references.ts";
import type { SmallTable } from "../../../../loaders/extract/referential/small-tables.ts";
import type { SourceFile } from "../../../../loaders/extract/source-file.ts";
import { tables } from "../../../../loaders/extract/tables.ts";
import { resolveSettings } from "../../../../loaders/programme/load-settings.ts";
import type { ProgrammeInput } from "../../../../loaders/programme/schema.ts";
import { minimalSettings } from "../../../support/programme-folder.ts";

type Rows = { [table in SmallTable]?: readonly Fact["row"][] };

/** A warning with the file it stands on. */
export type Told = Pick<Problem, "line" | "column" | "code" | "message"> & { file: string };

/**
 * What is said of rows that were read already: the rows of each table stand in a file of its name from line 2 on. The
 * programme is of 2010-11, looked at on 2011-06-24.
 * @param without Columns that the files do not have.
 */
export function told(
  rows: Rows,
  settings: Partial<ProgrammeInput> = {},
  without: readonly string[] = [],
): Told[] {
  const warnings: Told[] = [];
  const facts = Object.fromEntries(
    (Object.keys(tables) as SmallTable[]).map((table) => {
      const name = `${table}.csv`;
      const file = {
        name,
        place: name,
        headers: new Map(
          Object.keys(tables[table].columns)
            .filter((column) => !without.includes(column))
            .map((column) => [column, column === "student_id" ? "Adno" : column]),
        ),
        warn: (line: number | null, problem: Omit<Problem, "line" | "severity">) =>
          warnings.push({ file: name, line, ...problem }),
      } as unknown as SourceFile;
      return [table, (rows[table] ?? []).map((row, i) => fact(table, row, file, i + 2))];
    }),
  ) as Record<SmallTable, Fact[]>;
  checkReferences(facts, resolveSettings("/nowhere", { ...minimalSettings, ...settings }));
  return warnings;
}

function fact(table: SmallTable, row: Fact["row"], file: SourceFile, line: number): Fact {
  const empty = Object.fromEntries(Object.keys(tables[table].columns).map((column) => [column, null]));
  const record = { file, first: line, last: line, cells: [] };
  return { table, row: { ...empty, ...row }, record, column: null };
}

/** The lines that something is said of, with the column: "meetings.csv 2 held_on". */
export function places(warnings: readonly Told[]): string[] {
  return warnings.map(({ file, line, column }) => `${file} ${line} ${column}`);
}

export const ann = { student_id: "ID-ANN", surname: "Zyxwv", forename: "Qwertzu", year_group: "12" };
export const agreement = {
  student_id: "ID-ANN",
  mentor_id: "ID-MENTOR",
  starts_on: "2010-11-01",
  ended_on: "2010-12-10",
  end_reason: "completed",
};
export const meeting = { student_id: "ID-ANN", planned_on: "2010-11-08", status: "held" };
export const action = {
  student_id: "ID-ANN",
  set_on: "2010-11-08",
  action: "Read",
  due_on: "2010-11-15",
};
