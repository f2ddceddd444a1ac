import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { StoredTable } from "../../../loaders/extract/tables.ts";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { packageRoot } from "../../../loaders/publish/paths.ts";
import { readFolder } from "../../support/programme-folder.ts";

/** What none of the files can say: the criteria and their scales, and the scales of predicted grades. */
const settings: Partial<ProgrammeInput> = {
  academicYear: "2026-27",
  asOf: "2027-06-25",
  scales: [{ id: "review4", label: "Review grade", bestFirst: ["1", "2", "3", "4"] }],
  criteria: [
    { id: "focus", label: "Focus", scale: "review4" },
    { id: "effort", label: "Effort in Lesson", scale: "review4" },
  ],
  qualifications: [
    { match: "Combined Science", scale: "gcse_double" },
    { match: "*", scale: "alevel" },
  ],
};

const students = {
  "students.csv":
    "student_id,UPN,surname,forename,year_group\n501,L823432120001,O'Brien,Jack,12\n502,A823432120002,Ní Bhriain,Seán,12\n503,P823432120003,Smith-Jönes,Zoë,12\n",
};

function read(
  format: string,
  { name = format, ...change }: Partial<ProgrammeInput> & { name?: string } = {},
  companions: Record<string, string | null> = students,
) {
  const bytes = readFileSync(join(packageRoot, "tests", "support", "formats", format));
  const folder = readFolder({ ...companions, [name]: bytes }, { ...settings, ...change });
  const { total, ...fates } = folder.file(name).lineCounts();
  const lines = Object.fromEntries(Object.entries(fates).filter(([, count]) => count > 0));
  const rows = (table: StoredTable, ...columns: string[]) =>
    folder.rows(table).map((row) => columns.map((column) => row[column] ?? "").join(" | "));
  const errors = folder
    .problems(name)
    .filter(({ severity }) => severity === "error")
    .map(({ line, column, code }) => ({ line, column, code }));
  return { ...folder, file: folder.file(name), total, lines, rows, errors };
}

