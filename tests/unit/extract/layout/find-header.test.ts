import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sketchRows } from "../../../../loaders/extract/layout/delimiter.ts";
import { findHeader } from "../../../../loaders/extract/layout/find-header.ts";
import { context } from "./context.ts";

type Options = Parameters<typeof context>[0];
const rowsOf = (text: string) => sketchRows(text.replace(/\n$/, "").split("\n"), ",");
const find = (text: string, options: Options = {}) => findHeader(rowsOf(text), context(options));
const question = (text: string, options: Options = {}) => {
  const found = find(text, options);
  return "question" in found ? found.question : `no question: ${found.why}`;
};

const marksheet = `Thornley College
Marksheet: 12 Review 1 2026
Printed: 12/11/2026 08:14

Name,Reg,UPN,"Biology Focus","Biology Effort in Lesson","Biology Pred","Maths Focus","Maths Effort in Lesson","Maths Pred"
"O'Brien, Jack",12A,L823432120001,2,2,B,3,3,C
"Ní Bhriain, Seán",12A,A823432120002,1,2,A*,2,,"B "
Mean,,,2.3,2.3,,2.5,3.0,
Total,3,,,,,,,
`;
const grouped = `UPN,Surname,Forename,Year,Reg,Aspect,Result Set,Result,Result Date
L823432120001,O'Brien,Jack,Year  12,12A,Biology Focus,Y12 Review 1,2,07/11/2026
,,,,,Biology Pred,Y12 Review 1,B,07/11/2026
UPN,Surname,Forename,Year,Reg,Aspect,Result Set,Result,Result Date
A823432120002,Ní Bhriain,Seán,Year  12,12A,Biology Focus,Y12 Review 1,1,46333
`;
const twoRows = `,,,Biology,,Maths,
Name,Reg,UPN,Focus,Pred,Focus,Pred
"O'Brien, Jack",12A,L823432120001,2,B,3,C
`;

describe("one header row", () => {
  it("stands under titles of any number", () => {
    expect(find(marksheet)).toMatchObject({
      preamble: 4,
      headerRows: 1,
      above: null,
      labels: expect.arrayContaining(["UPN", "Biology Effort in Lesson"]),
      why: "row 5 holds 3 known columns and 6 aspects",
    });
  });

  it("is the first of its repeats", () => {
    expect(find(grouped)).toMatchObject({ preamble: 0, headerRows: 1 });
  });

  it.each([
    [
      "Arbor students",
      '"Globally Unique Student ID","Arbor Student ID",UPN,"Legal First Name","Legal Last Name",Sex\nG1,292,L823432120001,Jack,O\'Brien,Male\n',
    ],
    ["a weekly register", "StudentId,MonAM,MonPM\n501,/,\\\n"],
    [
      "Bromcom results",
      "StudentId,AssessmentTypeName,Result,EnteredDate,SubjectName\n501,Effort,2,2026-11-06T00:00:00,English\n",
    ],
    ["headers in capitals with colons", "STUDENT ID:,SUBJECT:,GRADE:\nA1,Art,3\n"],
    ["header only, no data", "student_id,subject,grade\n"],
    ["one column", "student_id\nA1\nA2\n"],
    ["one known column of three", "Code,Mentor ID,Begun\nA1,M1,2010-10-01\n"],
  ])("at the top: %s", (_, text) => {
    expect(find(text)).toMatchObject({ preamble: 0, headerRows: 1 });
  });

  it("is found where title rows have several cells, and as many as the header", () => {
    const text =
      "Thornley College,Marksheet,Printed,12/11/2026\n,,,\nUPN,Name,Maths Focus,Maths Pred\nL823432120001,x,3,B\n";
    expect(find(text)).toMatchObject({ preamble: 2, labels: ["UPN", "Name", "Maths Focus", "Maths Pred"] });
    expect(find("Title,,,\nUPN,Name,Maths Focus,Maths Pred\n")).toMatchObject({ preamble: 1 });
  });

  it("is not a row of students called Name, Focus or Date", () => {
    const text =
      "student_id,surname,forename,year_group\nA1,Name,Date,12\nA2,Focus,Result,Year 12\nA3,Grade,Review,Y12\n";
    expect(find(text)).toMatchObject({ preamble: 0 });
  });

  it("is not a row of criteria, whose words are headers too", () => {
    const text =
      "student_id,subject,review_date,criterion,grade\nA1,Maths,2026-11-01,Focus,3\nA1,Result,2026-11-01,Target,3\n";
    expect(find(text)).toMatchObject({ preamble: 0 });
  });

  it("is not a row of header words that holds numbers, dates or UPNs besides", () => {
    const text = "Surname,X,Y,Z,UPN\nName,Date,Result,07/11/2026,L823432120001\n";
    expect(find(text)).toMatchObject({ preamble: 0 });
  });

  it("is not a title of one known word, narrower than the table", () => {
    expect(question("Date\nKennung,Thema\nA1,x\nA2,y\n")).toContain('"skipRows": 1');
  });

  it("knows the school's own headers", () => {
    const columns = { Kennung: "student_id", Fach: "subject" };
    expect(
      find("Liste,,\nKennung,Fach,X\nA1,Art,3\n", { source: { table: "marksheet", columns } }),
    ).toMatchObject({
      preamble: 1,
    });
  });

  it("without an identifier is still found where it stands first, so that the reader can name what is missing", () => {
    expect(find("Name,Reg,Maths Focus,Maths Pred\nSmith,12A,3,B\n")).toMatchObject({ preamble: 0 });
  });
});

