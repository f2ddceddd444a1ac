import { describe, expect, it } from "vitest";
import { type ProgrammeInput, programmeSchema } from "../../../loaders/programme/schema.ts";
import { slotModel } from "../../../loaders/programme/slot-model.ts";

const model = (academicYear: string, attainment8?: ProgrammeInput["attainment8"]) =>
  slotModel(
    programmeSchema.parse({
      name: "Mentoring",
      institution: "A school",
      phase: "secondary",
      academicYear,
      asOf: "2024-05-31",
      scales: [],
      criteria: [{ id: "effort", label: "Effort", scale: "effort_4best" }],
      attainment8,
    }),
  );

describe("the slots of Attainment 8", () => {
  it("are those of the year of the results: none before 2016, then three EBacc and three open", () => {
    expect(model("2014-15")).toBeNull();
    for (const year of ["2015-16", "2023-24", "2029-30"]) {
      expect(model(year)).toMatchObject({ baskets: [{ label: "EBacc", slots: 3 }], open: 3 });
    }
  });

  it("are those that programme.json declares, whatever the year", () => {
    const baskets = [{ label: "Science", slots: 2, subjects: ["Physics"] }];
    expect(model("2012-13", { baskets })).toEqual({ baskets, open: 3 });
    expect(model("2029-30", { baskets, open: 4 })).toEqual({ baskets, open: 4 });
    expect(model("2029-30", { open: 2 })).toMatchObject({ baskets: [{ label: "EBacc" }], open: 2 });
  });
});
