import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const header = "student_id,subject,review_date,criterion,grade";
const good = "A2,Maths,2010-10-08,focus,3";
/** What a line does between two good ones; both must be kept. */
function between(line: string | Uint8Array, settings = {}) {
  const text = (part: string) => Buffer.from(part, "utf8");
  const bytes = Buffer.concat([
    text(`${header}\n${good}\n`),
    typeof line === "string" ? text(line) : line,
    text("\nA3,Maths,2010-10-08,focus,4\n"),
  ]);
  const read = readFolder({ "reviews.csv": bytes }, settings);
  expect(read.rows("reviews").map((row) => row.student_id)).toEqual(expect.arrayContaining(["A2", "A3"]));
  return read;
}

describe("a bad line is quarantined alone, with line, column and code", () => {
  it.each([
    ["unknown student", "Z9,Maths,2010-10-08,focus,3", "student_id", "foreign-key"],
    ["no student", ",Maths,2010-10-08,focus,3", "student_id", "constraint-error"],
    ["case twin of a known student", "a1,Maths,2010-10-08,focus,3", "student_id", "foreign-key"],
    ["grade off the scale", "A1,Maths,2010-10-08,focus,7", "grade", "constraint-error"],
    ["full-width grade", "A1,Maths,2010-10-08,focus,３", "grade", "constraint-error"],
    ["undeclared criterion", "A1,Maths,2010-10-08,homework,3", "criterion", "constraint-error"],
    ["prediction as a criterion", "A1,Maths,2010-10-08,target,3", "criterion", "constraint-error"],
    ["impossible date", "A1,Maths,31/02/2011,focus,3", "review_date", "type-error"],
    ["month first", "A1,Maths,02/13/2011,focus,3", "review_date", "type-error"],
    ["two-digit year undeclared", "A1,Maths,08/10/10,focus,3", "review_date", "type-error"],
    ["no date", "A1,Maths,,focus,3", "review_date", "constraint-error"],
    ["no subject", "A1,,2010-10-08,focus,3", "subject", "constraint-error"],
    ["extra cell", "A1,Maths,Further,2010-10-08,focus,3", null, "extra-cell"],
    ["extra empty cell", "A1,Maths,2010-10-08,focus,3,", null, "extra-cell"],
    ["missing cell", "A1,Maths,2010-10-08,focus", null, "missing-cell"],
    ["stray quote", 'A1,Ma"ths,2010-10-08,focus,3', null, "stray-quote"],
    ["unclosed quote", '"A1,Maths,2010-10-08,focus,3', null, "unclosed-quote"],
    ["NUL", "A1,Maths,2010-10-08,foc\0us,3", null, "encoding-error"],
    ["undecodable bytes", Buffer.from("A1,Fran\x81ais,2010-10-08,focus,3", "latin1"), null, "encoding-error"],
  ] as const)("%s", (_, line, column, code) => {
    const read = between(line);
    expect(read.problems("reviews.csv")).toMatchObject([{ line: 3, column, code, severity: "error" }]);
    expect(read.file("reviews.csv").lineCounts()).toEqual({
      total: 4,
      preamble: 0,
      header: 1,
      accepted: 2,
      quarantined: 1,
      blank: 0,
      footer: 0,
    });
    const bytes = typeof line === "string" ? Buffer.from(line, "utf8") : line;
    expect(Buffer.concat(read.quarantined("reviews.csv"))).toEqual(Buffer.from([...bytes, 10]));
  });

  it("letters of Windows-1252 are read where nothing else is in the file, and the line that shows it is named", () => {
    const read = readFolder({
      "reviews.csv": Buffer.from(`${header}\nA1,Fran\xe7ais,2010-10-08,focus,3\n`, "latin1"),
    });
    expect(read.rows("reviews")).toMatchObject([{ subject: "Fran\u00e7ais" }]);
    expect(read.file("reviews.csv").encoding).toBe("windows-1252");
    expect(read.problems("reviews.csv")).toMatchObject([
      { line: 2, code: "encoding-error", severity: "warning" },
    ]);
  });

  it("says the grade and the scale", () => {
    expect(between("A1,Maths,2010-10-08,focus,7").problems("reviews.csv")[0]!.message).toBe(
      "Grade 7 is not on the scale review5 (5, 4, 3, 2, 1).",
    );
  });

  it("names the header's own text, not the canonical column", () => {
    const read = readFolder({
      "reviews.csv":
        "Adno,SubjectName,Result Date,Aspect,Result\nZ9,Maths,2010-10-08,focus,3\nA1,Maths,2010-10-08,focus,9\nA1,Maths,x,focus,3\nA1,,2010-10-08,focus,3\n",
    });
    expect(
      read
        .problems("reviews.csv")
        .map(({ line, column }) => [line, column])
        .sort(),
    ).toEqual([
      [2, "Adno"],
      [3, "Result"],
      [4, "Result Date"],
      [5, "SubjectName"],
    ]);
  });
});

