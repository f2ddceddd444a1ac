import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EvaluationRecord } from "../../loaders/evaluation/record.ts";
import type { Extract } from "../../loaders/extract/extract.ts";
import { rowsOf } from "../support/programme-folder.ts";
import { evaluateFolder } from "../support/programme-records.ts";
import { undefinedFields } from "../support/undefined-fields.ts";

describe("the school sample gives the published figures", () => {
  let record: EvaluationRecord;
  let read: Extract;
  let close: () => void;

  beforeAll(async () => {
    const { evaluation, extract, warehouse } = await evaluateFolder("data/school");
    record = evaluation.record;
    read = extract;
    close = () => warehouse.close();
  });
  afterAll(() => close());

  test("every field of the record is defined on the Methods page", () => {
    expect(undefinedFields(record)).toEqual([]);
  });

  test("1,511 students on roll, 30% with pupil premium, 250 in Year 11", () => {
    const onRoll = read.rows.students.filter(({ row }) => row.left_on === null);
    expect(onRoll).toHaveLength(1511);
    expect(onRoll.filter(({ row }) => row.pupil_premium === true)).toHaveLength(453);
    expect(onRoll.filter(({ row }) => row.year_group === "11")).toHaveLength(250);
  });

  test("38 mentees", () => {
    expect(record.cohort).toMatchObject({ started: 38, measured: 38 });
  });

  test("on track: 9 then 20 of 30 mentees, 115 then 142 of 250 in Year 11", () => {
    const { mentees, everyone } = record.onTrack!;
    expect([mentees.before.k, mentees.before.n, mentees.after.k, mentees.after.n]).toEqual([9, 30, 20, 30]);
    expect([everyone.before.k, everyone.before.n]).toEqual([115, 250]);
    expect([everyone.after.k, everyone.after.n]).toEqual([142, 250]);
    expect(mentees.becameOnTrack - mentees.ceasedOnTrack).toBe(11);
    expect(mentees.unknown + everyone.unknown).toBe(0);
  });

  test("survey of 35: 25 of at least some use, 20 someone cared, 14 knowing data and targets", () => {
    expect(record.survey.map(({ n }) => n)).toEqual([35, 35, 35]);
    const atLeast = (question: RegExp, answer: string) =>
      record.survey.find((one) => question.test(one.question))!.atLeast.find((one) => one.answer === answer)!
        .k;
    expect(atLeast(/use/, "some")).toBe(25);
    expect(atLeast(/cared/, "yes")).toBe(20);
    expect(atLeast(/data and targets/, "yes")).toBe(14);
  });

  test("a scale with 1 as best has ranks with higher as better", () => {
    expect(record.criteria.map(({ id }) => id)).toEqual(["effort", "homework"]);
    expect(record.criteria[0]!.change.mean).toBeGreaterThan(0);
  });

  test("attendance codes are read by their date, and marks that are not codes are counted", () => {
    expect(read.counts.attendance_marks.unmapped).toBeGreaterThan(0);
    const used = new Set(rowsOf(read, "attendance_marks").map((row) => row.mark));
    expect(used.has("/")).toBe(true);
    expect(used.has("-")).toBe(false);
  });

  test("last year's Year 11 is graded on the GCSE scale, this year's Year 12 on A level", () => {
    const results = rowsOf(read, "predictions").filter((row) => row.kind === "result");
    expect(results.length).toBeGreaterThan(1000);
    expect(new Set(results.map((row) => row.scale))).toEqual(new Set(["gcse_legacy"]));
  });
});
