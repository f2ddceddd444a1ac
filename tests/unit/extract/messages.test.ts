import { describe, expect, it } from "vitest";
import { problemLines } from "../../../loaders/cli/load-report.ts";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { groupProblems } from "../../../loaders/quality/group-problems.ts";
import { fillIn, paste } from "../../support/paste.ts";
import { readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { workbookBytes } from "../../support/write-workbook.ts";

type Sources = NonNullable<ProgrammeInput["sources"]>;

/** Reads one file beside the students, and gives its problems' messages. */
function read(name: string, content: string | Uint8Array, settings: Partial<ProgrammeInput> = {}) {
  const folder = readFolder({ [name]: content }, settings);
  const messages = folder.problems(name).map(({ message }) => message);
  return { ...folder, messages, first: messages[0]! };
}

/** Reads a file again after its first message was pasted and its places filled in. */
function pasted(
  name: string,
  content: string | Uint8Array,
  places: Readonly<Record<string, string>>,
  sources: Sources = [],
) {
  const { first } = read(name, content, { sources });
  return read(name, content, { sources: fillIn(paste(first, sources), places) });
}

const wide = "Adno,Maths Focus\nA1,3\n";

describe("a snippet works when it is pasted and filled in", () => {
  it.each([[[]], [[{ table: "marksheet", files: "mar*.csv", encoding: "utf-8" }]]] as Sources[][])(
    "the date of a review, with sources %j",
    (sources) => {
      const { rows } = pasted("marks.csv", wide, { "<YYYY-MM-DD>": "2010-10-08" }, sources);
      expect(rows("reviews")).toMatchObject([{ review_date: "2010-10-08" }]);
    },
  );

  it.each([[[]], [[{ table: "meetings", files: "me*.csv", columns: { When: "held_on" } }]]] as Sources[][])(
    "all columns that a table lacks, with sources %j",
    (sources) => {
      const { rows, problems } = pasted(
        "meetings.csv",
        "student_id,Day,How,When\nA1,2010-10-01,held,2010-10-02\n",
        { "<header of planned_on>": "Day", "<header of status>": "How" },
        sources,
      );
      expect(problems("meetings.csv")).toEqual([]);
      expect(rows("meetings")).toMatchObject([{ planned_on: "2010-10-01", status: "held" }]);
    },
  );

  it("what a lone column of grades grades", () => {
    const report = "Adno,Subject,What,Result\nA1,Maths,Focus,3\n";
    const sources: Sources = [{ table: "marksheet", files: "report.csv", reviewDate: "2010-10-08" }];
    const { rows } = pasted("report.csv", report, { "<header in the file>": "What" }, sources);
    expect(rows("reviews")).toMatchObject([{ criterion: "focus", grade: "3" }]);
  });

  it("an aspect that is not declared, of reviews as of a marksheet", () => {
    const long = "student_id,subject,review_date,criterion,grade\nA1,Maths,2010-10-08,Focsu,3\n";
    const { rows, first } = pasted("reviews.csv", long, {});
    expect(first).toBeUndefined();
    expect(rows("reviews")).toMatchObject([{ criterion: "focus" }]);
  });

  it("the encoding", () => {
    const long = "student_id,subject,review_date,criterion,grade\nA1,Fran\xe7ais,2010-10-08,focus,3\n";
    const bytes = Buffer.from(long, "latin1");
    expect(read("a.csv", bytes).first).toContain('"files": "a.csv", "encoding": "windows-1252"}');
    expect(pasted("a.csv", bytes, {}).messages).toEqual([]);
    const sources: Sources = [
      { table: "reviews", files: "*.csv" },
      { table: "students", files: "students.csv" },
    ];
    expect(read("a.csv", bytes, { sources: [...sources].reverse() }).first).toMatch(
      /If it looks right: add to its source in programme\.json \(the one with "files": "\*\.csv"\): "encoding": "windows-1252"\.$/,
    );
  });

  it("where the header is, and then the columns that are still missing", () => {
    const meetings = "x,y,z\nA1,2010-10-01,held\n";
    const { first } = read("meetings.csv", meetings);
    expect(first).toMatch(/^No row looks like a header/);
    const sources = fillIn(paste(first), { "<header in the file>": "x" });
    const places = { "<header of planned_on>": "y", "<header of status>": "z" };
    const { rows, problems } = pasted("meetings.csv", meetings, places, sources);
    expect(problems("meetings.csv")).toEqual([]);
    expect(rows("meetings")).toMatchObject([{ student_id: "A1", planned_on: "2010-10-01", status: "held" }]);
  });

  it("two-digit years, as the one remedy", () => {
    const meetings = "student_id,planned_on,status\nA1,08/10/10,held\n";
    expect(read("meetings.csv", meetings).first).toBe(
      'This cell is not a real date: its year has two digits. Add to "sources" in programme.json: {"table": "meetings", "files": "meetings.csv", "dateFormat": "d/m/yy"}.',
    );
    expect(pasted("meetings.csv", meetings, {}).rows("meetings")).toMatchObject([
      { planned_on: "2010-10-08" },
    ]);
    const marks = "Adno,Review Date,Maths Focus\nA1,08/10/10,3\n";
    expect(pasted("marks.csv", marks, {}).rows("reviews")).toMatchObject([{ review_date: "2010-10-08" }]);
  });

  it("but no setting for a two-digit year of a day that the calendar does not have", () => {
    const { first } = read("meetings.csv", "student_id,planned_on,status\nA1,31/02/10,held\n");
    expect(first).toBe(
      "This cell is not a real date: the calendar has no such day. Correct it in the export.",
    );
  });

  it("a review without a date", () => {
    const marks = "Adno,Result Set,Maths Focus\nA1,Autumn 1,3\nA2,Autumn 2,3\n";
    const sources: Sources = [
      {
        table: "marksheet",
        files: "m.csv",
        columns: { "Result Set": "review" },
        reviewDates: { "Autumn 1": "2010-10-08" },
      },
    ];
    const { rows } = pasted("m.csv", marks, { "<YYYY-MM-DD>": "2010-11-05" }, sources);
    expect(rows("reviews").map((row) => row.review_date)).toEqual(["2010-10-08", "2010-11-05"]);
  });
});

describe("words of a school's own for a code", () => {
  const header = "student_id,planned_on,status";
  const meetings = `${header}\nA1,2010-10-01,held\nA1,2010-10-08,Missed\nA2,2010-10-08,DNA\nA2,2010-10-15,missed\n`;
  const choice = "<held | missed_by_student | missed_by_mentor | cancelled>";

  it("are asked about together, in one message that every line has", () => {
    const { messages } = read("meetings.csv", meetings);
    expect(messages).toHaveLength(3);
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).toContain(`"values": {"status": {"Missed": "${choice}", "DNA": "${choice}"}}}.`);
    const sources = fillIn(paste(messages[0]!), { [choice]: "missed_by_student" });
    expect(read("meetings.csv", meetings, { sources }).rows("meetings")).toHaveLength(4);
  });

  it("are eight at most in one message, which is still shown whole", () => {
    const lines = Array.from(
      { length: 10 },
      (_, i) => `A1,M${i},2010-10-01,${String.fromCharCode(97 + i).repeat(24)}`,
    );
    const { file } = read(
      "agreements.csv",
      `student_id,mentor_id,starts_on,end_reason\n${lines.join("\n")}\n`,
    );
    const [group, ...others] = groupProblems(file("agreements.csv").problems);
    expect(others).toEqual([]);
    expect(Object.keys(paste(group!.message)[0]!.values!.end_reason!)).toHaveLength(8);
  });

  it("are read once they are declared, whatever their capitals and spaces", () => {
    const values = { status: { "did  not_attend": "missed_by_student", HELD: "cancelled" } };
    const { rows, problems } = read(
      "meetings.csv",
      `${header}\nA1,2010-10-01,Did not attend\nA1,2010-10-08,held\n`,
      { sources: [{ table: "meetings", files: "meetings.csv", values }] },
    );
    expect(problems("meetings.csv")).toEqual([]);
    expect(rows("meetings").map((row) => row.status)).toEqual(["missed_by_student", "cancelled"]);
  });

  it("are read in tables of many lines, in yes and no, and in a sex", () => {
    const { rows } = readFolder(
      {
        "students.csv":
          "student_id,surname,forename,year_group,sex,pupil_premium\nA1,Smith,Ann,12,Girls,Ever 6\n",
        "predictions.csv":
          "student_id,subject,review_date,grade,kind\nA1,Maths,2010-10-08,B,Aim\nA1,Maths,2010-10-08,C,target\n",
      },
      {
        sources: [
          {
            table: "students",
            files: "students.csv",
            values: { sex: { girls: "F" }, pupil_premium: { "ever 6": "yes" } },
          },
          {
            table: "predictions",
            files: "predictions.csv",
            values: { kind: { Aim: "target", Target: "predicted" } },
          },
        ],
      },
    );
    expect(rows("students")).toMatchObject([{ sex: "F", pupil_premium: true }]);
    expect(rows("predictions").map((row) => [row.grade, row.kind])).toEqual([
      ["B", "target"],
      ["C", "predicted"],
    ]);
  });

  it("are quoted only where they can be no name and no identifier", () => {
    const cells = ["Smith", "ann s.", "Patel absent", "A0042", "a".repeat(25), "no\u200bshow"];
    for (const cell of cells) {
      const { first } = read("meetings.csv", `${header}\nA1,2010-10-08,${cell}\n`);
      expect(first).toContain(`"values": {"status": {"<the cell's text>": "${choice}"}}`);
      expect(first).not.toContain(cell);
    }
    const students = readFolder({
      "students.csv": "student_id,surname,forename,year_group,sex\nA1,Smith,Ann,12,Zyxwv\n",
    });
    expect(students.problems("students.csv")[0]!.message).toContain('{"sex": {"<the cell\'s text>": ');
  });

  it("are no question where Excel left an error", () => {
    expect(read("meetings.csv", `${header}\nA1,2010-10-08,#N/A\n`).first).toMatch(
      /#N\/A here, and the value is lost\. Correct it in the export\.$/,
    );
  });
});

