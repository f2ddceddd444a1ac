import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder } from "../../support/programme-folder.ts";

type Source = NonNullable<ProgrammeInput["sources"]>[number];
const source = (change: Partial<Source> = {}): Partial<ProgrammeInput> => ({
  sources: [
    {
      table: "marksheet",
      files: "marks*.csv",
      reviewDate: "2010-10-08",
      aspects: { "Effort in Lesson": "effort", Pred: { predictions: "predicted" } },
      ...change,
    },
  ],
});
const read = (content: string, change: Partial<Source> = {}, name = "marks.csv") =>
  readFolder({ [name]: content }, source(change));
const grades = (content: string, change: Partial<Source> = {}) => {
  const { rows } = read(content, change);
  return [...rows("reviews"), ...rows("predictions")].map((row) =>
    [row.student_id, row.subject, row.criterion ?? row.kind, row.grade, row.review_date].join(" "),
  );
};

describe("layouts", () => {
  const expected = [
    "A1 Maths focus 3 2010-10-08",
    "A1 Maths effort 4 2010-10-08",
    "A1 Maths predicted B 2010-10-08",
  ];

  it.each([
    ["wide", "Adno,Maths Focus,Maths Effort in Lesson,Maths Pred\nA1,3,4,B\n", {}],
    ["wide with a subject column", "Adno,Subject,Focus,Effort in Lesson,Pred\nA1,Maths,3,4,B\n", {}],
    ["two header rows", ",Maths,,\nAdno,Focus,Effort in Lesson,Pred\nA1,3,4,B\n", { headerRows: 2 }],
    [
      "long",
      "Adno,Subject,Aspect,Result\nA1,Maths,Focus,3\nA1,Maths,Effort in Lesson,4\nA1,Maths,Pred,B\n",
      {},
    ],
    [
      "long with the subject in the aspect",
      "Adno,Aspect,Result\nA1,Maths Focus,3\nA1,Maths Effort in Lesson,4\nA1,Maths Pred,B\n",
      {},
    ],
    [
      "titles above",
      "Thornley College\nReview 1\n\nAdno,Maths Focus,Maths Effort in Lesson,Maths Pred\nA1,3,4,B\n",
      { skipRows: 3 },
    ],
    ["by UPN", "UPN,Maths Focus,Maths Effort in Lesson,Maths Pred\nl823432120001,3,4,B\n", {}],
  ] as [string, string, Partial<Source>][])("%s", (_, content, change) => {
    expect(grades(content, change)).toEqual(expected);
  });

  it("two header rows: the subject goes on over blanks, and cells name subject and aspect", () => {
    const { rows, problems } = read(",Maths,,Art,\nAdno,Focus,Pred,Focus,Pred\nA1,3,B,9,C\n", {
      headerRows: 2,
    });
    expect(rows("reviews")).toMatchObject([{ subject: "Maths", grade: "3" }]);
    expect(rows("predictions").map((row) => row.subject)).toEqual(["Maths", "Art"]);
    expect(problems("marks.csv")).toMatchObject([{ line: 3, column: "Art Focus" }]);
  });

  it("reviews in a wide file, by its name or its header alone", () => {
    const wide = "student_id,Maths Focus,Art Effort\nA1,3,4\nZ9,3,4\nA2,7,4\n";
    for (const [name, table] of [
      ["reviews 2010-10-08.csv", "reviews"],
      ["autumn 2010-10-08.csv", "marksheet"],
    ] as const) {
      const folder = readFolder({ [name]: wide });
      expect(folder.file(name)).toMatchObject({ table, layout: "wide" });
      expect(folder.counts.reviews.rows).toBe(3);
      expect(folder.problems(name)).toMatchObject([
        { line: 3, column: "student_id", code: "foreign-key" },
        { line: 4, column: "Maths Focus", code: "constraint-error" },
      ]);
    }
  });

  it.each([
    ["wide", "UPN,Surname,Forename,Year,Maths Focus\nL823432120001,Smith,Ann,12,3\n"],
    ["wide with a date", "Adno,Date,Maths Focus\nA1,2010-10-08,3\n"],
    ["long", "UPN,Surname,Forename,Year,Aspect,Result\nL823432120001,Smith,Ann,12,Maths Focus,3\n"],
  ])("a header with names and year groups is a marksheet's, no students': %s", (_, content) => {
    const folder = readFolder({ "autumn 2010-10-08.csv": content });
    expect(folder.file("autumn 2010-10-08.csv").table).toBe("marksheet");
    expect(folder.counts.students.rows).toBe(3);
    expect(folder.rows("reviews")).toMatchObject([{ student_id: "A1", subject: "Maths", grade: "3" }]);
  });

  it("columns of no aspect are listed, and an own column is no grade", () => {
    const { file, rows } = read("Adno,House,Maths Focus,Teacher Focus\nA1,Red,3,Ms B\n", {
      columns: { "Teacher Focus": "teacher" },
    });
    expect(file("marks.csv").unmappedColumns).toEqual(["House"]);
    expect(rows("reviews")).toMatchObject([{ subject: "Maths", teacher: "Ms B" }]);
  });
});

