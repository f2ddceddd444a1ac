import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseloadPage } from "../../loaders/editions/caseload.ts";
import type { CaseloadPage, SiteData } from "../../loaders/editions/page-data.ts";
import type { Loaded } from "../../loaders/evaluation/loaded.ts";
import type { EvaluationRecord, Share } from "../../loaders/evaluation/record.ts";
import { designOf, wordingProblem } from "../../loaders/evaluation/wording.ts";
import { definitionGroups } from "../../loaders/methods/definition-groups.ts";
import { type BuiltSite, buildSite } from "../support/built-site.ts";
import { launchChromium } from "../support/chromium.ts";
import { evaluateFolder } from "../support/programme-records.ts";
import { hasCorpora } from "../support/shared.ts";
import type { ShownProgramme } from "../support/shown-programme.ts";
import { uciProgramme } from "../support/uci.ts";
import { card, cutOff, drawn, openEveryFold, tableRows, tabTo, violations, visit } from "../support/visit.ts";
import { agendaTests } from "./pages/agenda.ts";
import { atRiskTests } from "./pages/at-risk.ts";
import { deliveryTests } from "./pages/delivery.ts";
import { flagsTests } from "./pages/flags.ts";
import { oneGradeAwayTests } from "./pages/one-grade-away.ts";
import { selectionTests } from "./pages/selection.ts";
import { startTests } from "./pages/start.ts";
import { studentTests } from "./pages/student.ts";
import { teachersDataTests } from "./pages/teachers-data.ts";
import { whoBenefitsTests } from "./pages/who-benefits.ts";

const programmes = [
  { name: "the college", folder: () => "data/college", present: true },
  { name: "the school", folder: () => "data/school", present: true },
  { name: "the real data", folder: uciProgramme, present: hasCorpora },
];
/** Of the real data, a list of grades alone, the pages that it fills. */
const pagesOfRealData = [
  "index.html",
  "impact.html",
  "at-risk.html",
  "caseload.html",
  "data-quality.html",
  "methods.html",
];
const pages = [
  "index.html",
  "impact.html",
  "delivery.html",
  "who-benefits.html",
  "at-risk.html",
  "agenda.html",
  "flags.html",
  "selection.html",
  "student.html",
  "caseload.html",
  "one-grade-away.html",
  "data-quality.html",
  "teachers-data.html",
  "methods.html",
];
const schemes = ["light", "dark"] as const;
const widths = [1440, 390];

const site: SiteData = {
  programme: "",
  institution: "",
  academicYear: "",
  asOf: "",
  synthetic: true,
  missingViews: [],
};

// Written out here again, so that a fault in the components' own formatting shows.
const signed = (value: number): string => {
  const text = Math.abs(value).toFixed(2);
  return Number(text) === 0 ? text : `${value < 0 ? "\u2212" : "+"}${text}`;
};
const range = (ci95: readonly [number, number]): string => `${signed(ci95[0])} to ${signed(ci95[1])}`;
const pText = (p: number): string =>
  p < 0.001 ? "p < 0.001" : p === 1 ? "p = 1" : `p = ${p.toFixed(p < 0.0995 ? 3 : 2)}`;
const shareText = ({ k, n }: Pick<Share, "k" | "n">): string =>
  n >= 20 ? `${k} of ${n} (${Math.round((100 * k) / n)}%)` : `${k} of ${n}`;
const known = (value: number | null): string =>
  value === null ? "not known" : value.toLocaleString("en-GB");

