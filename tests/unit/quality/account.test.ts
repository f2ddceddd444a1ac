import { describe, expect, test } from "vitest";
import { type Extract, extract } from "../../../loaders/extract/extract.ts";
import { loadSettings } from "../../../loaders/programme/load-settings.ts";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { fates, type LoadAccount, loadAccount } from "../../../loaders/quality/account.ts";
import { inProgrammeFolder } from "../../support/programme-folder.ts";

function account(
  files: Record<string, string>,
  settings: Partial<ProgrammeInput> = {},
  change: (read: Extract) => void = () => {},
): LoadAccount {
  return inProgrammeFolder(files, settings, (folder) => {
    const programme = loadSettings(folder);
    const read = extract(programme);
    change(read);
    return loadAccount(read, programme.settings);
  });
}

const reviews = (...lines: string[]) =>
  `${["student_id,subject,review_date,criterion,grade", ...lines].join("\n")}\n`;
const damaged = {
  "exports/reviews.csv": reviews(
    "A1,Maths,2011-01-10,focus,3",
    "A1,Maths,2011-01-10,focus,3",
    "A2,Maths,2011-01-10,focus,7",
    "A3,Maths,2011-01-10,focus,",
    "ZZ,Maths,2011-01-10,focus,3",
    ",,,,",
    'A1,"Maths,2011-01-10,effort,3',
  ),
  "exports/2011-01-14 marks.csv":
    "UPN,Maths Focus,Maths Effort,House\nL823432120001,7,3,Red\nA823432120002,7,9,Blue\n",
  "mystery.csv": "a,b\n1,2\n",
};