describe("what is wrong in a wide file", () => {
  it("costs a bad cell its fact and keeps the line", () => {
    const { problems, file, rows } = read("Adno,Maths Focus,Maths Pred\nA1,7,B\nA2,3,Z\n");
    expect(problems("marks.csv")).toMatchObject([
      { line: 2, column: "Maths Focus", code: "constraint-error", severity: "error" },
      { line: 3, column: "Maths Pred", code: "constraint-error", severity: "error" },
    ]);
    expect(file("marks.csv").lineCounts()).toMatchObject({ accepted: 2, quarantined: 0 });
    expect([rows("reviews").length, rows("predictions").length]).toEqual([1, 1]);
  });

  it("an unknown student costs the line, once", () => {
    const { problems, file } = read("Adno,Maths Focus,Art Focus,Maths Pred\nZ9,3,4,B\nA1,3,4,B\n");
    expect(problems("marks.csv")).toMatchObject([{ line: 2, column: "Adno", code: "foreign-key" }]);
    expect(file("marks.csv").lineCounts()).toMatchObject({ accepted: 1, quarantined: 1 });
  });

  it.each([
    ["no identifier", "Adno,Maths Focus\n,3\nA1,3\n", "Adno"],
    ["no subject", "Adno,Subject,Focus\nA1,,3\nA1,Maths,3\n", "Subject"],
    ["no date", "Adno,Date,Maths Focus\nA1,,3\nA1,08/10/2010,3\n", "Date"],
    ["an impossible date", "Adno,Date,Maths Focus\nA1,31/02/2011,3\nA1,08/10/2010,3\n", "Date"],
  ])("%s costs the line", (_, content, column) => {
    const { problems, file, rows } = read(content);
    expect(problems("marks.csv")).toMatchObject([{ line: 2, column, severity: "error" }]);
    expect(file("marks.csv").lineCounts()).toMatchObject({ accepted: 1, quarantined: 1 });
    expect(rows("reviews")).toHaveLength(1);
  });

  it("an aspect nobody declared, in a long one", () => {
    const { problems, counts } = readFolder(
      {
        "marks.csv":
          "Adno,Subject,Aspect,Result\nA1,Maths,Punctuality,3\nA1,Maths,House,3\nA1,Maths,Focus,3\n",
      },
      { ...source(), ignoreCriteria: ["House"] },
    );
    expect(problems("marks.csv")).toMatchObject([{ line: 2, column: "Aspect", code: "constraint-error" }]);
    expect(counts.reviews).toMatchObject({ rows: 1, unmapped: 1 });
  });

  it("a column without a header that holds something is told", () => {
    expect(read("Adno,Maths Focus,\nA1,3,\n").problems("marks.csv")).toEqual([]);
    expect(read("Adno,Maths Focus,\nA1,3,4\n").problems("marks.csv")).toMatchObject([
      { line: 1, code: "blank-header", severity: "warning", message: expect.stringContaining("Column 3") },
    ]);
  });

  it("a second column for the same thing is told", () => {
    for (const content of [
      "Adno,Learner Ref,Maths Focus\nA1,A2,3\n",
      "Adno,Learner Ref,Subject,Aspect,Result\nA1,A2,Maths,Focus,3\n",
    ]) {
      expect(read(content).problems("marks.csv")).toMatchObject([
        { column: "Learner Ref", code: "duplicate-label" },
      ]);
    }
  });

  it("statistics rows are footer, and a student called Max is not", () => {
    const { file, rows } = read(
      "Name,Reg,Adno,Maths Focus,Maths Pred\nMax,12A,A1,3,B\nTotal,12A,A2,3,B\nMinimum,,,1,U\nMax,,,4,A*\nTotal,2,,,\n",
    );
    expect(rows("reviews").map((row) => row.student_id)).toEqual(["A1", "A2"]);
    expect(file("marks.csv").lineCounts()).toMatchObject({ accepted: 2, footer: 3 });
  });

  it("a student called Max without an identifier is quarantined", () => {
    const { file } = read("Name,Reg,Adno,Maths Focus\nSmith,12A,A1,3\nMax,12A,,3\n");
    expect(file("marks.csv").lineCounts()).toMatchObject({ accepted: 1, quarantined: 1, footer: 0 });
  });

  it.each([
    ["no identifier", "Name,Maths Focus\nSmith,3\n", "student_id"],
    ["no aspect", "Adno,Maths\nA1,3\n", null],
    ["a header that nobody can tell", "Title,x\nAdn,Maths Focs\nA1,3\n", null],
  ])("%s refuses the file with one error", (_, content, column) => {
    const { problems, file } = read(content);
    expect(problems("marks.csv")).toMatchObject([{ line: null, column, code: "missing-label" }]);
    expect(file("marks.csv").lineCounts()).toMatchObject({ accepted: 0 });
  });
});

