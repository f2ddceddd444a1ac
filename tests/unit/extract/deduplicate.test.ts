import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const header = "student_id,subject,review_date,criterion,grade,teacher";
const reviews = (...lines: string[]) => [header, ...lines, ""].join("\n");

describe("the same row again", () => {
  it("collapses, in one file and across files, and is counted", () => {
    const file = reviews("A1,Maths,2010-10-08,focus,3,T1", "A1,Maths,2010-10-08,focus,3,T1");
    const read = readFolder({ "reviews.csv": file, "copy of reviews/reviews.csv": file });
    expect(read.counts.reviews).toMatchObject({ rows: 1, collapsedDuplicates: 3 });
    expect(read.problems("reviews.csv")).toMatchObject([
      { line: null, code: "duplicate-file", severity: "warning" },
    ]);
    expect(read.file("copy of reviews/reviews.csv").lineCounts()).toMatchObject({
      accepted: 2,
      quarantined: 0,
    });
  });

  it("collapses however the student is named and the date is written", () => {
    const read = readFolder({
      "reviews.csv": reviews("A1,Maths,2010-10-08,focus,3,"),
      "reviews 2.csv": "upn,subject,review_date,criterion,grade\nl823432120001,Maths,08/10/2010,Focus,3\n",
    });
    expect(read.counts.reviews).toMatchObject({ rows: 1, collapsedDuplicates: 1 });
  });

  it("two teachers of a subject on a date are two rows", () => {
    const read = readFolder({
      "reviews.csv": reviews("A1,Maths,2010-10-08,focus,3,T1", "A1,Maths,2010-10-08,focus,4,T2"),
    });
    expect(read.counts.reviews).toMatchObject({ rows: 2, collapsedDuplicates: 0 });
  });
});

describe("the same row with other contents", () => {
  it("is refused on both lines, each naming the other's place", () => {
    const read = readFolder({
      "reviews a.csv": reviews("A1,Maths,2010-10-08,focus,3,", "A2,Maths,2010-10-08,focus,3,"),
      "reviews b.csv": reviews("A1,Maths,2010-10-08,focus,4,"),
    });
    expect(read.rows("reviews")).toMatchObject([{ student_id: "A2" }]);
    expect(read.problems("reviews a.csv")).toMatchObject([
      {
        line: 2,
        code: "primary-key",
        severity: "error",
        message: expect.stringContaining("reviews b.csv line 2"),
      },
    ]);
    expect(read.problems("reviews b.csv")).toMatchObject([
      { line: 2, code: "primary-key", message: expect.stringContaining("reviews a.csv line 2") },
    ]);
    expect(read.file("reviews a.csv").lineCounts()).toMatchObject({ accepted: 1, quarantined: 1 });
  });

  it("of a wide file loses the fact and keeps the line", () => {
    const read = readFolder({
      "reviews 2010-10-08.csv": "student_id,Maths Focus,Maths Effort\nA1,3,4\n",
      "reviews.csv": reviews("A1,Maths,2010-10-08,focus,4,"),
    });
    expect(read.rows("reviews")).toMatchObject([{ criterion: "effort" }]);
    expect(read.problems("reviews 2010-10-08.csv")).toMatchObject([{ line: 2, column: "Maths Focus" }]);
    expect(read.file("reviews 2010-10-08.csv").lineCounts()).toMatchObject({ accepted: 1, quarantined: 0 });
  });

  it("cells cannot forge the boundary between columns", () => {
    const read = readFolder({
      "reviews.csv": reviews('A1,"Maths"",""2",2010-10-08,focus,3,', 'A1,Maths,2010-10-08,focus,3,"2"'),
    });
    expect(read.counts.reviews).toMatchObject({ rows: 2, collapsedDuplicates: 0 });
  });

  it("on every line of a long file, because of a wrong key, stays short", () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `S1,Name${i},X,12`);
    const read = readFolder({
      "students.csv": ["student_id,surname,forename,year_group", ...lines].join("\n"),
    });
    expect(read.counts.students.rows).toBe(0);
    expect(read.problems("students.csv")).toHaveLength(5_000);
    for (const { message } of [read.problems("students.csv")[0]!, read.problems("students.csv")[4_999]!]) {
      expect(message.length).toBeLessThan(300);
      expect(message).toContain("and 4996 more places");
    }
  });
});
