import { describe, expect, it } from "vitest";
import { readFolder } from "../../support/programme-folder.ts";

const agreements = "student_id,mentor_id,starts_on\nA1,M1,2010-10-01\nA2,M1,2010-10-01\n";
const header = "student_id,planned_on,status,held_on,minutes,note";
const tracker = (...lines: string[]) => [header, ...lines, ""].join("\n");

function read(mentor: string, office: string | null = null, agreed = agreements) {
  const folder = readFolder({
    "agreements.csv": agreed,
    "meetings mentor.csv": mentor,
    "meetings office.csv": office,
  });
  const problems = folder.files.flatMap(({ name, problems }) =>
    problems.map(({ line, severity, message }) => ({ place: `${name} ${line}`, severity, message })),
  );
  return { ...folder, problems, meetings: folder.rows("meetings"), counts: folder.counts.meetings };
}

describe("one meeting from two trackers", () => {
  it("is one, with what both say, and the later line is warned of", () => {
    const { meetings, problems, counts } = read(
      tracker("A1,2010-11-08,held,,20,", "A2,2010-11-08,held,2010-11-08,20,"),
      tracker("A1,08/11/2010,Held,2010-11-08,,He came late", "A2,2010-11-15,held,,,"),
    );
    expect(meetings).toMatchObject([
      { student_id: "A1", status: "held", held_on: "2010-11-08", minutes: 20, note: "He came late" },
      { student_id: "A2", planned_on: "2010-11-08" },
      { student_id: "A2", planned_on: "2010-11-15" },
    ]);
    expect(counts).toMatchObject({ rows: 3, collapsedDuplicates: 1 });
    expect(problems).toMatchObject([{ place: "meetings office.csv 2", severity: "warning" }]);
    expect(problems[0]!.message).toContain("meetings mentor.csv line 2");
  });

  it("is one where only the texts are in other words, and the longer one is kept", () => {
    const { meetings, problems } = read(
      tracker("A1,2010-11-08,held,,20,Revision"),
      tracker("A1,2010-11-08,held,,20,Planned revision"),
    );
    expect(meetings).toMatchObject([{ note: "Planned revision" }]);
    expect(problems).toMatchObject([{ severity: "warning" }]);
  });

  it.each([
    ["held and missed", "A1,2010-11-08,held,,,", "A1,2010-11-08,missed_by_student,,,"],
    ["held and cancelled", "A1,2010-11-08,held,,,x", "A1,2010-11-08,cancelled,,,"],
    ["held on two days", "A1,2010-11-08,held,2010-11-08,,", "A1,2010-11-08,held,2010-11-09,,"],
    ["of other minutes", "A1,2010-11-08,held,,20,", "A1,2010-11-08,held,,35,"],
  ])("contradicts itself, and is refused on both lines: %s", (_, one, other) => {
    for (const folder of [read(tracker(one), tracker(other)), read(tracker(one, other))]) {
      expect(folder.meetings).toEqual([]);
      expect(folder.problems.map(({ severity }) => severity)).toEqual(["error", "error"]);
      expect(folder.problems[0]!.message).toMatch(
        /^The same student_id, planned_on stands with other contents in meetings \w+\.csv line \d\. /,
      );
    }
  });

  it.each([
    ["A1,2010-11-08,held,,20,", "A1,2010-11-08,missed_by_mentor,,,"],
    ["A1,2010-11-08,held,,20,", "A1,2010-11-08,held,,,"],
  ])("may be two where the student has two mentors: both are kept, with a warning", (one, other) => {
    const { problems, meetings } = read(tracker(one, other), null, `${agreements}A1,M2,2010-11-01\n`);
    expect(meetings).toHaveLength(2);
    expect(problems.filter(({ place }) => place.startsWith("meetings"))).toMatchObject([
      { place: "meetings mentor.csv 3", severity: "warning" },
    ]);
  });

  it("collapses without a word where every column is the same, as any row does", () => {
    const { problems, counts } = read(tracker("A1,2010-11-08,held,,20,", "A1,2010-11-08,held,,20,"));
    expect([problems, counts.rows, counts.collapsedDuplicates]).toEqual([[], 1, 1]);
  });

  it("may be two that were held on one day, planned for two: that is warned of", () => {
    const { meetings, problems } = read(
      tracker("A1,2010-11-08,held,2010-11-15,,", "A1,2010-11-15,held,,,", "A1,2010-11-22,held,,,"),
    );
    expect(meetings).toHaveLength(3);
    expect(problems).toMatchObject([{ place: "meetings mentor.csv 3", severity: "warning" }]);
  });
});

describe("grades of one key but for a blank or a spelling", () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
  const told = (name: string, text: string) => {
    const inBulk = readFolder({ [name]: text });
    const slowly = readFolder({ [name]: utf16(text) });
    expect(slowly.problems(name)).toEqual(inBulk.problems(name));
    expect(inBulk.problems(name).every(({ severity }) => severity === "warning")).toBe(true);
    return inBulk.problems(name).map(({ line, message }) => ({ line, message }));
  };
  const reviews = (...rows: string[]) =>
    told("reviews.csv", ["student_id,subject,review_date,criterion,grade,teacher", ...rows, ""].join("\n"));
  const predictions = (...rows: string[]) =>
    told(
      "predictions.csv",
      ["student_id,subject,review_date,kind,grade,qualification,teacher", ...rows, ""].join("\n"),
    );

  it.each([
    ["a blank", "Ms Berry", ""],
    ["capitals", "Ms Berry", "MS BERRY"],
    ["spaces", "Ms Berry", "MsBerry"],
  ])("are warned of: %s", (_, one, other) => {
    const warnings = reviews(`A1,Maths,2010-10-08,focus,3,${one}`, `A1,Maths,2010-10-08,focus,4,${other}`);
    expect(warnings).toMatchObject([{ line: 3 }]);
    expect(warnings[0]!.message).toContain("in reviews.csv line 2");
  });

  it("are warned of once a file", () => {
    const rows = ["A1", "A2", "A3"].flatMap((id) => [
      `${id},Maths,2010-10-08,focus,3,T1`,
      `${id},Maths,2010-10-08,focus,4,t1`,
    ]);
    const warnings = reviews(...rows);
    expect(warnings).toMatchObject([{ line: 3 }]);
    expect(warnings[0]!.message).toContain("So it is with 2 more grades of this file.");
  });

  it("are fine where the grade is the same, or the teachers are two", () => {
    expect(reviews("A1,Maths,2010-10-08,focus,3,T1", "A1,Maths,2010-10-08,focus,3,")).toEqual([]);
    expect(reviews("A1,Maths,2010-10-08,focus,3,T1", "A1,Maths,2010-10-08,focus,4,T2")).toEqual([]);
    expect(reviews("A1,Maths,2010-10-08,focus,3,T1", "A2,Maths,2010-10-08,focus,4,")).toEqual([]);
  });

  it("are warned of where the qualification is written otherwise", () => {
    const row = (grade: string, qualification: string, teacher = "") =>
      `A1,Maths,2010-10-08,predicted,${grade},${qualification},${teacher}`;
    expect(predictions(row("A", "A Level"), row("B", "A level"))).toMatchObject([{ line: 3 }]);
    expect(predictions(row("A", "A Level", "T1"), row("B", "", "T1"))).toMatchObject([{ line: 3 }]);
    expect(predictions(row("A", "A Level"), row("B", "AS Level"))).toEqual([]);
    expect(predictions(row("A", "A Level", "T1"), row("B", "", "T2"))).toEqual([]);
  });
});