describe("a header whose subject is none for certain", () => {
  const told = (content: string, settings: Partial<ProgrammeInput> = {}) => {
    const folder = readFolder({ "marks.csv": content }, { ...source({ aspects: {} }), ...settings });
    return {
      ...folder,
      read: folder.rows("reviews").map(({ subject, criterion, grade }) => `${subject} ${criterion} ${grade}`),
      problems: folder.problems("marks.csv"),
    };
  };

  it("is not read, and told once for all that have the same doubt; the rest of the file is read", () => {
    const { read, problems, file } = told(
      "Adno,Art Focus,R1 Maths Focus,R1 Maths Effort,Maths R2 Focus,Maths Mock Result,Maths Target Effort\nA1,3,4,5,1,B,2\n",
    );
    expect(read).toEqual(["Art focus 3"]);
    expect(file("marks.csv").unmappedColumns).toHaveLength(5);
    const review =
      "says which review a grade is of, or when it was, and the columns of a marksheet are read as one review, so";
    expect(problems.map(({ line, severity, code, message }) => [line, severity, code, message])).toEqual(
      [
        `"R1 Maths Focus" and 1 more like it: "R1" ${review} they are not read. Export one review a file, or with the label of the review in a column. If the file holds this review alone: leave "R1" out of the header. If it is not to be used, add to "ignoreCriteria" in programme.json: "R1 Maths Focus". If "R1 Maths" is a subject, add to programme.json: "subjects": {"R1 Maths": []}.`,
        `"Maths R2 Focus": "R2" ${review} it is not read. Export one review a file, or with the label of the review in a column. If the file holds this review alone: add to its source in programme.json (the one with "files": "marks*.csv"): "aspects": {"R2 Focus": "focus"}. If it is not to be used, add to "ignoreCriteria" in programme.json: "R2 Focus". If "Maths R2" is a subject, add to programme.json: "subjects": {"Maths R2": []}.`,
        `"Maths Mock Result": With "Mock" it is another grade, or of no subject, so it is not read. If it counts: add to its source in programme.json (the one with "files": "marks*.csv"): "aspects": {"Mock Result": "<criterion id>"}. If it is not to be used, add to "ignoreCriteria" in programme.json: "Mock Result". If "Maths Mock" is a subject, add to programme.json: "subjects": {"Maths Mock": []}.`,
        `"Maths Target Effort": "Maths Target" stands where the subject should, but names a known aspect ("Target"), so it cannot be told what is graded, and it is not read. If "Target Effort" is one aspect: add to its source in programme.json (the one with "files": "marks*.csv"): "aspects": {"Target Effort": "<criterion id>"}. If it is not to be used, add to "ignoreCriteria" in programme.json: "Target Effort". If "Maths Target" is a subject, add to programme.json: "subjects": {"Maths Target": []}.`,
      ].map((message) => [null, "warning", "unmapped-value", message]),
    );
  });

  it("refuses a file that has no others", () => {
    const { read, problems } = told("Adno,R1 Maths Focus,R2 Maths Focus\nA1,3,4\n");
    expect(read).toEqual([]);
    expect(problems).toMatchObject([
      { line: null, severity: "error", message: expect.stringMatching(/^"R1 Maths Focus": "R1" says which/) },
    ]);
  });

  it("is read by its subject's other name where the file holds that review alone, as the message says", () => {
    const content = "Adno,R1 Maths Focus,R1 Art Focus,R1 Art Effort\nA1,3,4,5\n";
    const said = told(content).problems[0]!.message;
    expect(said).toContain(
      'If the file holds this review alone: leave "R1" out of the header, or add to programme.json: "subjects": {"Maths": ["R1 Maths"], "Art": ["R1 Art"]}.',
    );
    const { subjects } = JSON.parse(`{${/"subjects": \{.*?\]\}/.exec(said)![0]}}`);
    expect(told(content, { subjects }).read).toEqual(["Maths focus 3", "Art focus 4", "Art effort 5"]);
    expect(told(content, { subjects: { Maths: ["Sums"] } }).problems[0]!.message).toContain(
      'write in "subjects" in programme.json, in place of what it says of the same subjects: "Maths": ["Sums", "R1 Maths"], "Art": ["R1 Art"].',
    );
  });

  it("makes no list of students of the file, unless such a list has it too", () => {
    const table = (header: string) =>
      readFolder({
        "export 2010-10-08.csv": `Adno,Surname,Forename,Year,${header}\nA1,Smith,Ann,12,3\n`,
      }).file("export 2010-10-08.csv").table;
    expect(["R1 Maths Focus", "Maths Focus/Effort"].map(table)).toEqual(["marksheet", "marksheet"]);
    expect(["KS2 Result", "Attendance Target"].map(table)).toEqual(["students", "students"]);
  });

  it("does not hide what else the file may hold", () => {
    expect(told("Adno,Reg,KS2 Result,Maths Foccus\nA1,12A,B,3\n").problems[0]!.message).toMatch(
      /^"KS2 Result": .* No other column of the marksheet ends in a known aspect\. Say what they are: .* Its headers that are not used: /,
    );
  });

  it("is read where it is declared, and nothing is said where it is ignored", () => {
    const content = "Adno,R1 Maths Focus,R2 Maths Focus\nA1,3,4\n";
    const subjects = { Maths: ["R1 Maths"] };
    expect(told(content, { subjects, ignoreCriteria: ["R2 Maths Focus"] })).toMatchObject({
      read: ["Maths focus 3"],
      problems: [],
    });
    expect(told(content, { subjects }).problems[0]!.message).toContain(
      'If "R2 Maths" is a subject, add to "subjects" in programme.json: "R2 Maths": [].',
    );
    expect(told("Adno,Art Focus,Mock Effort\nA1,3,4\n", { ignoreCriteria: ["Effort"] }).problems).toEqual([]);
  });

  it("costs the line in a long file, and says why", () => {
    const { read, problems } = told(
      "Adno,Aspect,Result\nA1,Maths R1 Focus,3\nA1,Maths Target Effort,3\nA1,Maths Focus,4\n",
    );
    expect(read).toEqual(["Maths focus 4"]);
    expect(problems).toMatchObject([
      { line: 2, column: "Aspect", message: expect.stringContaining('"R1" says which review') },
      { line: 3, column: "Aspect", message: expect.stringContaining("cannot be told what is graded") },
    ]);
  });

  it("is no aspect beside a column of subjects", () => {
    const { read, problems } = told("Adno,Subject,R1 Focus,Effort\nA1,Maths,3,4\n");
    expect(read).toEqual(["Maths effort 4"]);
    expect(problems).toMatchObject([
      { severity: "warning", message: expect.stringMatching(/^"R1 Focus": "R1" says which .*"R1 Focus"\.$/) },
    ]);
  });

  it("is not read with the aspect first", () => {
    const { read, problems } = told(
      "Adno,Focus - Maths,Focus - Overall,Effort - Class average,Focus (Autumn)\nA1,3,4,5,1\n",
    );
    expect(read).toEqual(["Maths focus 3"]);
    expect(problems.map(({ column }) => column)).toEqual([
      "Focus - Overall",
      "Effort - Class average",
      "Focus (Autumn)",
    ]);
    expect(problems.map(({ message }) => message).join()).not.toContain('"subjects": {"Overall"');
  });
});

