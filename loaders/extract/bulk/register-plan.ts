import type { DatedSession } from "../read-attendance-week.ts";
import type { Destination } from "../record-reader.ts";
import type { SourceFile } from "../source-file.ts";
import { CellDictionary } from "./cell-dictionary.ts";
import { LinePlan } from "./line-plan.ts";
import { MarkSettler, writeMark } from "./mark-writer.ts";
import { irregular } from "./memo-codes.ts";
import type { BulkPlan } from "./scan-lines.ts";

/** How the lines of a weekly register are read in bulk. */
export function registerPlan(
  file: SourceFile,
  width: number,
  index: ReadonlyMap<string, number>,
  sessions: readonly DatedSession[],
  { store, resolver }: Destination,
): BulkPlan | null {
  // Columns with missing tokens of their own are not alike, so each cell must be asked by itself.
  if (!resolver || Object.keys(file.source?.missing ?? {}).length > 0) return null;
  const plan = new LinePlan(width, file, store, resolver);
  const student = plan.student(index);
  const marks = new CellDictionary();
  const settler = new MarkSettler(plan, marks);
  const columns = sessions.map(({ cell, date, session, label }) => {
    plan.dictionary(cell, marks);
    return {
      cell,
      date: store.dictionaries.of("date").codeOf(date),
      session: store.dictionaries.of("session").codeOf(session),
      place: store.columns.attendance_marks.columnCode(label),
    };
  });
  return {
    columns: plan.columns,
    taken: (cells) => plan.taken(cells),
    expect: (lines) => store.columns.attendance_marks.reserve(lines * columns.length),
    row(cells, line) {
      const who = student(cells);
      if (who < 0) return false;
      for (const { cell, date } of columns)
        if (settler.settle(cells[cell]!, date).outcome === irregular) return false;
      for (const { cell, date, session, place } of columns)
        writeMark(plan, settler.settle(cells[cell]!, date), who, date, session, line, place);
      return true;
    },
  };
}