describe("what is no error", () => {
  it.each(["", "-", "N/A", "NYA", "Abs", "X"])("grade %j is missing", (grade) => {
    const read = between(`A1,Maths,2010-10-08,focus,${grade}`);
    expect(read.counts.reviews).toMatchObject({ rows: 2, missing: 1 });
    expect(read.problems("reviews.csv")).toEqual([]);
  });

  it("an ignored criterion is counted as unmapped", () => {
    const read = between("A1,Maths,2010-10-08,homework,3", { ignoreCriteria: ["Homework"] });
    expect(read.counts.reviews).toMatchObject({ rows: 2, unmapped: 1 });
    expect(read.problems("reviews.csv")).toEqual([]);
  });

  it("a grade of the scale wins over the missing list", () => {
    const read = between("A1,Maths,2010-10-08,focus,X", {
      scales: [{ id: "review5", label: "Review", bestFirst: ["X", "4", "3"] }],
    });
    expect(read.counts.reviews).toMatchObject({ rows: 3, missing: 0 });
  });

  it("a value a column can hold wins over the missing list: sex X", () => {
    const read = readFolder({
      "students.csv": "student_id,surname,forename,year_group,sex\nA1,Smith,Ann,12,X\nA2,Jones,Bo,12,-\n",
    });
    expect(read.rows("students")).toMatchObject([{ sex: "X" }, { sex: null }]);
  });

  it.each([
    ["blank line", "", "blank"],
    ["line of delimiters", ",,,,", "blank"],
    ["line of empty quotes and spaces", '"", ,,"",', "blank"],
    ["repeated header", header, "header"],
  ])("%s", (_, line, fate) => {
    const read = between(line);
    expect(read.problems("reviews.csv")).toEqual([]);
    expect(read.file("reviews.csv").fateOf(3)).toBe(fate);
  });
});