describe("two columns of one subject and aspect", () => {
  const told = (content: string, settings: Partial<ProgrammeInput> = {}, change: Partial<Source> = {}) => {
    const folder = readFolder(
      { "marks.csv": content },
      { ...source({ aspects: {}, ...change }), ...settings },
    );
    const rows = [...folder.rows("reviews"), ...folder.rows("predictions")];
    return {
      problems: folder.problems("marks.csv"),
      unmapped: folder.file("marks.csv").unmappedColumns,
      read: rows.map((row) => `${row.subject} ${row.criterion ?? row.kind} ${row.grade}`),
    };
  };

  it.each([
    ["the same header", "Adno,Maths Focus,Maths Focus,Music Effort\nA1,,3,4\n", 1, "Music effort 4"],
    ["in other letters", "Adno,Maths Focus,MATHS_focus,Music Effort\nA1,,3,4\n", 1, "Music effort 4"],
    [
      "by key stage",
      "Adno,Maths Target (KS4),Maths Target (KS5),Maths Focus\nA1,B,C,3\n",
      1,
      "Maths focus 3",
    ],
    ["by its kind", "Adno,Maths Predicted,Maths Forecast,Maths Focus\nA1,,C,3\n", 1, "Maths focus 3"],
    ["under a subject", ",Maths,,\nAdno,Predicted,Forecast,Focus\nA1,B,,3\n", 2, "Maths focus 3"],
    ["beside a subject", "Adno,Subject,Predicted,Forecast,Focus\nA1,Maths,B,,3\n", 1, "Maths focus 3"],
    ["by a synonym", "Adno,Maths Focus,Mathematics Focus,Maths Effort\nA1,,3,4\n", 1, "Maths effort 4"],
    ["the aspect first", "Adno,Focus - Maths,Focus: Maths,Effort - Maths\nA1,,3,4\n", 1, "Maths effort 4"],
  ])("%s: none of them is read, the rest of the file is", (_, content, line, rest) => {
    const { problems, read, unmapped } = told(content, { subjects: { Maths: ["Mathematics"] } });
    expect(read).toEqual([rest]);
    expect(unmapped).toHaveLength(2);
    expect(problems).toMatchObject([
      { line, severity: "error", code: "duplicate-label", column: unmapped[0] },
    ]);
    expect(problems[0]!.message).toContain("so none of them is read");
  });

  it("are named with their columns and what to do, once for all subjects", () => {
    const content =
      "Adno,Maths Target (KS4),Maths Target (KS5),Art Target (KS4),Art Target (KS5),Art Focus\n";
    const { problems } = told(`${content}A1,B,C,D,E,3\n`, {}, { aspects: {} });
    expect(problems.map(({ message }) => message)).toEqual([
      '"Maths Target (KS4)" (column 2) and "Maths Target (KS5)" (column 3) give the same aspect of one subject, and so for 1 more of the subjects. Which of them holds the grade cannot be told, so none of them is read. Leave all but one of them out of the export, or add their names to "ignoreCriteria" in programme.json: they are "Target (KS4)" and "Target (KS5)". If one of them is of another aspect, say so: add to its source in programme.json (the one with "files": "marks*.csv"): "aspects": {"Target (KS5)": "<criterion id>"}.',
    ]);
    expect(told("Adno,Art Focus,Art  focus,Art Effort\nA1,3,,4\n").problems[0]!.message).toContain(
      "Rename all but one of them in the export",
    );
  });

  it("under two subjects that are one are not to be ignored by a name that stands in no one cell", () => {
    const content = ",Maths,,Mathematics\nAdno,Focus,Effort,Focus\nA1,3,4,\n";
    const { read, problems } = told(content, { subjects: { Maths: ["Mathematics"] } });
    expect(read).toEqual(["Maths effort 4"]);
    expect(problems).toMatchObject([
      { line: 2, message: expect.stringMatching(/read\. Rename all but one/) },
    ]);
  });

  it("are read where what is said to do is done", () => {
    const content = "Adno,Maths Predicted,Maths Forecast\nA1,B,C\n";
    expect(told(content).problems).toMatchObject([{ line: null, code: "duplicate-label" }]);
    expect(told(content, { ignoreCriteria: ["Forecast"] })).toMatchObject({
      read: ["Maths predicted B"],
      problems: [],
    });
    expect(told(content, {}, { aspects: { Forecast: { predictions: "target" } } })).toMatchObject({
      read: ["Maths predicted B", "Maths target C"],
      problems: [],
    });
    expect(
      told("Adno,Maths Focus,Mathematics Focus\nA1,,3\n", {
        subjects: { Maths: ["Mathematics"] },
        ignoreCriteria: ["Maths Focus"],
      }),
    ).toMatchObject({ read: ["Maths focus 3"], problems: [] });
  });
});

