import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { workbookBytes } from "../../support/write-workbook.ts";

const settings: Partial<ProgrammeInput> = {
  sources: [{ table: "marksheet", files: "marks*", reviewDate: "2010-10-08" }],
};
const readAs = (name: string, lines: readonly string[]) => {
  const folder = readFolder({ [name]: `${lines.join("\n")}\n` }, settings);
  return {
    kept: folder.rows("reviews").map(({ student_id, subject }) => `${student_id} ${subject}`),
    problems: folder.problems(name).map(({ line, code }) => [line, code]),
    fates: Array.from(lines, (_, i) => folder.file(name).fateOf(i + 1)),
  };
};

/** A marksheet, which takes its date from the settings: titles may say another. */
const header = "Student ID,Maths Focus,Note,Room";
const row = (id: string) => `${id},3,,`;
const read = (...lines: string[]) => readAs("marks.csv", lines);

/** Each record has its own date. */
const dated = {
  header: "Student ID,Subject,Review Date,Criterion,Grade,Teacher",
  row: (id: string, teacher = "") => `${id},Maths,2010-10-08,focus,3,${teacher}`,
  read: (...lines: string[]) => readAs("reviews.csv", lines),
};

describe("a header that stands again below title lines", () => {
  it("begins another export where the titles are others: that line and all below are refused", () => {
    const { kept, problems, fates } = read(
      "Marksheet: Review 1",
      header,
      row("A1"),
      "",
      "Marksheet: Review 2",
      "",
      header,
      row("A2"),
      row("A3"),
    );
    expect(kept).toEqual(["A1 Maths"]);
    expect(problems).toEqual([[5, "unknown-table"]]);
    expect(fates).toEqual([
      "preamble",
      "header",
      "accepted",
      "blank",
      "quarantined",
      "quarantined",
      "quarantined",
      "quarantined",
      "quarantined",
    ]);
  });

  it("is a page of the same export where the titles are the same", () => {
    const { kept, problems, fates } = read(
      "Marksheet: Review 1",
      "Class,10A",
      header,
      row("A1"),
      "Page 1 of 2",
      "Marksheet: Review 1",
      "Class,10A",
      header,
      row("A2"),
    );
    expect(kept).toEqual(["A1 Maths", "A2 Maths"]);
    expect(problems).toEqual([]);
    expect(fates.slice(4, 8)).toEqual(["footer", "header", "header", "header"]);
  });

  it("begins another export where one of several titles goes on otherwise", () => {
    const { problems } = read(
      "Marksheet: Review 1",
      "Class,10A",
      header,
      row("A1"),
      "Marksheet: Review 1",
      "Class,10B",
      header,
      row("A2"),
    );
    expect(problems).toEqual([[5, "unknown-table"]]);
  });

  it("without titles is a page, and so it is where the file has none at its top", () => {
    expect(read(header, row("A1"), header, row("A2"))).toMatchObject({
      kept: ["A1 Maths", "A2 Maths"],
      problems: [],
    });
    expect(read(header, row("A1"), "Review 2", header, row("A2"))).toMatchObject({
      kept: ["A1 Maths"],
      problems: [[3, "unknown-table"]],
    });
  });

  it("leaves the statistics of the first export its foot", () => {
    const { problems, fates } = read(
      "Review 1",
      header,
      row("A1"),
      "Mean,3,,",
      "Review 2",
      header,
      row("A2"),
    );
    expect(problems).toEqual([[5, "unknown-table"]]);
    expect(fates[3]).toBe("footer");
  });
});

describe("a line that was broken in two above a repeated header", () => {
  it("costs its two halves and no line below", () => {
    const { kept, problems } = read(
      header,
      row("A1"),
      "A2,3",
      "again,",
      header,
      row("A3"),
      "A4,3,at",
      "last",
      header,
      row("A2"),
    );
    expect(kept).toEqual(["A1 Maths", "A3 Maths", "A2 Maths"]);
    expect(problems).toEqual([3, 4, 7, 8].map((line) => [line, "missing-cell"]));
  });

  it.each(["'", "x", "1", "- a", "th."])("costs what was cut off its end: %s", (end) => {
    const { kept, problems } = read(header, row("A1"), end, header, row("A3"));
    expect(kept).toEqual(["A1 Maths", "A3 Maths"]);
    expect(problems).toEqual([[3, "missing-cell"]]);
  });

  it.each(["10A", "Y11", "8/10/2010", "Été"])("is told from a title: %s", (title) => {
    const { problems } = read(header, row("A1"), title, header, row("A3"));
    expect(problems).toEqual([[3, "unknown-table"]]);
  });

  it("is none where a line is blank between: what follows is a title", () => {
    const { problems } = read(header, row("A1"), "A2,3", "", "Review 2", header, row("A3"));
    expect(problems).toEqual([
      [3, "missing-cell"],
      [5, "unknown-table"],
    ]);
  });
});