describe("two header rows", () => {
  it("have the subject above its aspects, carried on over blanks", () => {
    expect(find(twoRows)).toEqual({
      preamble: 0,
      headerRows: 2,
      labels: ["Name", "Reg", "UPN", "Focus", "Pred", "Focus", "Pred"],
      above: ["", "", "", "Biology", "Biology", "Maths", "Maths"],
      cells: [
        ["", "", "", "Biology", "", "Maths", ""],
        ["Name", "Reg", "UPN", "Focus", "Pred", "Focus", "Pred"],
      ],
      why: "rows 1 and 2 hold 3 known columns and 4 aspects",
    });
  });

  it.each([
    ["the student's headers above", "Name,Reg,UPN,Biology,,Maths,\n,,,Focus,Pred,Focus,Pred\n"],
    [
      "the student's headers in both rows",
      "Name,Reg,UPN,Biology,,Maths,\nName,Reg,UPN,Focus,Pred,Focus,Pred\n",
    ],
    ["some above and some below", "Name,,,Biology,,Maths,\n,Reg,UPN,Focus,Pred,Focus,Pred\n"],
    [
      "a heading over the student's headers",
      "Student,,,Biology,,Maths,\nName,Reg,UPN,Focus,Pred,Focus,Pred\n".replace("Student,", "Pupil details,"),
    ],
    ["a subject row without its last blanks", ",,,Biology,,Maths\nName,Reg,UPN,Focus,Pred,Focus,Pred\n"],
    ["a subject row with more blanks", ",,,Biology,,Maths,,,\nName,Reg,UPN,Focus,Pred,Focus,Pred\n"],
    ["titles above", `College\nPrinted: 12/11/2026,,\n\n${twoRows}`],
    ["titles directly above", `College,,,,,,\n${twoRows}`],
  ])("may come with %s", (_, text) => {
    expect(find(text)).toMatchObject({
      headerRows: 2,
      labels: ["Name", "Reg", "UPN", "Focus", "Pred", "Focus", "Pred"],
      above: ["", "", "", "Biology", "Biology", "Maths", "Maths"],
    });
  });

  it("may be of one subject", () => {
    expect(find(",,Biology,\nAdno,Name,Focus,Pred\nA1,x,3,B\n")).toMatchObject({
      headerRows: 2,
      above: ["", "", "Biology", "Biology"],
    });
  });

  it("give a column under a subject that is no aspect a name of its own, never the student's or the reader's", () => {
    const found = find("Adno,Biology,,,Maths,,\n,Focus,Teacher,Unit mark,Focus,Teacher,Unit mark\n");
    expect(found).toMatchObject({
      labels: [
        "Adno",
        "Focus",
        "Biology Teacher",
        "Biology Unit mark",
        "Focus",
        "Maths Teacher",
        "Maths Unit mark",
      ],
      above: ["", "Biology", "Biology", "Biology", "Maths", "Maths", "Maths"],
    });
  });

  it("a long file whose first fact is called like an aspect has one header row", () => {
    expect(find("student_id,subject,criterion,grade\nA1,Maths,Focus,3\n")).toMatchObject({ headerRows: 1 });
  });

  it("ask about an aspect that stands twice under a subject: another subject's name may be missing", () => {
    expect(question(",,,Biology,,,\nName,Reg,UPN,Focus,Pred,Focus,Pred\n")).toContain(
      'The aspect "Focus" stands twice under one subject, in columns 4 and 6',
    );
  });

  it.each([
    ["a cell of the subject row is missing", ",,,Biology,Maths\nName,Reg,UPN,Focus,Pred,Focus\n"],
    ["a delimiter was lost in it", ",,,Biology;,Maths\nName,Reg,UPN,Focus,Pred,Focus\n"],
    ["the lower row ends before its subjects", ",,,Biology,,Maths\nName,Reg,UPN,Focus\n"],
  ])("ask where %s, for the subjects may stand above others' aspects", (_, text) => {
    expect(question(text)).toContain("differ in the number of their cells");
    expect(question(text, { source: { table: "marksheet", skipRows: 0, headerRows: 2 } })).toContain(
      "differ in the number of their cells",
    );
    expect(question(text, { source: { table: "marksheet", skipRows: 0 } })).toContain(
      "differ in the number of their cells",
    );
  });

  it("ask where a header under a subject names a subject itself: it may be an aspect, or the row above a title", () => {
    const asked = question(",,,Biology,,Maths\nName,Reg,UPN,Focus,Homework Effort,Focus\n");
    expect(asked).toContain('"Homework Effort" (row 2, column 5) stands under "Biology"');
    expect(asked).toContain('"aspects": {"Homework Effort": "<criterion id>"}');
    expect(asked).toContain('"ignoreCriteria" in programme.json: "Homework Effort"');
    expect(asked).toContain('"skipRows": 1, "headerRows": 1');
  });

  it.each(["Class average", "Previous", "Mock", "Overall", "KS2", "Tutor"])(
    "leave the aspects under %s without a subject, where others have one",
    (text) => {
      expect(find(`,Maths,,${text},\nAdno,Focus,Effort,Focus,Effort\n`)).toMatchObject({
        labels: ["Adno", "Focus", "Effort", `${text} Focus`, `${text} Effort`],
        above: ["", "Maths", "Maths", "", ""],
      });
    },
  );

  it("keep a subject that begins above a column such as the form, and ask about an aspect without one", () => {
    const text = ",,Maths,,,Art,,\nAdno,Name,Form,Focus,Effort,Form,Focus,Effort\n";
    expect(find(text)).toMatchObject({ above: ["", "", "", "Maths", "Maths", "Art", "Art", "Art"] });
    const orphan = ",,,Art,\nAdno,Name,Focus,Focus,Effort\n";
    expect(question(orphan, { source: { table: "marksheet", skipRows: 0, headerRows: 2 } })).toContain(
      '"Focus" (row 2, column 3) is an aspect without a subject',
    );
  });

  it.each([
    ["dates", ",08/10/2010,,03/12/2010,", "08/10/2010"],
    ["terms", ",Autumn,,Spring,", "Autumn"],
    ["terms and years", ",Autumn Term 2009,,Autumn Term 2010,", "Autumn Term 2009"],
    ["reviews", ",Review 1,,Review 2,", "Review 1"],
    ["numbers", ",1,,2,", "1"],
    ["aspects", ",Target,,Actual,", "Target"],
  ])("ask where %s stand above the aspects, where subjects are looked for", (_, upper, text) => {
    const lines = `${upper}\nAdno,Focus,Effort,Focus,Effort\nA1,3,4,3,4\n`;
    expect(question(lines)).toContain(`"${text}" (row 1, column`);
    const declared = { source: { table: "marksheet", skipRows: 0, headerRows: 2 } } as const;
    expect(question(lines, declared)).toContain(`"${text}" (row 1, column`);
  });

  it("may have subjects of any name beside the words of a time or an exam", () => {
    const upper = ",Old Testament,,Sports Mechanics,,Art 2,,Statistics,,Progress in Maths,";
    const found = find(`${upper}\nAdno,${Array(5).fill("Focus,Effort").join(",")}\n`);
    expect(found).toMatchObject({ headerRows: 2, above: expect.arrayContaining(["Art 2"]) });
  });

  it("ask where the text above the aspects stands above the student's columns too", () => {
    const title = "Year 12 Biology,Year 12 Biology,Year 12 Biology,Year 12 Biology";
    expect(question(`${title}\nAdno,Surname,Focus,Effort\nA1,Smith,3,4\n`)).toContain(
      "stands above the student's columns too, as a title does",
    );
  });

  it("are not a title and a header below it that names the subjects", () => {
    const text = "Spring\nPlace,UPN,Biology Focus,Maths Focus,Effort\n";
    expect(find(text)).toMatchObject({ headerRows: 1, preamble: 1 });
    const declared = find(text, { source: { table: "marksheet", skipRows: 0 } });
    expect(declared).toMatchObject({ headerRows: 1, labels: ["Spring"] });
  });

  it("may have subjects with different aspects where both rows are whole", () => {
    expect(find(",,,Biology,Maths,,\nName,Reg,UPN,Focus,Focus,Effort,Pred\n")).toMatchObject({
      above: ["", "", "", "Biology", "Maths", "Maths", "Maths"],
    });
  });

  it("ask about aspects without a subject above", () => {
    expect(
      question(",,,,,Maths,\nName,Reg,UPN,Focus,Pred,Focus,Pred\nx,12A,L823432120001,3,B,3,C\n"),
    ).toContain("names aspects without a subject. If the subjects stand in the row above, add");
  });

  it.each([
    [
      "above the teachers",
      `,,,Biology,,Maths,\n,,,Mr Abel,,Ms Cain,\n${twoRows.split("\n").slice(1).join("\n")}`,
      "Row 1 stands above",
    ],
    [
      "of terms above subjects that stand in both",
      ",,,Autumn,,Spring,\n,,,Biology,,Biology,\nName,Reg,UPN,Focus,Pred,Focus,Pred\n",
      "Row 1 stands above",
    ],
    ["under the aspects", twoRows.replace("\"O'Brien", ",,,/5,A*-E,/5,A*-E\n\"O'Brien"), "names no student"],
  ])("ask about a third row %s", (_, text, words) => {
    expect(question(text)).toContain(words);
    expect(question(text)).toContain('{"table": "marksheet", "files": "exports/x.csv", "skipRows": ');
  });
});