describe("the account of a load", () => {
  test("puts every line into one fate, by file and in all", () => {
    const { files, totals } = account(damaged);
    for (const { lines } of [...files, totals]) {
      expect(fates.reduce((sum, fate) => sum + lines[fate], 0)).toBe(lines.total);
    }
    expect(totals).toMatchObject({
      files: 4,
      refusedFiles: 1,
      lines: { total: 17, accepted: 8, quarantined: 5, header: 3, blank: 1 },
    });
    expect(totals.lines.total).toBe(files.reduce((sum, { lines }) => sum + lines.total, 0));
  });

  test("counts a bad cell of an accepted line apart from the lines that were quarantined", () => {
    const { files, totals } = account(damaged);
    const marks = files.find(({ path }) => path.endsWith("marks.csv"))!;
    expect(marks).toMatchObject({ lostCells: 3, errors: 3, layout: "wide", lines: { quarantined: 0 } });
    expect(marks.problems.first).toMatchObject([
      { place: "lines 2 and 3", column: "Maths Focus", count: 2 },
      { place: "line 3", column: "Maths Effort", count: 1 },
    ]);
    expect(totals.lostCells).toBe(3);
  });

  test("says in words how each file was read, and nothing of what was not read", () => {
    const { files } = account(
      {
        "exports/reviews.csv": reviews("A1,Maths,2011-01-10,focus,3").replaceAll(",", ";"),
        "mystery.csv": "a,b\n1,2\n",
      },
      { sources: [{ table: "reviews", files: "exports/*.csv", encoding: "windows-1252" }] },
    );
    expect(files[0]).toMatchObject({
      path: "exports/reviews.csv",
      sheet: null,
      table: "reviews",
      encoding: "Windows-1252",
      layout: "long",
      delimiter: "semicolon",
      refused: false,
    });
    expect(files[1]).toMatchObject({ table: "not recognised", layout: null, delimiter: null, refused: true });
  });

  test("names the sheet of a workbook, which has no delimiter", () => {
    const { files } = account({}, {}, (read) =>
      Object.assign(read.files[0]!, { sheet: "Autumn\u001b", delimiter: null }),
    );
    expect(files[0]).toMatchObject({ path: "students.csv", sheet: "Autumn\\u001b", delimiter: null });
  });

  test("counts what was kept by table, with duplicates, missing and unmapped values", () => {
    const { tables, totals } = account({
      ...damaged,
      "attendance.csv": "student_id,date,session,mark\nA1,2011-01-10,AM,/\nA1,2011-01-10,PM,zz\n",
    });
    expect(tables.find(({ table }) => table === "reviews")).toEqual({
      table: "reviews",
      rows: 2,
      collapsedDuplicates: 1,
      missing: 1,
      unmapped: 0,
    });
    expect(tables.find(({ table }) => table === "attendance")).toMatchObject({ rows: 1, unmapped: 1 });
    expect(totals.unmapped).toBe(1);
  });

  test("names columns that are not used once for all files that have them, the first dozen", () => {
    const wide = Array.from({ length: 30 }, (_, i) => `X${i}`);
    const { unusedColumns } = account({
      "reviews-1.csv":
        "student_id,subject,review_date,criterion,grade,House\nA1,Maths,2011-01-10,focus,3,Red\n",
      "reviews-2.csv":
        "student_id,subject,review_date,criterion,grade,House\nA2,Maths,2011-01-10,focus,3,Red\n",
      "staff.csv": `staff_id,name,${wide.join(",")}\nm1,One${",".repeat(30)}\n`,
    });
    expect(unusedColumns).toEqual([
      "reviews-1.csv and reviews-2.csv: column not used: House.",
      `staff.csv: columns not used: ${wide.slice(0, 12).join(", ")} and 18 more.`,
    ]);
  });

  test("names no column of a file that was refused, whose first line may be a student's", () => {
    const given = account({ "reviews.csv": "A1,Smith,Ann,3\nA2,Jones,Bob,4\n" });
    expect(given.files.find(({ path }) => path === "reviews.csv")!.refused).toBe(true);
    expect(given.unusedColumns).toEqual([]);
    expect(JSON.stringify(given)).not.toContain("Smith");
  });

  test("cuts a long list of what was not read, and says how many more there are", () => {
    const { notices } = account(
      Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`old-${i}.ods`, "x"])),
    );
    expect(notices).toHaveLength(51);
    expect(notices[50]).toBe("Not shown here: 10 more. See check --json.");
  });

  test("says which views are off and what was not read at all", () => {
    const { viewsOff, notices } = account({ ...damaged, "old\u001b[2J.ods": "x" });
    expect(viewsOff).toContainEqual({
      view: "dose",
      needs: "meetings",
      sentence: "Meetings held and missed are not shown: add a meetings file.",
    });
    expect(viewsOff.map(({ view }) => view)).not.toContain("review grades");
    expect(notices[0]).toMatch(/^old\\u001b\[2J\.ods is not read/);
  });

  test("shows the first ten entries of a file with 5,000, and says how many there are", () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `A1,Maths,2011-01-10,focus,x${i}`);
    const { files, totals } = account({ "reviews.csv": reviews(...lines) });
    const { problems } = files.find(({ path }) => path === "reviews.csv")!;
    expect(problems.first).toHaveLength(10);
    expect(problems.total).toBe(5000);
    expect(totals.errors).toBe(5000);
  });

  test("shows fewer of each where many files have problems, and the first of every one", () => {
    const lines = Array.from({ length: 20 }, (_, i) => `A1,Maths,2011-01-10,focus,x${i}`);
    const many = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`reviews-${i}.csv`, reviews(...lines)]));
    const shown = (n: number) =>
      account(many(n))
        .files.filter(({ path }) => path.startsWith("reviews"))
        .map(({ problems }) => problems.first.length);
    expect(shown(50)).toEqual(Array(50).fill(4));
    expect(shown(210)).toEqual(Array(210).fill(1));
  });

  test("is plain data, with no name or identifier of a student in it", () => {
    const given = account(damaged);
    const text = JSON.stringify(given);
    expect(JSON.parse(text)).toEqual(given);
    for (const name of ["Smith", "Patel", "L823432120001", "ZZ", "A3,"]) expect(text).not.toContain(name);
  });
});