describe("a file that identifies no student", () => {
  const remedy =
    "Names never identify a student: add the admission number (Adno) or UPN to the report and export it again.";

  it("is to have an identifier first of all, marksheet or table", () => {
    const sources: Sources = [{ table: "marksheet", files: "marks.csv", reviewDate: "2010-10-08" }];
    const { first } = read("marks.csv", "Surname,Forename,Exam No,Maths Focus\nSmith,Ann,1,3\n", { sources });
    expect(first).toBe(
      `The marksheet has no column that identifies the student (student_id, UPN or ULN). ${remedy} If it has one under another header: add to its source in programme.json (the one with "files": "marks.csv"): "columns": {"<header of student_id>": "student_id"}. Its headers that are not used: Exam No.`,
    );
    expect(read("meetings.csv", "Surname,planned_on,status\nSmith,2010-10-01,held\n").first).toContain(
      `student (student_id, UPN or ULN). ${remedy} If it has one`,
    );
  });

  it("beside other columns that it lacks", () => {
    const { first } = read("meetings.csv", "Surname,planned_on,Who\nSmith,2010-10-01,held\n");
    expect(first).toContain(`has no columns for student_id, status. ${remedy} If it has them`);
  });
});

describe("headers that may be meant", () => {
  it("are listed, twelve at most, without what may be a value", () => {
    const extra = Array.from({ length: 14 }, (_, i) => `Extra ${String.fromCharCode(65 + i)}`);
    const headers = ["student_id", "planned_on", "minutes", "note", "12", "ID 20104711", ...extra];
    const { first } = read("meetings.csv", `${headers.join(",")}\n${headers.map(() => "x").join(",")}\n`);
    expect(first).toMatch(/ Its headers that are not used: Extra A, .*Extra L and 2 more\.$/);
    expect(first).not.toMatch(/: 12|2010/);
  });

  it("are not listed where the first row may be a student's", () => {
    const { first } = read("meetings.csv", "Jones,status,Bob\nSmith,held,Ann\n");
    expect(first).toContain("has no columns for student_id, planned_on.");
    expect(first).not.toContain("Jones");
  });
});

