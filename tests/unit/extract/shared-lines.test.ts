import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const record = (id: string) =>
  `<Record><Adno>${id}</Adno><Subject>Maths</Subject><Date>2010-10-08</Date><Aspect>Focus</Aspect><Grade>3</Grade></Record>`;

describe("records of an XML report that share a line", () => {
  it("are each named where their student is not known", () => {
    const read = readFolder({
      "report.xml": `<SuperStarReport>${record("Z8")}${record("A1")}${record("Z9")}</SuperStarReport>`,
    });
    expect(read.problems("report.xml").map(({ line, code }) => [line, code])).toEqual([
      [1, "foreign-key"],
      [1, "foreign-key"],
    ]);
    expect(read.rows("reviews")).toMatchObject([{ student_id: "A1", grade: "3" }]);
  });
});

describe("a file whose lines never end", () => {
  it("is not read, and so is no copy of another", () => {
    const long = "x".repeat(9 * 1024 ** 2);
    const read = readFolder({ "a.csv": `${long}a`, "b.csv": `${long}b` });
    expect(read.file("a.csv").sha256).toBeNull();
    expect(read.problems("b.csv").map(({ code }) => code)).toEqual(["file-error"]);
  });
});

describe("a subject column that holds free text", () => {
  it("is not compared name by name", () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, i) => `A1,Comment number ${i} of a page,2010-10-08,focus,3`,
    );
    const started = performance.now();
    readFolder({ "reviews.csv": `student_id,subject,review_date,criterion,grade\n${lines.join("\n")}\n` });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
