import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { qualifierIn } from "../../../loaders/extract/qualifiers.ts";
import { readFolder } from "../../support/programme-folder.ts";

const students = Array.from({ length: 12 }, (_, i) => `S${i + 10}`);
const studentsCsv = [
  "student_id,surname,forename,year_group",
  ...students.map((id) => `${id},"Smith, ${id}",Ann,12`),
  "",
].join("\n");
const reviews = students.map(
  (id, i) => `${id},"Art, Design",2010-10-${10 + i},focus,${1 + (i % 5)},"Ms ""X"""`,
);
const header = "student_id,subject,review_date,criterion,grade,teacher";

/** What a line becomes when something happens to it. */
const damage = fc.oneof(
  fc.tuple(
    fc.constant("insert"),
    fc.nat(60),
    fc.constantFrom(",", '"', '""', "\0", "x", ";", "\u00ff", '","', " "),
  ),
  fc.tuple(fc.constant("delete"), fc.nat(60), fc.constant("")),
  fc.tuple(fc.constant("truncate"), fc.nat(60), fc.constant("")),
  fc.tuple(
    fc.constant("replace"),
    fc.nat(60),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, "")),
  ),
);

function damaged(line: string, [kind, at, text]: [string, number, string]): string {
  const place = at % (line.length + 1);
  if (kind === "insert") return line.slice(0, place) + text + line.slice(place);
  if (kind === "delete") return line.slice(0, place) + line.slice(place + 1);
  if (kind === "truncate") return line.slice(0, place);
  return text;
}

describe("damage to one line of a long file", () => {
  it("never changes what is read from the other lines", () => {
    fc.assert(
      fc.property(
        fc.nat(reviews.length - 1),
        damage,
        fc.constantFrom("\n", "\r\n", "\r"),
        (at, change, end) => {
          const line = damaged(reviews[at]!, change);
          // A line damaged into another line's double is a conflict or duplicate of that line, which is another matter.
          fc.pre(!reviews.some((other, i) => i !== at && other.slice(0, 3) === line.slice(0, 3)));
          const lines = reviews.map((review, i) => (i === at ? line : review));
          const read = readFolder({
            "students.csv": studentsCsv,
            "reviews.csv": Buffer.from([header, ...lines, ""].join(end), "latin1"),
          });
          const others = read.rows("reviews").filter((row) => row.student_id !== students[at]);
          expect(others).toEqual(
            students.flatMap((id, i) =>
              i === at
                ? []
                : [
                    expect.objectContaining({
                      student_id: id,
                      subject: "Art, Design",
                      review_date: `2010-10-${10 + i}`,
                      criterion: "focus",
                      grade: String(1 + (i % 5)),
                      teacher: 'Ms "X"',
                    }),
                  ],
            ),
          );
          for (const problem of read.problems("reviews.csv")) expect([at + 2, null]).toContain(problem.line);
          expect(read.file("reviews.csv").lineCounts().total).toBe(reviews.length + 1);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("costs a weekly register no other student's mark", () => {
    const marks = students.map((id) => `${id},/,\\,/,\\`);
    fc.assert(
      fc.property(fc.nat(marks.length - 1), damage, (at, change) => {
        const line = damaged(marks[at]!, change);
        // A text that names a review or a time is a heading, from which on the marks may be of another week.
        fc.pre(qualifierIn(line, false)?.about !== "review");
        fc.pre(!marks.some((other, i) => i !== at && other.slice(0, 3) === line.slice(0, 3)));
        const lines = marks.map((mark, i) => (i === at ? line : mark));
        const read = readFolder({
          "students.csv": studentsCsv,
          "attendance-2010-10-04.csv": Buffer.from(
            ["student_id,MonAM,MonPM,TueAM,TuePM", ...lines, ""].join("\n"),
            "latin1",
          ),
        });
        const others = read.rows("attendance_marks").filter((row) => row.student_id !== students[at]);
        expect(others).toHaveLength(4 * (students.length - 1));
      }),
      { numRuns: 200 },
    );
  });
});