describe("a title that the file does not have at its top, where each record has its own date", () => {
  const { header, row, read } = dated;

  it("changes nothing of what the records below it mean, so it alone is not read", () => {
    const { kept, problems, fates } = read(
      "Class,10A",
      header,
      row("A1"),
      "",
      "Class,10B",
      "Printed for Ms Berry",
      header,
      row("A2"),
    );
    expect(kept).toEqual(["A1 Maths", "A2 Maths"]);
    expect(problems).toEqual([
      [5, "missing-cell"],
      [6, "missing-cell"],
    ]);
    expect(fates.slice(3)).toEqual(["blank", "quarantined", "quarantined", "header", "accepted"]);
  });

  it("may be the end of the line above, broken in two: its line costs no other", () => {
    const { kept, problems } = read(header, row("A1", "Ms"), "Berry", header, row("A2"));
    expect(kept).toEqual(["A1 Maths", "A2 Maths"]);
    expect(problems).toEqual([[3, "missing-cell"]]);
  });

  it("is no reason to read what another table's header stands above", () => {
    const { kept, problems } = read(
      header,
      row("A1"),
      "Register",
      "Student ID,Date,Session,Mark",
      "A2,2010-10-08,AM,/",
    );
    expect(kept).toEqual(["A1 Maths"]);
    expect(problems).toEqual([
      [3, "missing-cell"],
      [4, "unknown-table"],
    ]);
  });

  it("stops the reading of a list of students, for it may say that they left", () => {
    const folder = readFolder({
      "students.csv":
        "student_id,surname,forename,year_group\nA1,Smith,Ann,12\nLeavers\nstudent_id,surname,forename,year_group\nA2,Jones,Bob,12\n",
    });
    expect(folder.rows("students")).toHaveLength(1);
    expect(folder.problems("students.csv")).toMatchObject([{ line: 3, code: "unknown-table" }]);
  });
});

describe("a row of a student above a repeated header", () => {
  it.each([
    ["whose first cell begins a title", "12A Autumn,,,\n", "12A,A3,5,5", ["A1", "A3", "A2"]],
    ["who has no grades yet", "", ",A3,,", ["A1", "A2"]],
  ])("is data, %s, in every encoding", (_, title, line, students) => {
    const header = "Reg,Student ID,Art Focus,Maths Focus";
    const text = `${title}${header}\n12A,A1,3,4\n${line}\n${header}\n12A,A2,2,1\n`;
    for (const bytes of [text, Buffer.from(`\ufeff${text}`, "utf16le")]) {
      const folder = readFolder({ "marks.csv": bytes }, settings);
      expect([...new Set(folder.rows("reviews").map((row) => row.student_id))]).toEqual(students);
      expect(folder.problems("marks.csv")).toEqual([]);
    }
  });

  it("is refused alone where nobody knows the student", () => {
    const header = "Reg,Student ID,Art Focus,Maths Focus";
    const { kept, problems } = readAs("marks.csv", [
      "12A Autumn,,,",
      header,
      "12A,A1,3,4",
      "12A,A99,5,5",
      header,
      "12A,A3,2,1",
    ]);
    expect(kept).toEqual(["A1 Art", "A1 Maths", "A3 Art", "A3 Maths"]);
    expect(problems).toEqual([[4, "foreign-key"]]);
  });

  it("is no statistics row, whatever the student is called", () => {
    const folder = readFolder(
      {
        "students.csv": "student_id,surname,forename,year_group\nCount 5,Smith,Ann,12\n",
        "marks.csv": Buffer.from("\ufeffstudent_id,Art Focus\nCount 5,5\n", "utf16le"),
      },
      settings,
    );
    expect(folder.rows("reviews")).toMatchObject([{ student_id: "Count 5", grade: "5" }]);
  });
});

describe("the titles of another export", () => {
  it.each([
    ["a short name", "R1", "R2"],
    ["a label and a date, where the first export has no title", "", "Review date:,2010-12-03"],
    ["a print line that says of which week it is", "", "Report generated for w/b 11/10/2010"],
  ])("may be %s", (_, first, second) => {
    const { kept, problems } = read(...(first ? [first] : []), header, row("A1"), second, header, row("A2"));
    expect(kept).toEqual(["A1 Maths"]);
    expect(problems).toEqual([[first ? 4 : 3, "unknown-table"]]);
  });
});

describe("a text alone in its row", () => {
  it("is a line that lacks cells where no header follows", () => {
    const { kept, problems } = read("Review 1", header, row("A1"), "Review 1", row("A2"), "Review 1");
    expect(kept).toEqual(["A1 Maths", "A2 Maths"]);
    expect(problems).toEqual([
      [4, "missing-cell"],
      [6, "missing-cell"],
    ]);
  });
});

describe("in a workbook", () => {
  it("another export is found though its title row is as wide as the header", async () => {
    const cells = (line: string) => line.split(",");
    const rows = [
      ["Review 1"],
      cells(header),
      cells(row("A1")),
      ["Review 2"],
      cells(header),
      cells(row("A2")),
    ];
    const folder = await readWorkbookFolder(
      {
        "marks.xlsx": await workbookBytes({ sheets: [{ name: "Sheet1", rows }] }),
      },
      settings,
    );
    expect(folder.rows("reviews")).toHaveLength(1);
    expect(folder.problems("marks.xlsx sheet Sheet1")).toMatchObject([{ line: 4, code: "unknown-table" }]);
  });
});
