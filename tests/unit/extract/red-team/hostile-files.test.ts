import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../../support/programme-folder.ts";
import { factsOf } from "./same-table.ts";

const header = "student_id,subject,review_date,criterion,grade\n";
const reviewOf = (subject: string) => `${header}A1,${subject},2010-10-08,focus,4\n`;

const names = [
  "-rf.csv",
  "--help.csv",
  "*.csv",
  "x?.csv",
  "$(id).csv",
  "`id`.csv",
  "a'b\"c.csv",
  "new\nline.csv",
  "Überprüfung – Ñ.csv",
  "[a].csv",
  "{a,b}.csv",
  "!x.csv",
  "(x|y).csv",
  "\\x.csv",
  "a b/c d.csv",
  "__proto__.csv",
  "constructor.csv",
  "esc\u001b[31m.csv",
  "turned\u202e.csv",
  "CON.csv",
  "a%2f.csv",
  "dir.csv/inside.txt",
];

describe("names of files", () => {
  it("are only names: each file is read once, whatever it is called", () => {
    const { rows, files } = readFolder(
      Object.fromEntries(names.map((name, i) => [name, reviewOf(`Subject ${i}`)])),
    );
    expect(rows("reviews")).toHaveLength(names.length);
    expect(new Set(rows("reviews").map(({ subject }) => subject)).size).toBe(names.length);
    expect(files.map(({ name }) => name).sort()).toEqual([...names, "students.csv"].sort());
  });

  // As patterns, * and a leading ! mean other files too, students.csv among them.
  it.each(names.filter((name) => !/^[*!]/.test(name)))("can stand in a source as they are: %j", (name) => {
    const { rows, file } = readFolder(
      { [name]: reviewOf("Biology").replace("criterion", "Crit"), "other.csv": reviewOf("Other") },
      { sources: [{ table: "reviews", files: name, columns: { Crit: "criterion" } }] },
    );
    expect(file(name).source).not.toBeNull();
    expect(rows("reviews").map(({ subject }) => subject)).toContain("Biology");
  });
});

describe("what is no ordinary file", () => {
  it("is refused and not followed: links to files, pipes; folders by the name of a file are folders", () => {
    const { rows, problems } = readFolder({ "reviews.csv": reviewOf("Biology") }, {}, (folder) => {
      symlinkSync(join(folder, "reviews.csv"), join(folder, "link.csv"));
      symlinkSync("/nowhere", join(folder, "dangling.csv"));
      symlinkSync(folder, join(folder, "loop"));
      execFileSync("mkfifo", [join(folder, "pipe.csv")]);
      mkdirSync(join(folder, "empty.csv"));
    });
    expect(rows("reviews")).toHaveLength(1);
    for (const name of ["link.csv", "dangling.csv", "pipe.csv"])
      expect(problems(name)).toMatchObject([{ line: null, code: "file-error", severity: "error" }]);
  });

  it.each([
    ["", 0],
    ["\n\n , ,\n", 3],
  ])("a file without text is named: %j", (text, blank) => {
    const { problems, file } = readFolder({ "reviews.csv": text });
    expect(problems("reviews.csv")).toMatchObject([
      { line: null, message: expect.stringContaining("holds no text") },
    ]);
    expect(file("reviews.csv").lineCounts()).toMatchObject({ blank, total: blank });
  });
});

describe("files that are not what their name says", () => {
  const oldExcel = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
  it.each<[string, string, string | Uint8Array, RegExp]>([
    ["a zip as .csv", "zip.csv", Buffer.from("PK\u0003\u0004garbage"), /damaged or cut short/],
    ["an old workbook as .csv", "old.csv", oldExcel, /old Excel format/],
    ["an old workbook", "old.xls", oldExcel, /old Excel format/],
    ["text as .xlsx", "text.xlsx", reviewOf("Biology"), /name it \.csv/],
    ["a web page as .csv", "page.csv", "<!DOCTYPE html>\n<html></html>", /DOCTYPE/],
    ["a PDF as .csv", "print.csv", "%PDF-1.4\nstuff\n", /No row looks like a header/],
    ["JSON as .csv", "data.csv", '{"a":1,"a":2}\n', /looks like a header/],
    ["gzip as .csv", "data.csv", Buffer.from("1f8b080000000000", "hex"), /looks like a header/],
    ["a DOCTYPE in XML", "r.xml", '<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY a "b">]>\n<r/>', /line 2/],
    ["XML of 20,000 levels", "r.xml", "<a>".repeat(20_000), /element inside a value/],
    ["XML cut short", "r.xml", "<r><x><student_id>A1</stu", /breaks off/],
  ])("%s is refused with what to do", async (_, name, bytes, reason) => {
    const { rows, messages, problems } = await factsOf({ [name]: bytes });
    expect(rows.reviews).toEqual([]);
    expect(problems).toMatchObject([{ line: null, severity: "error" }]);
    expect(messages[0]).toMatch(reason);
  });

  it("tabs as .xls, as some programs write them, are read", async () => {
    const { rows } = await factsOf({ "reviews.xls": reviewOf("Biology").replaceAll(",", "\t") });
    expect(rows.reviews).toHaveLength(1);
  });
});

describe("the same file twice", () => {
  it("gives its facts once where its dates are its own, and is named", () => {
    const { rows, problems, counts } = readFolder({
      "reviews.csv": reviewOf("Biology"),
      "reviews copy.csv": reviewOf("Biology"),
    });
    expect(rows("reviews")).toHaveLength(1);
    expect(counts.reviews.collapsedDuplicates).toBe(1);
    expect(problems("reviews.csv")).toMatchObject([{ code: "duplicate-file", severity: "warning" }]);
  });

  it("is named where its name gives it another date: last term's file as this term's", () => {
    const marks = "Adno,Maths Focus\nA1,4\n";
    const { problems } = readFolder({ "marks-2010-10-08.csv": marks, "marks-2010-12-08.csv": marks });
    expect(problems("marks-2010-12-08.csv")).toMatchObject([{ code: "duplicate-file", severity: "error" }]);
  });
});