describe("where the review date comes from", () => {
  const wide = "Adno,Maths Focus\nA1,3\n";
  const dates = (content: string, change: Partial<Source>, name = "marks.csv") =>
    read(content, { reviewDate: undefined, ...change }, name)
      .rows("reviews")
      .map((row) => row.review_date);
  const reviewDates = { "Review 1": "2010-10-08", "Review 2": "2010-12-03", "Autumn Review 1": "2010-11-01" };

  it.each([
    ["the file's name", wide, {}, "marks 2010-10-12.csv", "2010-10-12"],
    ["a label in the name", wide, { reviewDates }, "marks Y12 Review 2.csv", "2010-12-03"],
    ["a label in the name with underscores", wide, { reviewDates }, "marks_Review_2.csv", "2010-12-03"],
    ["the longest label that stands there", wide, { reviewDates }, "marks Autumn Review 1.csv", "2010-11-01"],
    [
      "a label in the titles",
      `College\nReview 1\n${wide}`,
      { reviewDates, skipRows: 2 },
      "marks.csv",
      "2010-10-08",
    ],
    [
      "a column",
      "Adno,Date,Maths Focus\nA1,01/10/2010,3\n",
      { reviewDate: "2010-10-08" },
      "marks.csv",
      "2010-10-01",
    ],
    [
      "the settings before the name",
      wide,
      { reviewDate: "2010-10-08", reviewDates },
      "marks Review 2 2010-10-12.csv",
      "2010-10-08",
    ],
    [
      "a column of labels",
      "Adno,Result Set,Maths Focus\nA1,Review 2,3\n",
      { reviewDates },
      "marks.csv",
      "2010-12-03",
    ],
  ] as [string, string, Partial<Source>, string, string][])("%s", (_, content, change, name, date) => {
    expect(dates(content, change, name)).toEqual([date]);
  });

  it("Review 11 is not Review 1", () => {
    expect(dates(wide, { reviewDates }, "marks Review 11.csv")).toEqual([]);
  });

  it("two labels of two dates are not chosen between", () => {
    expect(dates(wide, { reviewDates }, "marks Review 1 and Review 2.csv")).toEqual([]);
  });

  it.each(["Review 3", "constructor", "__proto__"])("a label %s without a date costs the line", (label) => {
    const { problems, rows } = read(`Adno,Result Set,Maths Focus\nA1,${label},3\n`, {
      reviewDate: undefined,
      reviewDates,
    });
    expect(rows("reviews")).toEqual([]);
    expect(problems("marks.csv")).toMatchObject([{ line: 2, column: "Result Set" }]);
  });
});