describe("files as they come", () => {
  const columns = "student_id;surname;forename;year_group;sex";

  it.each([
    ["semicolons", `${columns}\nA1;Smith, Ms;Ann;12;F\n`],
    ["tabs", `${columns}\nA1;Smith, Ms;Ann;12;F\n`.replaceAll(";", "\t")],
    ["sep=;", `sep=;\n${columns}\nA1;Smith, Ms;Ann;12;F\n`],
    ["a byte order mark", `\uFEFF${columns}\r\nA1;Smith, Ms;Ann;12;F\r\n`],
    ["no line end at the end", `${columns}\nA1;Smith, Ms;Ann;12;F`],
    ["reordered columns", "sex;forename;year_group;surname;student_id\nF;Ann;12;Smith, Ms;A1"],
    [
      "delimiters inside a quoted header",
      '"student_id";"surname";"forename";"year_group";sex;"a,b,c,d,e,f,g"\nA1;Smith, Ms;Ann;12;F;\n',
    ],
    ["blank lines above the header", `\n\n${columns}\nA1;Smith, Ms;Ann;12;F\n`],
    ["UTF-16", Buffer.from(`\uFEFF${columns}\r\nA1;Smith, Ms;Ann;12;F\r\n`, "utf16le")],
  ])("%s", (_, content) => {
    const read = readFolder({ "students.csv": content });
    expect(read.rows("students")).toMatchObject([
      { student_id: "A1", surname: "Smith, Ms", forename: "Ann", year_group: "12", sex: "F" },
    ]);
    expect(read.problems("students.csv")).toEqual([]);
  });

  it("Windows-1252 where declared", () => {
    const read = readFolder(
      {
        "students.csv": Buffer.from(
          "student_id,surname,forename,year_group\nA1,D\x92Arcy,Zo\xeb,12\n",
          "latin1",
        ),
      },
      { sources: [{ table: "students", files: "students.csv", encoding: "windows-1252" }] },
    );
    expect(read.rows("students")).toMatchObject([{ surname: "D’Arcy", forename: "Zoë" }]);
  });

  it("two-digit years where declared", () => {
    const read = readFolder(
      { "reviews.csv": `${header}\nA1,Maths,08/10/10,focus,3\n` },
      { sources: [{ table: "reviews", files: "reviews.csv", dateFormat: "d/m/yy" }] },
    );
    expect(read.rows("reviews")).toMatchObject([{ review_date: "2010-10-08" }]);
  });

  it("a quoted cell over lines counts every physical line", () => {
    const read = readFolder({
      "feedback.csv":
        'student_id,date,comment\nA1,2010-10-08,"Good,\r\nbut late"\nZ9,2010-10-08,"a\n\nb"\nA2,2010-10-08,x\n',
    });
    expect(read.rows("feedback")).toMatchObject([{ comment: "Good,\nbut late" }, { student_id: "A2" }]);
    expect(read.file("feedback.csv").lineCounts()).toMatchObject({ total: 7, accepted: 3, quarantined: 3 });
    expect(read.problems("feedback.csv")).toMatchObject([{ line: 4 }]);
  });

  it("an Excel serial date is read, and its column named once", () => {
    const read = readFolder({
      "reviews.csv": `${header}\nA1,Maths,40459,focus,3\nA2,Maths,40459,focus,3\n`,
    });
    expect(read.rows("reviews").map((row) => row.review_date)).toEqual(["2010-10-08", "2010-10-08"]);
    expect(read.problems("reviews.csv")).toMatchObject([
      { line: null, column: "review_date", code: "type-error", severity: "warning" },
    ]);
  });

  it("an identifier of 300 characters is refused", () => {
    const read = readFolder({
      "students.csv": `student_id,surname,forename,year_group\n007,A,B,12\n${"9".repeat(300)},A,B,12\n`,
    });
    expect(read.rows("students").map((row) => row.student_id)).toEqual(["007"]);
    expect(read.problems("students.csv")).toMatchObject([
      { line: 3, column: "student_id", severity: "error" },
    ]);
  });

  it("leading zeros and long identifiers stay text", () => {
    const long = "9".repeat(100);
    const read = readFolder({
      "students.csv": `student_id,surname,forename,year_group\n007,A,B,12\n7,A,B,12\n${long},A,B,12\n`,
    });
    expect(read.rows("students").map((row) => row.student_id)).toEqual(["007", "7", long]);
  });

  it("an identifier in another Unicode form is the same", () => {
    const read = readFolder({
      "students.csv": "student_id,surname,forename,year_group\nZoe\u0308,A,B,12\n",
      "reviews.csv": `${header}\nZo\u00eb,Maths,2010-10-08,focus,3\n`,
      "attendance-2010-10-04.csv": "student_id,MonAM\nZoe\u0308,/\n",
    });
    expect(read.counts.reviews.rows).toBe(1);
    expect(read.counts.attendance_marks.rows).toBe(1);
  });

  it("students with a UPN and no other identifier are known by it", () => {
    const read = readFolder({
      "students.csv": "UPN,Surname,Forename,Year\nL823432120001,Smith,Ann,12\nA823432120002,Jones,Bob,12\n",
      "reviews.csv": "UPN,subject,review_date,criterion,grade\nA823432120002,Maths,2010-10-08,focus,3\n",
    });
    expect(read.rows("students").map((row) => row.student_id)).toEqual(["L823432120001", "A823432120002"]);
    expect(read.rows("reviews")).toMatchObject([{ student_id: "A823432120002" }]);
  });

  it("a UPN that two students share is told, and joins nothing", () => {
    const read = readFolder({
      "students.csv":
        "student_id,surname,forename,year_group,UPN\nA1,Smith,Ann,12,L823432120001\nA2,Jones,Bob,12,L823432120001\n",
      "reviews.csv": "upn,subject,review_date,criterion,grade\nL823432120001,Maths,2010-10-08,focus,3\n",
    });
    expect(read.counts.students.rows).toBe(2);
    expect(read.problems("students.csv")).toMatchObject([
      { line: 2, column: "UPN", severity: "warning" },
      { line: 3, column: "UPN", severity: "warning" },
    ]);
    expect(read.counts.reviews.rows).toBe(0);
    expect(read.problems("reviews.csv")).toMatchObject([{ line: 2, column: "upn", code: "foreign-key" }]);
  });
});