describe("a student who is not known", () => {
  const line = "student_id,planned_on,status\nZ9,2010-10-01,held\n";

  it("is not in the list, where leavers must stay", () => {
    expect(read("meetings.csv", line).first).toBe(
      "This line names a student who is not in the student list. Leavers must stay in the student list: export it again with them, or correct the identifier here.",
    );
  });

  it.each(["upn", "uln"])("has a %s that two have", (column) => {
    const { problems } = readFolder({
      "students.csv": `student_id,surname,forename,year_group,${column}\nA1,A,B,12,X1\nA2,A,C,12,X1\n`,
      "meetings.csv": `${column},planned_on,status\nX1,2010-10-01,held\nX2,2010-10-01,held\n`,
    });
    expect(problems("meetings.csv").map(({ message }) => message)).toEqual([
      expect.stringContaining(`Two students of the student list have this ${column.toUpperCase()}, `),
      expect.stringContaining("a student who is not in the student list."),
    ]);
  });

  it("cannot be known where no list was read", () => {
    for (const students of [null, "student_id,forename\nA1,Ann\n"]) {
      const folder = readFolder({ "students.csv": students, "meetings.csv": line });
      expect(folder.problems("meetings.csv")[0]!.message).toBe(
        "No student is known: the student list was not read, or is not in the folder. Mend that first.",
      );
    }
  });
});

describe("a cell that is empty", () => {
  it("is named by the file's own header", () => {
    const agreements = "Adno,Mentor Code,Start Date\nA1,,2010-10-01\n,M1,2010-10-01\n";
    const sources: Sources = [
      { table: "agreements", files: "agreements.csv", columns: { "Mentor Code": "mentor_id" } },
    ];
    expect(read("agreements.csv", agreements, { sources }).messages).toEqual([
      "The Mentor Code is empty, and this table needs it. Complete it in the export.",
      "The Adno is empty, and this table needs it. Complete it in the export.",
    ]);
  });
});

