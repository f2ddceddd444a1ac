import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../../loaders/programme/schema.ts";
import { delimited, exportsOf, factsOf } from "./same-table.ts";

const marksheet: Partial<ProgrammeInput> = {
  sources: [{ table: "marksheet", files: "marks.*", reviewDate: "2010-10-08" }],
};

/** Tables with what exports bring: damage, unknown students, statistics rows, cells that need quotation marks. */
const cases: [
  title: string,
  name: string,
  cells: string[][],
  settings: Partial<ProgrammeInput>,
  rows: object,
][] = [
  [
    "reviews",
    "reviews",
    [
      ["student_id", "subject", "review_date", "criterion", "grade", "review", "teacher"],
      ["A1", "Biology", "2010-10-08", "focus", "4", "", ""],
      ["A2", "Art, Design; and | Craft", "08/10/2010", "Effort", "5", "R1", "O'Brien, Jack"],
      ["A3", "Maths", "2010-10-08", "focus", "N/A", "", ""],
      ["A3", "Maths", "2010-10-08", "focus", "7", "", ""],
      ["Z9", "Maths", "2010-10-08", "focus", "3", "", ""],
      ["A3", "Maths", "31/02/2010", "focus", "3", "", ""],
      ["", "", "", "", "", "", ""],
      ["A1", "Biology", "2010-10-08", "focus", "4", "", ""],
      ["A1", "Physics", "2010-10-08", "focus", "4", "", ""],
      ["A1", "Physics", "2010-10-08", "focus", "3", "", ""],
      ["A3", "Français", "40459", "effort", "3", "", ""],
      ["student_id", "subject", "review_date", "criterion", "grade", "review", "teacher"],
      ["A2", "Chemistry", "2010-10-08", "nosuch", "3", "", ""],
      ["A2", "Chemistry", "2010-10-08", "focus", " 3 ", "", ""],
      ["Total", "", "", "", "3.5", "", ""],
    ],
    {},
    { reviews: 4 },
  ],
  [
    "a wide marksheet with a title and a Mean row",
    "marks",
    [
      ["Year 12 Review", "", "", "", "", ""],
      ["Adno", "Name", "Maths Focus", "Maths Effort", "Maths Predicted", "Art & Design (Focus)"],
      ["A1", "Smith, Ann", "4", "5", "A*", "2"],
      ["A2", "O’Brien: Bob", "N/A", "9", "B", ""],
      ["A3", "Patel, Cyd", "05-Apr", "", "", ""],
      ["A9", "No, Body", "4", "4", "C", "3"],
      ["", "Mean", "3.4", "3.2", "", "2"],
    ],
    marksheet,
    { reviews: 3, predictions: 2 },
  ],
  [
    "a marksheet with two header rows",
    "marks",
    [
      ["", "", "Maths", "", "English", ""],
      ["Adno", "Name", "Focus", "Effort", "Focus", "Effort"],
      ["A1", "Smith, Ann", "4", "5", "3", "2"],
      ["A2", "Jones, Bob", "1", "2", "", "X"],
    ],
    marksheet,
    { reviews: 6 },
  ],
  [
    "a grouped report",
    "marks",
    [
      ["Adno", "Name", "Aspect", "Result", "Result Date"],
      ["A1", "Smith, Ann", "Maths Focus", "4", "08/10/2010"],
      ["", "", "English Focus", "3", "08/10/2010"],
      ["Adno", "Name", "Aspect", "Result", "Result Date"],
      ["A2", "Jones, Bob", "Maths Effort", "3", "08/10/2010"],
      ["", "", "English Effort", "3", "08/10/2010"],
      ["", "", "Art Predicted", "A", "08/10/2010"],
    ],
    { sources: [{ table: "marksheet", files: "marks.*" }] },
    { reviews: 4, predictions: 1 },
  ],
  [
    "a weekly register",
    "attendance-2010-10-04",
    [
      ["StudentId", "Name", "MonAM", "MonPM", "TueAM"],
      ["A1", "Smith, Ann", "/", "\\", "N"],
      ["A2", "Jones, Bob", "/", "-", "3"],
      ["A9", "No, Body", "/", "\\", "3"],
      ["A3", "Patel, Cyd", "L", "", "J1"],
    ],
    {},
    { attendance_marks: 5 },
  ],
  [
    "totals of attendance",
    "attendance",
    [
      ["student_id", "period_start", "period_end", "possible", "attended"],
      ["A1", "2010-09-01", "2010-10-01", "40", "39"],
      ["A2", "2010-09-01", "2010-10-01", "40", "41"],
      ["A3", "2010-09-01", "2010-10-01", "1,234", "39"],
    ],
    {},
    { attendance_totals: 1 },
  ],
];

describe.each(cases)("%s", (_, name, cells, settings, sizes) => {
  const exports = [
    "every cell quoted",
    "semicolons",
    "semicolons, quoted, CRLF",
    "tabs",
    "vertical bars",
    "CRLF",
    "CR",
  ];
  const slow = ["UTF-16, little end first", "UTF-16, big end first", "UTF-16 without a mark"];
  const rest = [
    "no last line end",
    "UTF-8 with a byte order mark",
    "UTF-16 with tabs, as Excel's Unicode text",
  ];

  it.each([...exports, ...rest, ...slow, "workbook"])(
    "gives the same facts and problems: %s",
    async (format) => {
      const plain = await factsOf({ [`${name}.csv`]: delimited(cells) }, settings);
      for (const [table, size] of Object.entries(sizes)) expect(plain.rows[table]).toHaveLength(size);
      const { ending, bytes } = (await exportsOf(cells))[format]!;
      const { messages: _, ...other } = await factsOf({ [`${name}.${ending}`]: bytes }, settings);
      const { messages: __, ...same } = plain;
      expect(other).toEqual(same);
    },
  );
});