describe("statistics rows at the foot, and students called like them", () => {
  const students = (...lines: string[]) =>
    readFolder({ "students.csv": ["surname,forename,student_id,year_group", ...lines, ""].join("\n") });

  it("are footer", () => {
    const read = students("Smith,Ann,A1,12", "Mean,,,12", "Std Dev,,,0.5", "Total,1,,", "");
    expect(read.counts.students.rows).toBe(1);
    expect(read.file("students.csv").lineCounts()).toMatchObject({ accepted: 1, footer: 3, blank: 1 });
    expect(read.problems("students.csv")).toEqual([]);
  });

  it.each(["Max", "Total", "Count", "Mean", "Min"])("a student called %s stays a student", (surname) => {
    const read = students("Smith,Ann,A1,12", `${surname},Bo,A2,12`, `${surname},${surname},A3,12`);
    expect(read.rows("students").map((row) => row.student_id)).toEqual(["A1", "A2", "A3"]);
    expect(read.file("students.csv").lineCounts()).toMatchObject({ footer: 0, accepted: 3 });
  });

  it("a student called Max without an identifier is quarantined, not taken for a total", () => {
    const read = students("Smith,Ann,A1,12", "Max,Bo,,12");
    expect(read.problems("students.csv")).toMatchObject([{ line: 3, column: "student_id" }]);
    expect(read.file("students.csv").lineCounts()).toMatchObject({ footer: 0, quarantined: 1 });
  });

  it("a total between students becomes no student", () => {
    const read = students("Smith,Ann,A1,12", "Total,,,1", "Jones,Bo,A2,12");
    expect(read.counts.students.rows).toBe(2);
    expect(read.file("students.csv").fateOf(3)).toBe("footer");
  });

  it("a total of the costs is not a cost", () => {
    const read = readFolder({
      "costs.csv": "item,hours,rate,amount\nPay,10,20,200\nTraining,,,50\nTotal,10,,250\n",
    });
    expect(read.rows("costs").map((row) => row.item)).toEqual(["Pay", "Training"]);
    expect(read.file("costs.csv").lineCounts()).toMatchObject({ footer: 1 });
  });
});

