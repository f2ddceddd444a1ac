import { describe, expect, it } from "vitest";
import { readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { workbookBytes } from "../../support/write-workbook.ts";

const header = "Student ID,Subject,Review Date,Criterion,Grade";
const row = (id: string, subject = "Maths") => `${id},${subject},2010-10-08,focus,3`;
const read = (...lines: string[]) => {
  const folder = readFolder({ "reviews.csv": `${lines.join("\n")}\n` });
  return {
    kept: folder.rows("reviews").map(({ student_id, subject }) => `${student_id} ${subject}`),
    problems: folder.problems("reviews.csv").map(({ line, code }) => [line, code]),
    fates: Array.from(lines, (_, i) => folder.file("reviews.csv").fateOf(i + 1)),
  };
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
      "blank",
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
      "Mean,,,,3",
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
      "A2,Maths,2010-10-08",
      "focus,3",
      header,
      row("A3"),
      "A1,Art,2010-10-08,",
      "focus,3",
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
    const { problems } = read(header, row("A1"), "A2,Maths", "", "Review 2", header, row("A3"));
    expect(problems).toEqual([
      [3, "missing-cell"],
      [5, "unknown-table"],
    ]);
  });
});

describe("a text alone in its row", () => {
  it("is a line that lacks cells where no header follows", () => {
    const { kept, problems } = read("Review 1", header, row("A1"), "Review 1", row("A2"), "Review 2");
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
    const folder = await readWorkbookFolder({
      "reviews.xlsx": await workbookBytes({ sheets: [{ name: "Sheet1", rows }] }),
    });
    expect(folder.rows("reviews")).toHaveLength(1);
    expect(folder.problems("reviews.xlsx sheet Sheet1")).toMatchObject([{ line: 4, code: "unknown-table" }]);
  });
});
