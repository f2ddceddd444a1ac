import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const ids = Array.from({ length: 12 }, (_, i) => `S${10 + i}`);
const students = `student_id,surname,forename,year_group\n${ids.map((id) => `${id},Smith,Ann,12\n`).join("")}`;
const header = "student_id,subject,review_date,criterion,grade,review,teacher";
const cellsOf = (i: number) => [
  ids[i]!,
  "Maths",
  `2010-10-${10 + i}`,
  "focus",
  `${1 + (i % 5)}`,
  "Autumn",
  "Ms Green",
];

describe("a quotation mark that opens a cell on one line, and one that ends a cell some lines below", () => {
  it("cost their two lines, and swallow none between", () => {
    const line = fc.nat(ids.length - 1);
    const column = fc.nat(6);
    fc.assert(
      fc.property(line, line, column, column, (one, other, opens, closes) => {
        fc.pre(one !== other);
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const lines = ids.map((_, i) =>
          cellsOf(i).map((cell, at) => {
            if (i === from && at === opens) return `"${cell}`;
            return i === to && at === closes ? `${cell}"` : cell;
          }),
        );
        const read = readFolder({
          "students.csv": students,
          "reviews.csv": `${[header, ...lines.map((cells) => cells.join())].join("\n")}\n`,
        });
        const untouched = ids.filter((_, i) => i !== from && i !== to);
        expect(read.rows("reviews").map((row) => row.student_id)).toEqual(untouched);
        const file = read.file("reviews.csv");
        expect([from + 2, to + 2].map((number) => file.fateOf(number))).toEqual([
          "quarantined",
          "quarantined",
        ]);
        expect(file.problems.map(({ line }) => line)).toContain(from + 2);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