describe("a review date that is declared", () => {
  const warned = (reviewDate: string, change: Partial<Sources[number]> = {}) =>
    read("marks.csv", wide, { sources: [{ table: "marksheet", files: "marks.csv", reviewDate, ...change }] })
      .messages;

  it("is compared with the academic year and with asOf", () => {
    expect(warned("2010-10-08")).toEqual([]);
    expect(warned("2009-10-08")).toEqual([
      'The review date 2009-10-08 that programme.json declares for this file ("reviewDate") is not in the academic year 2010-11. Correct it if it is a slip; a review of another year may stay.',
    ]);
    expect(warned("2011-06-25")).toEqual([
      'The review date 2011-06-25 that programme.json declares for this file ("reviewDate") is after 2011-06-24 ("asOf"), so its grades are not used. Correct one of the two.',
      "1 grade of this file is dated after asOf 2011-06-24 and is not used. Move asOf in programme.json.",
    ]);
    expect(warned("2011-06-24")).toEqual([]);
  });

  it("is so among the dates of reviews, and not in a file's name", () => {
    const sources: Sources = [
      {
        table: "marksheet",
        files: "*.csv",
        reviewDates: { "Autumn 1": "2009-10-08", "Autumn 2": "2010-11-05" },
      },
      { table: "students", files: "students.csv" },
    ];
    const titled = read("Autumn 1.csv", wide, { sources: [...sources].reverse() });
    expect(titled.first).toContain(
      'The review date 2009-10-08 that programme.json declares for this file ("reviewDates")',
    );
    expect(read("marks 2009-10-08.csv", wide).messages).toEqual([]);
  });
});

describe("a column that stands with a subject's grades and ends in no known aspect", () => {
  const warned = (header: string, settings: Partial<ProgrammeInput> = {}) =>
    read("marks 2010-10-08.csv", `Adno,${header}\nA1${",3".repeat(header.split(",").length)}\n`, settings)
      .messages;

  it("is named with what it may be, and pasting that reads it", () => {
    const header = "Art Focus,English Effort,English Foccus,Maths Effort,Maths foccus";
    const messages = warned(header);
    expect(messages).toEqual([
      '"English Foccus" and 1 more like it: these columns stand with the grades of a subject (English), but "Foccus" is no known aspect, so they are not read. Did you mean "Focus"? Add to "sources" in programme.json: {"table": "marksheet", "files": "marks 2010-10-08.csv", "aspects": {"Foccus": "focus"}}. If it is not to be used, add to "ignoreCriteria" in programme.json: "Foccus".',
    ]);
    expect(warned(header, { sources: paste(messages[0]!) })).toEqual([]);
    expect(warned(header, { ignoreCriteria: ["Foccus"] })).toEqual([]);
  });

  it("is not one of another subject, the student's, or within a word", () => {
    expect(warned("English Focus,House,Englishness Foccus,Art Foccus,English")).toEqual([]);
  });

  it("is that of the longest subject, and may stand in two header rows", () => {
    expect(warned("English Focus,English Literature Focus,English Literature Set")[0]).toContain(
      'but "Set" is no',
    );
    const two = ",Maths,,\nAdno,Focus,Effort,Foccus\nA1,3,4,5\n";
    const { messages } = read("marks 2010-10-08.csv", two);
    expect(messages).toEqual([expect.stringContaining('"Maths Foccus": this column stands')]);
  });
});

describe("a file that may be no data", () => {
  it("can be left out", () => {
    const { first } = read("notes/plan.csv", "What we said\nNothing\n");
    expect(first).toMatch(
      /If the file is no data, add to "ignoreFiles" in programme\.json: "notes\/plan\.csv"\.$/,
    );
  });
});

describe("a notice about a sheet", () => {
  it("names the letter of a column alone, before which the report says column", async () => {
    const rows = [
      ["student_id", "planned_on", "status"],
      ["A1", "2010-10-01", "held"],
    ];
    const workbook = await workbookBytes({ sheets: [{ name: "Autumn", rows, hiddenColumns: [3] }] });
    const folder = await readWorkbookFolder({ "meetings.xlsx": workbook });
    expect(folder.problems("meetings.xlsx sheet Autumn")).toMatchObject([
      { column: "C", code: "hidden-columns" },
    ]);
    const [line] = problemLines(folder);
    expect(line).toContain("column C: ");
    expect(line).not.toContain("column column");
  });
});