describe("a row above a header that names subjects and aspects", () => {
  const header = "Adno,Surname,Maths Focus,Maths Effort,Art Focus,Art Effort";
  const under = (row: string) => `${row}\n${header}\nA1,Smith,3,4,3,4\n`;

  it.each([
    ",,Autumn,,Spring,",
    ",,08/10/2010,,03/12/2010,",
    "Adno,Surname,Autumn,Autumn,Spring,Spring",
    "Term,,Autumn,,Spring,",
  ])("may say of what time each group is, and is asked about: %s", (row) => {
    expect(question(under(row))).toContain("stands above groups of the grades in row 2");
    expect(question(under(row))).toContain('"skipRows": 1');
    const source = { table: "marksheet", skipRows: 1 } as const;
    expect(find(under(row), { source })).toMatchObject({ preamble: 1, headerRows: 1 });
  });

  it.each([
    ",,Autumn,,,",
    "Review 1,,Autumn,Spring,,",
    ",,Autumn,Autumn,Autumn,Autumn",
    ",,Printed,12/11/2026,,",
  ])("is a title where it is one text, or stands above the student too: %s", (row) => {
    expect(find(under(row))).toMatchObject({ preamble: 1, headerRows: 1 });
  });
});

describe("what is declared", () => {
  it("settles where the header is, whatever it looks like", () => {
    expect(find(marksheet, { source: { table: "marksheet", skipRows: 4 } })).toMatchObject({ preamble: 4 });
    expect(find("A,B\n\nC,D\n1,2\n", { source: { table: "costs", skipRows: 1 } })).toMatchObject({
      preamble: 2,
      labels: ["C", "D"],
    });
    expect(find("sep=,\nC,D\n", { source: { table: "costs", skipRows: 0, headerRows: 1 } })).toMatchObject({
      preamble: 1,
    });
  });

  it("of two rows puts them together", () => {
    const source = { table: "marksheet", skipRows: 0, headerRows: 2 } as const;
    expect(find(twoRows, { source })).toMatchObject({
      headerRows: 2,
      above: ["", "", "", "Biology", "Biology", "Maths", "Maths"],
    });
    expect(question("a,b\n", { source })).toContain("no header that can be read below");
  });

  it("of skipRows alone leaves it to the rows whether there are two", () => {
    expect(find(`Title\n${twoRows}`, { source: { table: "marksheet", skipRows: 1 } })).toMatchObject({
      headerRows: 2,
    });
    expect(find(marksheet, { source: { table: "marksheet", skipRows: 4 } })).toMatchObject({ headerRows: 1 });
  });

  it("below the end of the file is refused", () => {
    expect(question("a,b\n", { source: { table: "costs", skipRows: 9 } })).toContain("Correct skipRows");
  });
});