describe("exports of the usual MIS load with nothing declared but what they cannot say", () => {
  it("a SIMS marksheet in Windows-1252 with titles, Mean and Total: its review date", () => {
    const name = "sims_marksheet_cp1252.csv";
    const { file, total, lines, rows, errors, counts } = read(name, {
      sources: [{ table: "marksheet", files: name, reviewDate: "2026-11-06" }],
    });
    expect(file).toMatchObject({
      table: "marksheet",
      layout: "wide",
      encoding: "windows-1252",
      delimiter: ",",
    });
    expect([total, lines]).toEqual([10, { preamble: 4, header: 1, accepted: 3, footer: 2 }]);
    expect(errors).toEqual([]);
    expect(rows("reviews", "student_id", "subject", "criterion", "grade", "review_date").sort()).toEqual([
      "501 | Biology | effort | 2 | 2026-11-06",
      "501 | Biology | focus | 2 | 2026-11-06",
      "501 | Maths | effort | 3 | 2026-11-06",
      "501 | Maths | focus | 3 | 2026-11-06",
      "502 | Biology | effort | 2 | 2026-11-06",
      "502 | Biology | focus | 1 | 2026-11-06",
      "502 | Maths | focus | 2 | 2026-11-06",
      "503 | Biology | effort | 3 | 2026-11-06",
      "503 | Biology | focus | 4 | 2026-11-06",
    ]);
    expect(rows("predictions", "student_id", "subject", "kind", "grade", "scale").sort()).toEqual([
      "501 | Biology | predicted | B | alevel",
      "501 | Maths | predicted | C | alevel",
      "502 | Biology | predicted | A* | alevel",
      "502 | Maths | predicted | B | alevel",
      "503 | Biology | predicted | D | alevel",
      "503 | Maths | predicted | U | alevel",
    ]);
    expect(counts.reviews.missing).toBe(3);
  });

  it("a SIMS report in UTF-16, blank where same as above, its header repeated, one date a serial day", () => {
    const { file, total, lines, rows, errors } = read("sims_report_grouped_utf16le.csv");
    expect(file).toMatchObject({ table: "marksheet", layout: "long", encoding: "utf-16le", delimiter: "," });
    expect([total, lines]).toEqual([5, { header: 2, accepted: 3 }]);
    expect(errors).toEqual([]);
    expect(rows("reviews", "student_id", "subject", "criterion", "grade", "review_date", "review")).toEqual([
      "501 | Biology | focus | 2 | 2026-11-07 | Y12 Review 1",
      "502 | Biology | focus | 1 | 2026-11-07 | Y12 Review 1",
    ]);
    expect(rows("predictions", "student_id", "subject", "kind", "grade", "review_date", "scale")).toEqual([
      "501 | Biology | predicted | B | 2026-11-07 | alevel",
    ]);
  });

  it("Bromcom results, with an aspect that has a sigil and a double award: on track and effort as criteria", () => {
    const { file, total, lines, rows, errors } = read("bromcom_results_long.csv", {
      criteria: [
        { id: "effort", label: "Effort", scale: "review4" },
        { id: "on_track", label: "On track", scale: "on_track_sym" },
      ],
    });
    expect(file).toMatchObject({ table: "marksheet", layout: "long", encoding: "utf-8", delimiter: "," });
    expect([total, lines]).toEqual([4, { header: 1, accepted: 3 }]);
    expect(errors).toEqual([]);
    expect(rows("reviews", "student_id", "subject", "criterion", "grade", "review_date")).toEqual([
      "501 | English | on_track | = | 2026-11-06",
      "501 | English | effort | 2 | 2026-11-06",
    ]);
    expect(rows("predictions", "student_id", "subject", "kind", "grade", "review_date", "scale")).toEqual([
      "501 | Combined Science | working_at | 54 | 2026-11-06 | gcse_double",
    ]);
  });

  it("a Bromcom weekly register: the Monday of its week", () => {
    const { file, total, lines, rows, errors, counts } = read("bromcom_attendance_week.csv", {
      name: "bromcom_attendance_week 2026-11-02.csv",
    });
    expect(file).toMatchObject({ table: "attendance", layout: "wide", encoding: "utf-8", delimiter: "," });
    expect([total, lines]).toEqual([3, { header: 1, accepted: 2 }]);
    expect(errors).toEqual([]);
    expect(rows("attendance_marks", "student_id", "date", "session", "mark")).toEqual([
      "501 | 2026-11-02 | AM | /",
      "501 | 2026-11-02 | PM | \\",
      "501 | 2026-11-03 | AM | L",
      "501 | 2026-11-03 | PM | \\",
      "501 | 2026-11-04 | AM | I",
      "501 | 2026-11-04 | PM | I",
      "501 | 2026-11-05 | AM | Y1",
      "501 | 2026-11-05 | PM | Y1",
      "501 | 2026-11-06 | AM | /",
      "501 | 2026-11-06 | PM | \\",
      "502 | 2026-11-02 | AM | U",
      "502 | 2026-11-02 | PM | \\",
      "502 | 2026-11-03 | AM | C2",
      "502 | 2026-11-03 | PM | C2",
      "502 | 2026-11-04 | AM | #",
      "502 | 2026-11-04 | PM | #",
      "502 | 2026-11-06 | AM | /",
      "502 | 2026-11-06 | PM | N",
    ]);
    expect(counts.attendance_marks).toMatchObject({ rows: 18, missing: 1, unmapped: 1 });
  });

  it("Arbor students with a byte order mark, two styles of dates, and a number of Arbor's own that is no UPN", () => {
    const { file, total, lines, rows, errors } = read(
      "arbor_students_utf8bom.csv",
      {},
      { "students.csv": null },
    );
    expect(file).toMatchObject({ table: "students", layout: "long", encoding: "utf-8", delimiter: "," });
    expect([total, lines]).toEqual([3, { header: 1, accepted: 2 }]);
    expect(errors).toEqual([]);
    const columns = ["student_id", "upn", "forename", "surname", "sex", "year_group", "date_of_birth", "sen"];
    expect(rows("students", ...columns)).toEqual([
      "292 | L823432120001 | Jack | O'Brien | M | 12 | 2009-09-15 | K",
      "293 | A823432120002 | Seán | Ní Bhriain | M | 12 | 2009-10-02 | ",
    ]);
  });

  it("a SIMS report in XML, whose second record leaves out its empty elements", () => {
    const { file, total, lines, rows, errors } = read(
      "sims_commandreporter.xml",
      {},
      { "students.csv": null },
    );
    expect(file).toMatchObject({ table: "students", encoding: "utf-8", delimiter: null });
    expect([total, lines]).toEqual([5, { preamble: 2, accepted: 1, quarantined: 1, footer: 1 }]);
    expect(rows("students", "student_id", "upn", "surname", "forename", "year_group", "tutor_group")).toEqual(
      ["1234 | L823432120001 | O'Brien | Jack | 12 | 12A"],
    );
    expect(errors).toEqual([{ line: 4, column: "Year", code: "constraint-error" }]);
  });

  it("a Common Transfer File, joined by UPN to the students: what the pupil attained before", () => {
    const { file, total, lines, rows, errors } = read("ctf_25.xml");
    expect(file).toMatchObject({ table: "students", encoding: "utf-8", delimiter: null });
    expect([total, lines]).toEqual([5, { preamble: 3, accepted: 1, footer: 1 }]);
    expect(errors).toEqual([]);
    expect(
      rows("students", "student_id", "surname", "sex", "date_of_birth", "prior_attainment", "prior_scale"),
    ).toEqual([
      "501 | O'Brien | M | 2009-09-15 | 104 | KS2 maths scaled score",
      "502 | Ní Bhriain |  |  |  | ",
      "503 | Smith-Jönes |  |  |  | ",
    ]);
  });
});
