// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { BenefitGroup, WhoBenefitsPage } from "../../../loaders/editions/who-benefits.ts";
import { cautionCard, groupsCard } from "../../../src/components/who-benefits.js";
import { HOSTILE, impactPage } from "./pages.ts";

const group = (value: string | null, over: Partial<BenefitGroup> = {}): BenefitGroup => ({
  value,
  n: 12,
  up: 8,
  down: 2,
  same: 2,
  mean: 0.3,
  ci95: [0.1, 0.5],
  meanBefore: 2.5,
  notMeasured: 0,
  ...over,
});
const page = (subgroups: WhoBenefitsPage["subgroups"]): WhoBenefitsPage => ({
  site: impactPage().site,
  freshness: impactPage().freshness,
  headline: "",
  outcome: "Mean of the criteria",
  everyone: { n: 30, mean: 0.2, ci95: [0.1, 0.3] },
  subgroups,
});
const textOf = (element: Element): string => element.textContent;

describe("change by group", () => {
  test("averages no group of fewer than six, and shows no markup of a school's words", () => {
    const card = groupsCard(
      page([
        {
          by: "reason",
          label: "Reason for referral",
          groups: [
            group(HOSTILE),
            group("Effort", { n: 5, up: 3, down: 1, same: 1, notMeasured: 2 }),
            group(null, { mean: null, ci95: null, why: "All alike." }),
          ],
        },
      ]),
    ) as HTMLElement;
    expect(card.querySelector("script, img")).toBeNull();
    const rows = [...card.querySelectorAll(".row")].map(textOf);
    expect(rows[0]).toContain("+0.30 (+0.10 to +0.50)12 students measured");
    expect(rows[1]).toBe("Effort3 up, 1 down, 1 same5 students measured, 2 not");
    expect(rows[2]).toBe("not knownnot known12 students measured");
    expect(card.querySelectorAll("circle")).toHaveLength(1);
    const cells = [...card.querySelectorAll("tbody tr:nth-child(2) td")].map(textOf);
    expect(cells.slice(-4)).toEqual(Array(4).fill("counts only"));
    expect(card.textContent).toContain("Reason for referral, not known: All alike.");
  });

  test("draws no axis where no group is large enough, and says nothing of nobody", () => {
    const nobody = { n: 0, up: 0, down: 0, same: 0, mean: null, ci95: null, notMeasured: 3 };
    const card = groupsCard(
      page([{ by: "year_group", label: "Year group", groups: [group("9", { n: 2 }), group("10", nobody)] }]),
    ) as HTMLElement;
    expect(card.querySelectorAll("svg")).toHaveLength(0);
    expect(textOf(card.querySelectorAll(".row")[1]!)).toBe("Year 10nobody measured, 3 not");
  });

  test("calls a school's codes by their words", () => {
    const card = groupsCard(
      page([
        { by: "sen", label: "SEN", groups: [group("K"), group("Z")] },
        { by: "pupil_premium", label: "Pupil premium", groups: [group("yes")] },
      ]),
    ) as HTMLElement;
    expect([...card.querySelectorAll(".row-label")].map(textOf)).toEqual(["SEN support (K)", "Z", "Yes"]);
  });

  test("a characteristic that is known of nobody is a sentence, not a chart", () => {
    const card = groupsCard(
      page([
        { by: "reason", label: "Reason for referral", groups: [group(null)] },
        { by: "sex", label: "Sex", groups: [group("F")] },
      ]),
    ) as HTMLElement;
    expect(card.querySelectorAll("figure")).toHaveLength(1);
    expect(card.querySelector(".quiet")!.textContent).toBe(
      "Reason for referral is not known of any mentee: add the reason to the agreements file.",
    );
  });

  test("is no card where none is declared, and a sentence says which setting would name them", () => {
    expect(groupsCard(page([])).childNodes).toHaveLength(0);
    expect(cautionCard(page([])).textContent).toContain("name the groups in subgroups in programme.json");
  });

  test("says of mentors that they are not measured, and only where they are a group", () => {
    const by = (name: string) => cautionCard(page([{ by: name, label: "Mentor", groups: [group("A")] }]));
    expect(by("mentor").textContent).toContain("do not measure a mentor");
    expect(by("sex").textContent).not.toContain("do not measure a mentor");
  });
});