describe("an aspect is mapped once", () => {
  it("though its criterion's id is itself the name of an ignored or other aspect", () => {
    const content = "Adno,Subject,Aspect,Result\nA1,Maths,Lesson Effort,3\nA1,Maths,Swap,4\n";
    const settings = source({ aspects: { "Lesson Effort": "effort", Swap: "focus", focus: "effort" } });
    const { rows } = readFolder({ "marks.csv": content }, { ...settings, ignoreCriteria: ["Effort"] });
    expect(rows("reviews").map((row) => row.criterion)).toEqual(["effort", "focus"]);
  });
});

describe("scales of predictions", () => {
  it.each(["Biology (AQA)", "Art & Design", "C++ [new]", ".NET", "D/T"])(
    "a match for %s is its own name, or *",
    (subject) => {
      for (const match of [subject, "*"]) {
        const { rows } = readFolder(
          {
            "predictions.csv": `student_id,subject,review_date,grade,kind\nA1,${subject},2010-10-08,B,Predicted\n`,
          },
          { qualifications: [{ match, scale: "alevel" }] },
        );
        expect(rows("predictions")).toMatchObject([{ scale: "alevel", kind: "predicted" }]);
      }
    },
  );

  it("none declared is an error, unless there is no grade", () => {
    const { problems, counts } = readFolder(
      {
        "predictions.csv":
          "student_id,subject,review_date,grade,kind\nA1,Art,2010-10-08,B,target\nA2,Art,2010-10-08,N/A,target\n",
      },
      { qualifications: [] },
    );
    expect(problems("predictions.csv")).toMatchObject([{ line: 2, column: "grade" }]);
    expect(counts.predictions).toMatchObject({ rows: 0, missing: 1 });
  });
});
