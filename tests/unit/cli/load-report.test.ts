import { describe, expect, test } from "vitest";
import { checkJson, jsonText } from "../../../loaders/cli/check-json.ts";
import { loadReport, problemLines } from "../../../loaders/cli/load-report.ts";
import { extract } from "../../../loaders/extract/extract.ts";
import { loadSettings } from "../../../loaders/programme/load-settings.ts";
import { loadAccount } from "../../../loaders/quality/account.ts";
import { inProgrammeFolder } from "../../support/programme-folder.ts";

const hostile = "bad\u001b[2J\u009b31m";
const files = {
  "reviews.csv": [
    "student_id,subject,review_date,criterion,grade",
    ...Array.from({ length: 300 }, () => "A1,Maths,2011-01-10,focus,7"),
    ...Array.from({ length: 30 }, (_, i) => `A2,Maths,2011-01-10,focus,x${i}`),
    "ZZ,Maths,2011-01-10,focus,3",
    "A1,Maths,2011-01-10,focus,3",
    "",
  ].join("\n"),
  [`${hostile}.csv`]: "a,b\n1,2\n",
  "staff.csv": `staff_id,name,${hostile}\nm1,One,\n`,
  [`${hostile}.ods`]: "x",
};

function read(width: number) {
  return inProgrammeFolder(files, {}, (folder) => {
    const programme = loadSettings(folder);
    const loaded = extract(programme);
    return {
      report: loadReport(
        loadAccount(loaded, programme.settings),
        `College ${hostile}`,
        "The last line.",
        width,
      ),
      lines: problemLines(loaded),
      json: jsonText(checkJson(loaded, programme.settings)),
      given: checkJson(loaded, programme.settings),
    };
  });
}

/** What a terminal would obey, the line break apart. */
const control = /(?!\n)\p{Cc}/u;

describe("the report of a load", () => {
  test("prints the sum of every file with problems, and of all files", () => {
    const { report } = read(Infinity);
    expect(report).toContain("\n  333 lines = 1 accepted + 331 quarantined + 1 header\n");
    expect(report).toContain("\n341 lines = 5 accepted + 333 quarantined + 3 header.\n");
    for (const [, total, parts] of report.matchAll(/^ *([\d,]+) lines? = (.*?)\.?$/gm)) {
      const sum = parts!.split(" + ").reduce((all, part) => all + Number.parseInt(part, 10), 0);
      expect(sum).toBe(Number(total));
    }
  });

  test("gives each reason once, with its place, column and words, and says how many more there are", () => {
    const { report } = read(Infinity);
    expect(report).toMatch(
      /^ {2}Error {2}lines 2, 3, 4 and 297 more {2}grade +7 {6}Grade 7 is not on the scale review5/m,
    );
    expect(report.match(/Grade 7 is not/g)).toHaveLength(1);
    expect(report).toContain("\n  22 more entries of this file: see check --json.\n");
  });

  test("stays within a terminal of 100 columns", () => {
    for (const line of read(100).report.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
  });

  test("ends in the sentence that says whether it is safe to go on", () => {
    expect(read(100).report).toMatch(/\n\nThe last line\.\n$/);
  });

  test("holds nothing that a terminal obeys, whatever files and headers are called", () => {
    const { report, lines, json, given } = read(100);
    for (const text of [report, lines.join("\n"), json]) {
      expect(text).not.toMatch(control);
      expect(text).toContain("bad\\u001b[2J\\u009b31m");
    }
    expect(JSON.parse(json)).toEqual(given);
  });

  test("holds no identifier of a student", () => {
    const { report, lines } = read(Infinity);
    for (const id of ["ZZ", "A1", "A2", "Smith"]) expect(report + lines.join("\n")).not.toContain(id);
  });

  test("gives other commands one line an entry", () => {
    const { lines } = read(Infinity);
    expect(lines).toContain(
      "reviews.csv, lines 2, 3, 4 and 297 more, column grade: Grade 7 is not on the scale review5 (5, 4, 3, 2, 1). Correct it in the export, or add it to the scale in programme.json.",
    );
    expect(lines).toContain("reviews.csv: 22 more entries of this file: see check --json.");
  });
});
