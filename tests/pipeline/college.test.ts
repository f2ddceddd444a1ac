import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EvaluationRecord } from "../../loaders/evaluation/record.ts";
import type { Extract } from "../../loaders/extract/extract.ts";
import { rowsOf } from "../support/programme-folder.ts";
import { evaluateFolder } from "../support/programme-records.ts";
import { undefinedFields } from "../support/undefined-fields.ts";

describe("the college sample gives the published result of the pilot", () => {
  let record: EvaluationRecord;
  let read: Extract;
  let close: () => void;

  beforeAll(async () => {
    const { evaluation, extract, warehouse } = await evaluateFolder("data/college");
    record = evaluation.record;
    read = extract;
    close = () => warehouse.close();
  });
  afterAll(() => close());

  test("every field of the record is defined on the Methods page", () => {
    expect(undefinedFields(record)).toEqual([]);
  });

  test("14 started, 12 measured, 2 quick leavers, 8 male and 4 female, 8 to 16 weeks", () => {
    expect(record.cohort).toMatchObject({
      started: 14,
      measured: 12,
      unmeasured: 0,
      quickLeavers: 2,
      bySex: { F: 4, M: 8 },
      weeks: { min: 8, max: 16 },
    });
  });

  test("improved (declined) by criterion, in the order of programme.json", () => {
    const published = record.criteria.map(({ id, students }) => [id, students.improved, students.declined]);
    expect(published).toEqual([
      ["focus", 6, 2],
      ["effort_in_lesson", 6, 3],
      ["effort_in_homework", 5, 4],
      ["meeting_deadlines", 4, 8],
      ["consolidation", 2, 3],
      ["exam_technique", 1, 3],
    ]);
  });

  test("the predicted grade improved for six", () => {
    expect(record.predictions.students.improved).toBe(6);
  });

  test("some students are in both columns on at least two criteria", () => {
    expect(record.criteria.filter(({ students }) => students.both > 0).length).toBeGreaterThanOrEqual(2);
  });

  test("students and pairs add up on every criterion", () => {
    for (const { students, pairs } of [...record.criteria, record.predictions]) {
      expect(students.improved + students.declined - students.both + students.unchanged).toBe(
        students.measured,
      );
      expect(students.measured + students.notMeasured).toBe(record.cohort.started);
      expect(pairs.improved + pairs.declined + pairs.unchanged).toBe(pairs.measured);
      expect(pairs.notMeasured).toBeGreaterThan(8); // the leavers' eight, and some that are missing
    }
  });

  test("the verdict is neutral: the published figures cannot be told from chance", () => {
    expect(record.primary.verdict).toBe("inconclusive");
    for (const { change } of record.criteria) expect(change.pHolm).toBeGreaterThan(0.05);
  });

  test("beside 984 others, who stood far higher before, the mentees gained no more", () => {
    const { n, balance, ancova, expectedGain, comparisonGain, attrition, why } = record.comparison;
    expect(n).toEqual([12, 984]);
    expect(balance!.map(({ covariate, class: verdict }) => [covariate, verdict])).toEqual([
      ["baseline", "fails"],
      ["prior_attainment", "fails"],
      ["sex: M", "fails"],
    ]);
    expect(ancova!.ci95[0]).toBeLessThan(0);
    expect(ancova!.ci95[1]).toBeGreaterThan(0);
    expect(ancova!.covariates).toEqual(["prior_attainment", "sex: M"]);
    expect(expectedGain).toBeGreaterThan(0);
    expect(comparisonGain).toBeGreaterThan(0);
    expect(attrition).toMatchObject({ stayers: { n: 12 }, leavers: { n: 2, known: 2 } });
    expect(why).toEqual({});
  });

  test("dose: of the measured, by meetings and by weeks", () => {
    expect(record.dose).toMatchObject({ n: 12, weeks: { n: 12 } });
    expect(Math.abs(record.dose.spearman!)).toBeLessThan(1);
  });

  test("what is not computed is null with a reason", () => {
    expect(record.onTrack).toBeNull();
    expect(record.why.onTrack).toMatch(/onTrack/);
  });

  test("every line is accounted for, and nothing was refused", () => {
    for (const file of read.files) {
      const { total, ...fates } = file.lineCounts();
      expect(Object.values(fates).reduce((sum, lines) => sum + lines, 0)).toBe(total);
      expect(file.problems).toEqual([]);
    }
    expect(record.load.quarantined).toBe(0);
  });

  test("two teachers share a subject: their ranks are averaged", () => {
    const shared = rowsOf(read, "reviews").filter((row) => row.criterion === "focus");
    const keys = shared.map((row) => `${row.student_id}|${row.subject}|${row.review_date}`);
    expect(new Set(keys).size).toBeLessThan(keys.length);
  });
});