describe.each(programmes)("the pages of $name", ({ name: programmeName, folder, present }) => {
  describe.skipIf(!present)("in a browser", () => {
    let browser: Browser;
    let built: BuiltSite;
    let record: EvaluationRecord;
    let caseload: CaseloadPage;
    const shown: ShownProgramme = {
      open: (name, check, options = {}) => visit(browser, built.url + name, check, options),
      loaded: () => loaded,
    };
    let loaded: Loaded;

    beforeAll(async () => {
      const path = folder();
      browser = await launchChromium();
      built = await buildSite(path);
      loaded = await evaluateFolder(path);
      const { programme, warehouse, evaluation } = loaded;
      record = evaluation.record;
      caseload = await caseloadPage(programme, warehouse, site);
    });
    afterAll(async () => {
      loaded?.warehouse.close();
      await browser.close();
      await built?.close();
    });

    const { open } = shown;

    describe("Start", () => startTests(shown));

    describe("Impact", () => {
      test("states the record's finding, verdict and rule", () =>
        open("impact.html", async (page) => {
          expect(await page.locator("h1").textContent()).toBe(record.primary.sentence);
          const finding = card(page, "The finding");
          expect(await finding.locator(".verdict strong").textContent()).toBe(record.primary.verdict);
          expect(await finding.textContent()).toContain(record.primary.rule);
          expect(await finding.locator(".big").textContent()).toContain(signed(record.primary.change.mean!));
          expect(await finding.textContent()).toContain(`95% interval ${range(record.primary.change.ci95!)}`);
        }));

      test("counts the cohort as the record does", () =>
        open("impact.html", async (page) => {
          const { cohort, cost } = record;
          const values = await card(page, "Who took part, and what it took")
            .locator("dd.value")
            .allTextContents();
          expect(values).toEqual([
            known(cohort.started),
            known(cohort.measured),
            known(cohort.quickLeavers),
            known(cohort.meetings.held),
            known(cohort.weeks.median),
            cost.perStudent === null ? "not known" : `£${Math.round(cost.perStudent)}`,
          ]);
        }));

      test("prints improved and declined students of every criterion, as practitioners publish them", () =>
        open("impact.html", async (page) => {
          const { criteria, predictions } = record;
          const predicted = predictions.students.measured > 0;
          const outcomes = [
            ...criteria,
            ...(predicted ? [{ ...predictions, label: "Predicted grade" }] : []),
          ];
          expect(await tableRows(card(page, "Students graded higher and lower, by criterion"))).toEqual(
            outcomes.map(({ label, students, pairs }) => [
              label,
              `${students.improved} (${students.declined})`,
              known(students.both),
              known(students.unchanged),
              known(students.notMeasured),
              known(students.measured),
              known(pairs.measured),
            ]),
          );
        }));

      test("gives every change with its interval and students, and the adjusted p beside the raw one", () =>
        open("impact.html", async (page) => {
          const gains = card(page, "Change in grade steps, with 95% intervals");
          const text = (await gains.locator("[role=img]").getAttribute("aria-label"))!;
          const rows = await tableRows(gains);
          for (const { label, change, pairs } of record.criteria) {
            const size = `${signed(change.mean!)} (${range(change.ci95!)}), n = ${change.n} students`;
            if (record.criteria.length > 1) {
              expect(text).toContain(`${label}: ${size} (${pairs.measured} subject reviews).`);
            } else expect(text).toContain(`${label}: ${size}.`);
          }
          if (record.criteria.length === 1) return expect(rows).toHaveLength(1);
          for (const { label, change } of record.criteria) {
            const row = rows.find(([name]) => name === label)!;
            expect(row.slice(8, 10)).toEqual([change.pExact!, change.pHolm!].map(pText));
          }
        }));

      test("shows on track and the survey as counted, or leaves them out and says so", () =>
        open("impact.html", async (page) => {
          const onTrack = card(page, "On track, mentees beside everyone");
          const survey = card(page, "What mentees said");
          expect(await onTrack.count()).toBe(record.onTrack ? 1 : 0);
          expect(await survey.count()).toBe(record.survey.length > 0 ? 1 : 0);
          if (record.onTrack) {
            const { mentees, everyone } = record.onTrack;
            expect(await onTrack.locator(".row-value").allTextContents()).toEqual(
              [mentees.before, mentees.after, everyone.before, everyone.after].map(shareText),
            );
          } else
            expect(await card(page, "What is missing").textContent()).toContain("On track is not counted");
          if (record.survey.length > 0) {
            expect(await survey.locator(".row-value").allTextContents()).toEqual(
              record.survey.flatMap(({ n, answers }) => answers.map(({ k }) => shareText({ k, n }))),
            );
          } else
            expect(await card(page, "What is missing").textContent()).toContain("The survey is not shown");
        }));

      test("shows passes, points, targets, progress and accuracy as counted, or leaves them out", () =>
        open("impact.html", async (page) => {
          const { passes, points, targets, progress, accuracy } = record.attainment;
          const shown = (title: string) => card(page, title).locator(".row-value").allTextContents();
          const change = ({ mean, ci95 }: { mean: number | null; ci95: readonly [number, number] | null }) =>
            `${signed(mean!)} (${range(ci95!)})`;
          expect(await shown("Passes and points, mentees beside everyone")).toEqual([
            ...passes
              .filter(({ declared }) => !declared)
              .flatMap(({ mentees, everyone }) =>
                [mentees.before, mentees.after, everyone.before, everyone.after].map(shareText),
              ),
            ...points.flatMap(({ mentees, everyone }) => [change(mentees), change(everyone)]),
          ]);
          expect(await shown("Predicted grades against targets")).toEqual(
            targets.flatMap(({ mentees, everyone }) => [
              ...[mentees.pairs, everyone.pairs].flatMap(({ before, after }) =>
                [before, after].map(({ below, at, above }) => [below, at, above].map(known).join(" · ")),
              ),
              ...(mentees.gap.n < 6 ? [] : [change(mentees.gap), change(everyone.gap)]),
            ]),
          );
          expect(await shown("Progress from starting points")).toEqual(
            progress.flatMap(({ mentees, everyone }) => [change(mentees), change(everyone)]),
          );
          expect(await shown("How predicted grades met the results")).toEqual(
            accuracy.subjects.map(({ exact, n }) => shareText({ k: exact.k, n })),
          );
        }));

      test("says how many rows were read", () =>
        open("impact.html", async (page) => {
          expect(await card(page, "Where the numbers come from").textContent()).toContain(
            `${known(record.load.rowsIn)} rows`,
          );
        }));
    });

    describe("compared with others", () => {
      test("shows the gains, the difference and the balance of the record", () =>
        open("impact.html", async (page) => {
          const { comparison } = record;
          const shown = card(page, "Compared with students who were not mentored");
          await openEveryFold(page);
          const figures = await shown.locator("dl > div").allInnerTexts();
          expect(figures.map((text) => text.split("\n").slice(0, 2))).toEqual([
            ["Gain of the mentored", signed(comparison.menteeGain!)],
            ["Gain of the others", signed(comparison.comparisonGain!)],
            ["To be expected anyway", signed(comparison.expectedGain!)],
            ["Adjusted difference", signed(comparison.ancova!.b)],
          ]);
          expect(figures[3]).toContain(range(comparison.ancova!.ci95));
          const rows = await tableRows(shown);
          expect(rows.map((row) => [row[0], row[5], row[7]])).toEqual(
            comparison.balance!.map(({ label, g, class: verdict }) => [label, signed(g!), verdict]),
          );
        }));
    });

    describe("Dose and delivery", () => deliveryTests(shown));
    describe("Who benefits", () => whoBenefitsTests(shown));
    describe("At risk", () => atRiskTests(shown));
    describe("Agenda", () => agendaTests(shown));
    describe("Flags", () => flagsTests(shown));
    describe("Selection", () => selectionTests(shown));
    describe("Student", () => studentTests(shown));

    describe("Caseload", () => {
      test("shows each mentor's mentees with the week, the actions due and the latest grades", () =>
        open("caseload.html", async (page) => {
          if (caseload.mentors.length === 0) {
            return expect(await page.locator("#content").textContent()).toContain(caseload.empty!);
          }
          for (const mentor of caseload.mentors) {
            await page.evaluate((key) => {
              location.hash = `mentor=${key}`;
            }, mentor.key);
            await page.getByRole("heading", { level: 2, name: mentor.name, exact: true }).waitFor();
            const cards = page.locator("section.mentee");
            expect(await cards.locator("h3").allTextContents()).toEqual(
              mentor.mentees.map(({ name }) => name),
            );
            for (const [i, mentee] of mentor.mentees.entries()) {
              const own = cards.nth(i);
              expect(await own.locator(".week").textContent()).toMatch(
                new RegExp(`^Week ${mentee.week}(;| of) ${mentee.agreedWeeks}\\b`),
              );
              expect(await own.locator(".actions li").count()).toBe(mentee.actionsDue.length);
              expect(await own.locator(".actions .overdue").count()).toBe(
                mentee.actionsDue.filter((action) => action.overdueDays > 0).length,
              );
              expect(await own.locator(".grade").allTextContents()).toEqual(
                mentee.grades.flatMap(({ cells }) => cells.flatMap(({ grade }) => grade ?? [])),
              );
            }
          }
        }));

      test("the mentor chosen by keyboard stays in the address", () =>
        open("caseload.html", async (page) => {
          if (caseload.mentors.length < 2) return;
          const second = caseload.mentors[1]!;
          await tabTo(page, "mentor");
          await page.keyboard.press("ArrowDown");
          expect(page.url()).toContain(`#mentor=${second.key}`);
          await page.reload();
          await drawn(page);
          expect(await page.locator(".mentor h2").textContent()).toBe(second.name);
        }));
    });

    describe("One grade away", () => oneGradeAwayTests(shown));

    describe("Teachers\u2019 data", () => teachersDataTests(shown));

    describe("Methods", () => {
      test("defines every term, marks the verdict and gives the settings in force", () =>
        open("methods.html", async (page) => {
          const terms = await card(page, "What each number means").locator("dt").allTextContents();
          expect(terms).toEqual(
            definitionGroups.flatMap(({ definitions }) => definitions.map(({ term }) => term)),
          );
          const marked = card(page, "How the verdict is reached").locator("dt", {
            hasText: "the verdict here",
          });
          expect(await marked.allTextContents()).toEqual([`${record.primary.verdict} (the verdict here)`]);
          const rows = await tableRows(card(page, "Settings in force"));
          const { windows, asOf } = JSON.parse(readFileSync(`${folder()}/programme.json`, "utf8"));
          const inForce = new Map(rows.map((row) => [row.at(-1), row]));
          const days = windows?.baselineDaysBefore;
          expect(inForce.get("windows.baselineDaysBefore")!.slice(1, 3)).toEqual(
            days === undefined || days === 60 ? ["60", "default"] : [`${days}`, "the school"],
          );
          expect(inForce.get("asOf")![1]).toContain(asOf.slice(0, 4));
        }));
    });

    describe.each(programmeName === "the real data" ? pagesOfRealData : pages)("%s", (name) => {
      test("runs under a policy that stops other scripts and other hosts", () =>
        open(
          name,
          async (page) => {
            const policy = await page
              .locator('meta[http-equiv="Content-Security-Policy"]')
              .getAttribute("content");
            expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'sha256-/);
            expect(policy).not.toMatch(/script-src[^;]*'unsafe/);
            const blocked = await page.evaluate(
              () =>
                new Promise<string[]>((done) => {
                  const directives: string[] = [];
                  document.addEventListener("securitypolicyviolation", (event) => {
                    directives.push(event.effectiveDirective);
                    if (directives.length === 2) done(directives.sort());
                  });
                  const script = document.createElement("script");
                  script.textContent = "document.title = 'run'";
                  document.body.append(script);
                  const image = new Image();
                  image.src = "http://example.invalid/x.png";
                }),
            );
            expect(blocked).toEqual(["img-src", "script-src-elem"]);
            expect(await page.title()).not.toBe("run");
          },
          { provoked: /Content Security Policy/ },
        ));

      test("axe finds nothing, light and dark, wide and narrow", async () => {
        const check = async (page: Page) => {
          await openEveryFold(page);
          expect(await violations(page)).toEqual([]);
        };
        const looks = schemes.flatMap((colorScheme) => widths.map((width) => ({ colorScheme, width })));
        await Promise.all(
          looks.map(({ colorScheme, width }) =>
            open(name, check, { colorScheme, viewport: { width, height: 900 } }),
          ),
        );
      });

      test("says no more than the design has earned", () =>
        open(name, async (page) => {
          await openEveryFold(page);
          const text = await page.locator("body").innerText();
          const design = designOf(record.comparison);
          for (const line of text.split("\n"))
            expect([line, wordingProblem(line, design)]).toEqual([line, null]);
        }));

      test("does not scroll sideways on a phone", () =>
        open(
          name,
          async (page) => {
            await openEveryFold(page);
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
          },
          { viewport: { width: 390, height: 844 } },
        ));

      test("prints on A4 without its controls, with nothing cut off", () =>
        open(name, async (page) => {
          expect(await cutOff(page)).toEqual([]);
          expect(await page.locator("nav, button, select").filter({ visible: true }).count()).toBe(0);
          const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
          expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(0);
          expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12]/);
        }));
    });
  });
});
