import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder } from "../../support/programme-folder.ts";

type Source = NonNullable<ProgrammeInput["sources"]>[number];

const encodings: [string, (text: string) => Uint8Array][] = [
  ["read in bulk", (text) => Buffer.from(text)],
  ["read record by record", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
];
const fixed = { reviewDate: "2010-10-08" };
const dated = { reviewDates: { "Review 1": "2010-10-08", "Review 2": "2010-12-03" } };

/** What is kept and refused of a marksheet of one row a grade with a column besides. */
function long(
  header: string,
  cells: readonly string[],
  change: Partial<Source> = fixed,
  settings: Partial<ProgrammeInput> = {},
  encode = encodings[0]![1],
) {
  const lines = cells.map((cell, i) => `A${(i % 3) + 1},Subject ${Math.floor(i / 3)},Focus,3,${cell}`);
  const text = [`Adno,Subject,Aspect,Result,${header}`, ...lines, ""].join("\n");
  const sources: Source[] = [{ table: "marksheet", files: "marks.csv", ...change }];
  const read = readFolder({ "marks.csv": encode(text) }, { sources, ...settings });
  const problems = read.problems("marks.csv");
  return {
    kept: read.rows("reviews").length,
    lines: problems.map(({ line }) => line),
    messages: problems.map(({ message }) => message),
    counts: read.file("marks.csv").lineCounts(),
  };
}

describe.each(encodings)("a column that is not read, %s", (_, encode) => {
  const read = (header: string, cells: readonly string[], change?: Partial<Source>) =>
    long(header, cells, change, {}, encode);

  it.each([
    ["Academic Year", "2010/11", "2009/10"],
    ["Year", "2010/11", "2009/10"],
    ["Term", "Autumn", "Spring"],
    ["TermName", "1", "2"],
    ["Cycle", "A", "B"],
    ["Season", "Winter", "Summer"],
    ["Half term", "HT1", "HT2"],
    ["Component", "Paper 1", "Paper 2"],
    ["Assessor", "Teacher", "Self"],
    ["Exam Type", "Real", "Mock"],
    ["Type", "Resit", "First entry"],
  ])("costs the lines whose %s is not the first one's", (header, first, second) => {
    const { kept, lines, counts } = read(header, [first, second, first, "", second]);
    expect({ kept, lines: lines.sort() }).toEqual({ kept: 3, lines: [3, 6] });
    expect(counts).toMatchObject({ accepted: 3, quarantined: 2 });
  });

  it("costs them under each label that has one date", () => {
    const of = (...cells: string[]) => read("Result Set,Academic Year", cells, dated);
    expect(of("Review 1,2010/11", "Review 1,2009/10", "Review 2,2009/10")).toMatchObject({ lines: [3] });
    expect(of("Review 1,2010/11", "Review 2,2009/10", "Review 1,2010/11")).toMatchObject({ lines: [] });
  });

  it.each([
    ["of one value only", "Term", ["Autumn", "Autumn", "", "Autumn"]],
    ["of comments", "Term", ["Has worked very hard in all lessons", "Has done rather less than that"]],
    ["of comments that name a time", "Teacher comment", ["Mock", "Autumn", "Autumn"]],
    ["of year groups", "Year Group", ["12", "11", "12"]],
    ["of year groups called years", "Year", ["12", "Year 11", "12"]],
    ["of the student's", "Cohort", ["2009/10", "2010/11"]],
    ["of first names", "Known as name", ["April", "June"]],
    ["of staff", "Assessor", ["ABC", "DEF"]],
    ["of days", "Changed", ["08/10/2010", "03/12/2010"]],
    ["of groups", "Set", ["Upper", "Lower"]],
    ["of yes and no", "Entered", ["Yes", "No"]],
  ])("is nothing to ask about where it is %s", (_, header, cells) => {
    expect(read(header, cells)).toMatchObject({ kept: cells.length, messages: [] });
  });

  it.each([
    ["Baseline", "Progress Check"],
    ["Term One", "Term Two"],
    ["Mid Year", "Final"],
    ["Current", "Previous"],
  ])("in a column of reviews, %s and %s are two", (first, second) => {
    const cells = [first, second, first, second];
    expect(read("Result Set", cells).lines.sort()).toEqual([3, 5]);
    expect(read("Review", cells).lines.sort()).toEqual([3, 5]);
  });

  it("is of comments in a column of reviews too, where texts are long", () => {
    const long = "Has worked very hard in all of the lessons this year";
    expect(read("Review", ["Good", "Very good", long, "Good", "Very good"]).messages).toEqual([]);
  });
});

describe("a line of another value", () => {
  it("is told what to do", () => {
    const [message] = long("Term", ["Autumn", "Spring"]).messages;
    expect(message).toBe(
      'This line has another "Term" than the lines above it, and one date is known for the whole file, so it may be of another review or another exam. Put each into a file of its own. If these are reviews, you may also say when each of them was: add to its source in programme.json (the one with "files": "marks.csv"): "columns": {"Term": "review"}, "reviewDates": {"Spring": "<YYYY-MM-DD>"}. If the column says nothing of the kind, add to "ignoreCriteria" in programme.json: "Term".',
    );
    expect(long("Paper", ["1", "2"]).messages[0]).toContain("Export those that are wanted alone.");
  });

  it("is read as it says", () => {
    const change = {
      columns: { Term: "review" },
      reviewDates: { Autumn: "2010-10-08", Spring: "2011-03-04" },
    };
    expect(long("Term", ["Autumn", "Spring"], change)).toMatchObject({ kept: 2, messages: [] });
    expect(long("Term", ["Autumn", "Spring"], fixed, { ignoreCriteria: ["term"] })).toMatchObject({
      kept: 2,
      messages: [],
    });
  });

  it("is none where each record has its own date", () => {
    const cells = ["08/10/2010,Autumn", "03/12/2010,Spring"];
    expect(long("Result Date,Term", cells, {})).toMatchObject({ kept: 2, messages: [] });
  });

  it("decides nothing where it was refused itself", () => {
    const text = "Adno,Subject,Aspect,Result,Term\nA9,Art,Focus,3,Spring\nA1,Art,Focus,3,Autumn\n";
    const sources: Source[] = [{ table: "marksheet", files: "marks.csv", ...fixed }];
    const read = readFolder({ "marks.csv": text }, { sources });
    expect(read.rows("reviews")).toHaveLength(1);
  });
});

describe.each(encodings)("a wide marksheet, %s", (_, encode) => {
  it.each(["Academic Year", "Year"])("loses the lines of another %s with all their grades", (header) => {
    const text = `Adno,${header},Maths Focus,Maths Target\nA1,2010/11,3,A\nA2,2009/10,4,B\nA3,2010/11,5,A\n`;
    const sources: Source[] = [{ table: "marksheet", files: "marks.csv", ...fixed }];
    const read = readFolder({ "marks.csv": encode(text) }, { sources });
    expect(read.rows("reviews").map(({ student_id }) => student_id)).toEqual(["A1", "A3"]);
    expect(read.rows("predictions").map(({ student_id }) => student_id)).toEqual(["A1", "A3"]);
    expect(read.problems("marks.csv")).toMatchObject([{ line: 3, column: header, severity: "error" }]);
  });
});

describe.each(encodings)("where each record has its own date, %s", (_, encode) => {
  const lines = (header: string, first: string, second: string) =>
    [
      `Adno,Subject,Review Date,${header}`,
      `A1,Maths,2010-10-08,${first}`,
      `A2,Maths,2010-10-08,${second}`,
      `A1,Maths,2010-12-03,${first}`,
      "",
    ].join("\n");
  const read = (name: string, text: string, table: Source["table"]) => {
    const folder = readFolder({ [name]: encode(text) }, { sources: [{ table, files: name }] });
    return {
      kept: folder.rows("reviews").length,
      lines: folder.problems(name).map(({ line }) => line),
    };
  };

  it.each([
    ["a marksheet", "marksheet", "Focus,Assessor", "3,Teacher", "4,Self"],
    [
      "a marksheet with a column of aspects",
      "marksheet",
      "Aspect,Result,Assessed by",
      "Focus,3,Teacher",
      "Focus,4,Student",
    ],
    ["a file of reviews", "reviews", "Criterion,Grade,Assessor", "focus,3,Teacher", "focus,4,Self"],
  ] as const)(
    "another assessor costs the line in %s, another time does not",
    (_, table, header, first, second) => {
      expect(read("marks.csv", lines(header, first, second), table)).toEqual({ kept: 2, lines: [3] });
      const timed = header.replace(/Assess\w*( by)?$/, "Term");
      expect(read("marks.csv", lines(timed, first, second.replace(/\w+$/, "Spring")), table)).toEqual({
        kept: 3,
        lines: [],
      });
    },
  );
});