describe("what nobody can tell is asked, with a snippet to paste", () => {
  it("no known header", () => {
    expect(question("Titel\nThema,Wert\nx,1\ny,2\n")).toContain(
      '"files": "exports/x.csv", "skipRows": 1, "columns": {"<header in the file>": "student_id"}}',
    );
    expect(question("")).toContain("holds no text");
    expect(question("\n,,\n")).toContain("holds no text");
  });

  it("a header whose row is unknown, above a row of data that has words of headers", () => {
    expect(question("Kind,Fach,Thema,Wert\nA1,Review,Focus,Result\nA2,Review,Focus,Grade\n")).not.toContain(
      "no question",
    );
  });

  it("lines above the header that look like data: its first header may be damaged", () => {
    const damaged = grouped.replace("UPN,Surname,Forename,Year,Reg,Aspect", "U,S,F,Y,R,A");
    expect(question(damaged)).toContain("above it may hold data");
  });

  it("two headers of two tables in one file", () => {
    const text =
      "UPN,Name,Maths Focus,Maths Pred\nL823432120001,x,3,B\n\nUPN,Name,Art Focus,Art Pred\nL823432120001,x,3,B\n";
    expect(question(text)).toContain("Rows 1 and 4 could both be the header");
  });

  it("a header that cannot be read, by its row", () => {
    const rows = [["College"], null, ["L823432120001", "x", "3"]];
    expect(findHeader(rows, context())).toEqual({ question: expect.stringMatching(/^Row 2 cannot be read/) });
    expect(findHeader([null, ["A1", "Name", "Date", "Year 12"]], context())).toHaveProperty("question");
    const declared = context({ source: { table: "costs", skipRows: 0 } });
    expect(findHeader([null, ["Books", "3", "4.50"]], declared)).toHaveProperty("question");
    const readable = [null, ["UPN", "Name", "Maths Focus"], null];
    expect(findHeader(readable, context())).toMatchObject({ preamble: 1 });
  });

  it("names the table that the file's name or its source says", () => {
    expect(question("p,q\n1,2\n", { fileName: "meetings.csv" })).toContain('"table": "meetings"');
  });
});