describe("checks between cells", () => {
  it("an agreement that ends before it starts", () => {
    const read = readFolder({
      "agreements.csv":
        "student_id,mentor_id,starts_on,Ended On,end_reason\nA1,M1,2010-11-01,2010-10-01,left\nA2,M1,2010-11-01,2010-11-01,left\n",
    });
    expect(read.counts.agreements.rows).toBe(1);
    expect(read.problems("agreements.csv")).toMatchObject([
      { line: 2, column: "Ended On", code: "constraint-error" },
    ]);
  });

  it.each([
    ["over 100%", "A1,2010-09-01,2010-10-01,40,41", "attended"],
    ["negative", "A1,2010-09-01,2010-10-01,40,-1", "attended"],
    ["a percentage", "A1,2010-09-01,2010-10-01,40,95%", "attended"],
    ["a thousands separator", 'A1,2010-09-01,2010-10-01,"1,040",40', "possible"],
    ["a period that ends before it starts", "A1,2010-10-01,2010-09-01,40,39", "period_end"],
    ["more than the database holds", "A1,2010-09-01,2010-10-01,99999999999,39", "possible"],
  ])("attendance %s", (_, line, column) => {
    const read = readFolder({
      "attendance.csv": `student_id,period_start,period_end,possible,attended\n${line}\nA2,2010-09-01,2010-10-01,40,40\n`,
    });
    expect(read.counts.attendance_totals.rows).toBe(1);
    expect(read.problems("attendance.csv")).toMatchObject([{ line: 2, column, severity: "error" }]);
  });

  it("a mentor who is not in the staff table is a warning", () => {
    const read = readFolder({
      "staff.csv": "staff_id,name,role\nM1,Ms Green,tutor\n",
      "agreements.csv": "student_id,mentor_id,starts_on\nA1,M1,2010-11-01\nA2,M2,2010-11-01\n",
    });
    expect(read.counts.agreements.rows).toBe(2);
    expect(read.problems("agreements.csv")).toMatchObject([
      { line: 3, column: "mentor_id", severity: "warning" },
    ]);
  });

  it("a survey answer nobody declared, and a question nobody declared", () => {
    const read = readFolder(
      {
        "survey.csv":
          "response_id,question,answer\n1,How much?,A Lot\n2,How much?,loads\n3,Why?,because\n4,Why?,so\n5,How much?,\n",
      },
      { survey: [{ question: "How much?", answers: ["a lot", "none"] }] },
    );
    expect(read.counts.survey).toMatchObject({ rows: 1, unmapped: 2, missing: 1 });
    expect(read.problems("survey.csv")).toMatchObject([
      { line: 3, column: "answer", severity: "error" },
      { line: 4, column: "question", severity: "warning", code: "unmapped-value" },
    ]);
  });
});

describe("hostile text", () => {
  const names = [
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "CON",
    "x".repeat(100),
    "=HYPERLINK(1)",
    "@SUM(1)",
    "<img src=x onerror=alert(1)>",
    "</script>",
    `\${x}`,
    "`x`",
    "null",
    "NaN",
    "true",
    "N/A",
    "O'Brien",
    "D’Arcy",
    "[x](javascript:1)",
  ];

  it("is kept as it is, as identifier and as name", () => {
    const lines = names.map((name) => `${name},${name},${name},12`);
    const read = readFolder({
      "students.csv": ["student_id,surname,forename,year_group", ...lines].join("\n"),
      "reviews.csv": [header, ...names.map((name) => `${name},Maths,2010-10-08,focus,3`)].join("\n"),
    });
    expect(read.rows("students").map((row) => [row.student_id, row.surname, row.forename])).toEqual(
      names.map((name) => [name, name, name]),
    );
    expect(read.counts.reviews.rows).toBe(names.length);
  });

  it.each([
    ["an identifier with an invisible character", "a\u200Db", "Smith", "student_id"],
    ["an identifier of 101 characters", "x".repeat(101), "Smith", "student_id"],
    ["a name that turns the direction of writing", "A9", "\u202Eabc", "surname"],
    ["a name with a control character", "A9", "Smi\u0007th", "surname"],
  ])("%s is refused and not changed", (_, id, surname, column) => {
    const read = readFolder({
      "students.csv": `student_id,surname,forename,year_group\n${id},${surname},Ann,12\n`,
    });
    expect(read.counts.students.rows).toBe(0);
    expect(read.problems("students.csv")).toMatchObject([
      { line: 2, column, code: "constraint-error", severity: "error", value: null },
    ]);
  });

  it("of an unknown student stands in no message", () => {
    const read = readFolder({
      "reviews.csv": [header, ...names.map((name) => `${name},Maths,2010-10-08,focus,3`)].join("\n"),
    });
    expect(read.problems("reviews.csv")).toHaveLength(names.length);
    expect(new Set(read.problems("reviews.csv").map(({ message }) => message)).size).toBe(1);
  });
});
