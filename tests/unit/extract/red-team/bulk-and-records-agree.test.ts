import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../../loaders/programme/schema.ts";
import { delimited, factsOf, utf16 } from "./same-table.ts";

/** A sequence that is the same in every run. */
function choices(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

const students = ["A1", "A2", "A3", " A1", "A1 ", "Z9", "", "a1", "Total", "Mean"];
const subjects = [
  "Bio",
  "Bio ",
  "Art, Design",
  'Art "x"',
  "",
  "-",
  "N/A",
  "Bioé",
  "bio",
  "x\ny",
  "Bio\u200b",
  "Mean",
  "Bio Mock",
  "Autumn",
  "ditto",
  '"',
  "TBC",
  "#REF!",
  "05-Apr",
  "0",
];
const upns = ["L823432120001", "A823432120002", "", "1.2E+12", "L823432120001\u200b", "B000000000000", "N/A"];
const dates = ["2010-10-08", "08/10/2010", "8 Oct 2010", "31/02/2010", "", "N/A", "08/10/10", "2024-08-19"];
const criteria = [
  "focus",
  "Focus",
  "EFFORT",
  "*Focus",
  "predicted",
  "",
  "nosuch",
  "Conduct",
  "Focus (KS4)",
  "ditto",
];
const grades = ["1", "2", "5", "5 ", "6", "", "N/A", "X", "-", "4.0", "05-Apr", "#N/A", "Grade 4"];
const predicted = ["A", "a*", "A *", "U", "", "N/A", "Z", "B"];
const kinds = ["predicted", "Target", "working at", "working_at", "minimum-target", "", "x", "Result"];
const marks = ["/", "\\", "L", "-", "", "N/A", "X", "zz", "J", "J1", "3", "l", "/ "];
const teachers = ["", "T", "O'Brien", "-"];
const qualifications = ["", "BTEC", "-", "", "BTEC", "as above", "0"];
const conduct: Partial<ProgrammeInput> = { ignoreCriteria: ["Conduct"] };

const kindsOfFile: [name: string, header: string, cells: string[][], settings: Partial<ProgrammeInput>][] = [
  [
    "reviews",
    "student_id,subject,review_date,criterion,grade,teacher,review,",
    [students, subjects, dates, criteria, grades, teachers, ["", "R1", "-"], ["", "", "q"]],
    conduct,
  ],
  [
    "predictions",
    "student_id,subject,review_date,kind,grade,qualification,teacher",
    [students, subjects, dates, kinds, predicted, qualifications, teachers],
    {},
  ],
  [
    "reviews by two identifiers",
    "student_id,UPN,subject,review_date,criterion,grade",
    [students, upns, subjects, dates, criteria, grades],
    conduct,
  ],
  [
    "attendance",
    "student_id,date,session,mark",
    [students, dates, ["AM", "PM", "am", "Mon PM", "P1", "P2"], marks],
    {},
  ],
  [
    "attendance-2010-10-04",
    "StudentId,MonAM,MonPM,Tue AM,Name",
    [students, marks, marks, marks, subjects],
    {},
  ],
  [
    "marks 2010-10-08",
    "Adno,Name,Maths Focus,Maths Effort,Art Predicted,English Conduct,Teacher",
    [students, subjects, grades, grades, predicted, grades, teachers],
    conduct,
  ],
  [
    "subjects 2010-10-08",
    "Adno,Subject,Focus,Effort,Predicted,Qualification",
    [students, subjects, grades, grades, predicted, qualifications],
    {},
  ],
  [
    "results",
    "Adno,Subject,Aspect,Result,Result Date,Name",
    [students, subjects, criteria, grades, dates, subjects],
    { sources: [{ table: "marksheet", files: "results.csv" }] },
  ],
];

describe("a file that is read in bulk (UTF-8) and record by record (UTF-16)", () => {
  it.each(kindsOfFile)(
    "gives the same facts, counts, problems and fates: %s",
    async (name, header, cells, settings) => {
      const below = choices(name.length * 7919);
      for (let round = 0; round < 12; round++) {
        const rows = Array.from({ length: 14 }, () => {
          const row = cells.map((values) => values[below(values.length)]!);
          return below(25) === 0 ? row.slice(1) : row;
        });
        const first = ["A1", ...cells.slice(1).map((values) => values[below(values.length)]!)];
        const body = delimited([first, ...rows]);
        const text = `${header}\n${below(8) === 0 ? body.replace(/\n/, '"\n') : body}`;
        const bulk = await factsOf({ [`${name}.csv`]: text }, settings);
        const slow = await factsOf({ [`${name}.csv`]: utf16(text) }, settings);
        const byLine = (facts: typeof bulk) => ({
          ...facts,
          problems: facts.problems.map((problem) => JSON.stringify(problem)).sort(),
          messages: [...facts.messages].sort(),
        });
        expect(byLine(slow), text).toEqual(byLine(bulk));
      }
    },
  );
});

describe("what a refused or ignored line says", () => {
  const qualifications = [
    { match: "Art & Design", scale: "btec_unit" },
    { match: "*", scale: "alevel" },
  ];

  it.each([
    [
      "the spelling of a subject, of a line with an unknown kind",
      "predictions",
      "student_id,subject,review_date,kind,grade\nA3,Art and Design,2010-10-08,foo,D\nA2,Art & Design,2010-10-08,predicted,D\n",
      { qualifications },
    ],
    [
      "the spelling of a subject, of an aspect that is not used",
      "marksheet-2010-10-08",
      "student_id,Subject,Aspect,Result\nA1,Art and Design,Homework,3\nA1,Art & Design,Predicted,D\n",
      { qualifications, ignoreCriteria: ["Homework"] },
    ],
    [
      "a date that is read either way, of an identifier that cannot be one",
      "reviews",
      "student_id,subject,review_date,criterion,grade\nA9\u0007,Art,12/03/2010,focus,3\nA2,Art,12/27/2010,focus,3\nA1,Art,2010-03-12,focus,3\n",
      {},
    ],
    [
      "a serial day, of a teacher who cannot be one",
      "reviews",
      "student_id,subject,review_date,criterion,grade,teacher\nA1,Art,40459,focus,3,Berry\u0007\nA2,Art,2010-10-08,focus,3,\n",
      {},
    ],
    [
      "tokens that mean no mark in one column of a register",
      "attendance-2010-10-04",
      "student_id,MonAM,MonPM\nA1,-,/\nA2,-,/\n",
      { sources: [{ table: "attendance", files: "attendance*", missing: { MonAM: [] } }] },
    ],
  ] satisfies [string, string, string, Partial<ProgrammeInput>][])(
    "is the same in bulk and record by record: %s",
    async (_, name, text, settings) => {
      const bulk = await factsOf({ [`${name}.csv`]: text }, settings);
      expect(bulk).toEqual(await factsOf({ [`${name}.csv`]: utf16(text) }, settings));
    },
  );
});