describe("whatever students and titles are called", () => {
  const words = [
    "Name",
    "Focus",
    "UPN",
    "Date",
    "Result",
    "Pred",
    "Total",
    "Mean",
    "Reg",
    "Grade",
    "Target",
    "Smith",
  ];
  const word = fc.constantFrom(...words);
  const marks = fc.constantFrom("1", "2", "3", "B", "A*", "-", "");
  const student = fc.tuple(word, word, fc.constantFrom("12A", "Reg", "13B"), marks, marks, marks);
  const title = fc.constantFrom(
    "Thornley College",
    "Marksheet: Focus",
    "Printed: 12/11/2026,,08:14",
    "Name",
    "Pred",
    "",
  );

  it("the header is where it stands", () => {
    fc.assert(
      fc.property(
        fc.array(title, { maxLength: 6 }),
        fc.array(student, { maxLength: 12 }),
        (titles, students) => {
          const rows = students.map(([surname, forename, reg, ...grades], i) =>
            [surname, forename, reg, `L82343212${String(i).padStart(4, "0")}`, ...grades].join(","),
          );
          const header = "Surname,Forename,Reg,UPN,Maths Focus,Maths Effort,Maths Pred";
          const found = find([...titles, header, ...rows].join("\n"));
          expect(found).toMatchObject({ preamble: titles.length, headerRows: 1 });
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
