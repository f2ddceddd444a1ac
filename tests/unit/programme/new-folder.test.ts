import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { extract } from "../../../loaders/extract/extract.ts";
import { type StoredTable, tables } from "../../../loaders/extract/tables.ts";
import { academicYearOf, nearestDayOf } from "../../../loaders/programme/academic-year.ts";
import { loadSettings } from "../../../loaders/programme/load-settings.ts";
import { makeProgrammeFolder } from "../../../loaders/programme/new-folder.ts";
import { rowsOf } from "../../support/programme-folder.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "new-folder-"));
});
afterEach(() => rmSync(home, { recursive: true }));

const christmas = { academicYear: "2026-27", asOf: "2026-12-18" };

const tableNames = Object.keys(tables) as StoredTable[];

describe("a new programme folder", () => {
  it.each([
    "2026-09-01",
    "2026-08-31",
    "2026-10-25",
    "2026-12-18",
    "2027-01-01",
    "2027-07-23",
    "2028-02-29",
    "1999-12-31",
    "1960-03-27",
    "2149-08-31",
  ])("of %s is read without a problem, two rows a table, and none of a later day", (asOf) => {
    const folder = join(home, "x");
    makeProgrammeFolder(folder, { academicYear: academicYearOf(asOf), asOf });
    const programme = loadSettings(folder);
    const read = extract(programme);
    expect(read.notices).toEqual([]);
    expect(read.files.flatMap(({ problems, unmappedColumns }) => [...problems, ...unmappedColumns])).toEqual(
      [],
    );
    for (const counts of Object.values(read.counts))
      expect(counts).toEqual({ rows: 2, collapsedDuplicates: 0, missing: 0, unmapped: 0 });
    expect(read.files).toHaveLength(tableNames.length);
    for (const fact of tableNames.flatMap((table) => rowsOf(read, table).map((row) => ({ table, row })))) {
      for (const [column, value] of Object.entries(fact.row)) {
        if (/^(ends_on|due_on)$/.test(column) || !/^\d{4}-\d\d-\d\d$/.test(String(value))) continue;
        expect(String(value) <= asOf, `${fact.table}.${column}`).toBe(true);
      }
    }
  });

  it("holds attendance of no student twice", () => {
    makeProgrammeFolder(join(home, "x"), christmas);
    const read = extract(loadSettings(join(home, "x")));
    const counted = (["attendance_marks", "attendance_totals"] as const).map(
      (table) => new Set(rowsOf(read, table).map((row) => row.student_id)),
    );
    expect([...counted[0]!].filter((student) => counted[1]!.has(student))).toEqual([]);
  });

  it("names its settings, its schema and that its data are invented", () => {
    makeProgrammeFolder(join(home, "a", "b c"), { ...christmas, institution: 'St "Anne’s"\n' });
    const settings = JSON.parse(readFileSync(join(home, "a", "b c", "programme.json"), "utf8"));
    expect(settings).toMatchObject({
      ...christmas,
      institution: 'St "Anne’s"\n',
      synthetic: true,
      sources: [],
    });
    expect(existsSync(join(home, "a", "b c", settings.$schema))).toBe(true);
    expect(readFileSync(join(home, "a", "b c", "README.md"), "utf8")).toContain('"synthetic": true');
  });

  it("is byte for byte the same for the same settings", () => {
    for (const name of ["x", "y"]) makeProgrammeFolder(join(home, name), christmas);
    for (const name of readdirSync(join(home, "x")))
      expect(readFileSync(join(home, "x", name))).toEqual(readFileSync(join(home, "y", name)));
  });

  it("that is there already and empty stays the same folder", () => {
    mkdirSync(join(home, "x"));
    const { ino } = statSync(join(home, "x"));
    makeProgrammeFolder(join(home, "x"), christmas);
    expect(statSync(join(home, "x")).ino).toBe(ino);
    expect(readdirSync(join(home, "x")).filter((name) => name.startsWith("."))).toEqual([]);
    expect(loadSettings(join(home, "x")).settings.asOf).toBe("2026-12-18");
  });

  it("that cannot be put into place leaves nothing behind, not even the folders around it", () => {
    const place = join(home, "a", "b", "x".repeat(300));
    expect(() => makeProgrammeFolder(place, christmas)).toThrow(
      /^The folder could not be made \(ENAMETOOLONG\), and nothing was left behind\./,
    );
    expect(readdirSync(home)).toEqual([]);
  });

  it("that settings would refuse is not made", () => {
    expect(() => makeProgrammeFolder(join(home, "x"), { ...christmas, asOf: "2026-02-30" })).toThrow(
      /"asOf"/,
    );
    expect(readdirSync(home)).toEqual([]);
  });
});

describe("the academic year", () => {
  it("begins on 1 September", () => {
    expect(academicYearOf("2026-08-31")).toBe("2025-26");
    expect(academicYearOf("2026-09-01")).toBe("2026-27");
    expect(academicYearOf("1999-12-31")).toBe("1999-00");
  });

  it("has a day nearest to any other", () => {
    expect(nearestDayOf("2026-27", "2026-08-31")).toBe("2026-09-01");
    expect(nearestDayOf("2026-27", "2027-01-10")).toBe("2027-01-10");
    expect(nearestDayOf("2026-27", "2030-01-10")).toBe("2027-08-31");
  });
});
