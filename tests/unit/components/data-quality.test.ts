// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { DataQualityPage } from "../../../loaders/editions/page-data.ts";
import type { FileAccount } from "../../../loaders/quality/account.ts";
import type { ProblemGroup } from "../../../loaders/quality/group-problems.ts";
import {
  filesCard,
  keptCard,
  problemsCard,
  summaryCard,
  unreadCard,
  viewsCard,
} from "../../../src/components/data-quality.js";
import { HOSTILE } from "./pages.ts";

const problem = (over: Partial<ProblemGroup> = {}): ProblemGroup => ({
  severity: "error",
  code: "constraint-error",
  count: 207,
  place: "lines 17, 18, 19 and 204 more",
  column: HOSTILE,
  value: "7",
  message: "Grade 7 is not on the scale.",
  ...over,
});

const file = (
  path: string,
  table: string,
  quarantined: number,
  over: Partial<FileAccount> = {},
): FileAccount => ({
  path,
  sheet: null,
  table,
  encoding: "UTF-8",
  layout: "long",
  delimiter: "comma",
  lines: { total: 10, accepted: 9 - quarantined, quarantined, preamble: 0, header: 1, blank: 0, footer: 0 },
  refused: false,
  lostCells: 0,
  errors: quarantined,
  warnings: 0,
  kinds: [],
  problems: { first: [], total: 0 },
  ...over,
});

const page = (files: FileAccount[], over: Partial<DataQualityPage["account"]> = {}): DataQualityPage => ({
  site: { programme: "", institution: "", academicYear: "", asOf: "", synthetic: true, missingViews: [] },
  freshness: { asOf: "2011-06-24", newestReview: null, oldestReview: null, sentence: "" },
  headline: "",
  sum: "30 lines = 24 accepted + 3 quarantined + 3 header.",
  safety: "Loaded with 3 lines quarantined.",
  account: {
    files,
    totals: {
      files: files.length,
      refusedFiles: 0,
      lines: { total: 30, accepted: 24, quarantined: 3, preamble: 0, header: 3, blank: 0, footer: 0 },
      lostCells: 1204,
      errors: 1207,
      warnings: 0,
      unmapped: 0,
    },
    tables: [{ table: "reviews", rows: 1200, collapsedDuplicates: 2, missing: 3, unmapped: 4 }],
    unusedColumns: [],
    viewsOff: [],
    notices: [],
    ...over,
  },
});

const three = () => [
  file("a.csv", "reviews", 3, {
    kinds: [{ kind: "too few cells", severity: "error", count: 3 }],
    problems: {
      first: [problem(), problem({ severity: "warning", column: null, value: null, place: "whole file" })],
      total: 40,
    },
  }),
  file("b.csv", "reviews", 0),
  file("book.xlsx", "students", 0, { sheet: "Autumn", delimiter: null }),
];

const rows = (root: ParentNode): string[][] =>
  [...root.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));

test("the summary gives the totals, the sum and whether it is safe to go on", () => {
  const card = summaryCard(page(three()));
  const values = [...card.querySelectorAll(".value")].map((value) => value.textContent);
  expect(values).toEqual(["3", "30", "24", "3", "1,204", "1,207"]);
  expect(card.textContent).toContain("1,207 errors, no warnings");
  expect(card.textContent).toContain("30 lines = 24 accepted + 3 quarantined + 3 header.");
  expect(card.textContent).toContain("Loaded with 3 lines quarantined.");
});

describe("problems", () => {
  test("say where, which column and value, why, and how bad in a word and a sign", () => {
    const list = problemsCard(page(three())).querySelector(".problem-list")!;
    expect(rows(list)).toEqual([
      ["a.csv", "× Error", "lines 17, 18, 19 and 204 more", HOSTILE, "7", "Grade 7 is not on the scale."],
      ["a.csv", "! Warning", "whole file", "", "", "Grade 7 is not on the scale."],
    ]);
    expect(list.querySelector("img")).toBeNull();
  });

  test("that are not shown are counted, and it is said where they are", () => {
    expect(problemsCard(page(three())).textContent).toContain(
      "The first 2 of 40 entries are shown, every file with a problem among them. All of them are in the report of npm run check with --json.",
    );
    const all = three();
    all[0]!.problems.total = 2;
    expect(problemsCard(page(all)).textContent).not.toContain("entries are shown");
  });

  test("are counted by kind over all files", () => {
    const files = three();
    files[1] = file("b.csv", "reviews", 0, {
      kinds: [
        { kind: "value that no setting maps", severity: "warning", count: 9 },
        { kind: "too few cells", severity: "error", count: 1 },
      ],
    });
    expect(rows(problemsCard(page(files)).querySelector("details")!)).toEqual([
      ["too few cells", "× Error", "4", "2"],
      ["value that no setting maps", "! Warning", "9", "1"],
    ]);
  });

  test("that are none are a sentence and no table", () => {
    const card = problemsCard(page([file("a.csv", "reviews", 0)]));
    expect(card.textContent).toContain("No problem was found in any file.");
    expect(card.querySelector("table")).toBeNull();
  });
});

describe("files", () => {
  test("are summed by kind, and listed one by one under it", () => {
    const card = filesCard(page(three()));
    const [kinds, ...folds] = [...card.querySelectorAll("table")];
    expect(rows(kinds!)).toEqual([
      ["reviews", "2", "20", "15", "3", "0", "2", "0", "0"],
      ["students", "1", "10", "9", "0", "0", "1", "0", "0"],
    ]);
    expect(folds.map((fold) => rows(fold).map(([name]) => name))).toEqual([
      ["a.csv", "b.csv"],
      ["book.xlsx, sheet Autumn"],
    ]);
    expect(rows(folds[0]!)[0]!.slice(-2)).toEqual(["too few cells (3 errors)", "UTF-8, long, comma"]);
    expect(rows(folds[1]!)[0]!.slice(-2)).toEqual(["none", "UTF-8, long"]);
  });

  test("get a bar for each kind of which lines were quarantined, and none where all were accepted", () => {
    const chart = filesCard(page(three())).querySelector("figure")!;
    expect([...chart.querySelectorAll(".row-label")].map((label) => label.textContent)).toEqual(["reviews"]);
    expect(chart.querySelector("[role=img]")!.getAttribute("aria-label")).toBe(
      "Lines by kind of file. reviews: 3 of 20 lines quarantined.",
    );
    expect([...chart.querySelectorAll("rect:not(.track)")].map((bar) => bar.getAttribute("width"))).toEqual([
      "75%",
      "10%",
      "15%",
    ]);
    expect(filesCard(page([file("a.csv", "reviews", 0)])).querySelector("figure")).toBeNull();
  });

  test("name the columns that are not used, as text", () => {
    const card = filesCard(page(three(), { unusedColumns: [`a.csv: column not used: ${HOSTILE}.`] }));
    expect(card.querySelector("details li")!.closest("details")!.textContent).toContain(HOSTILE);
    expect(card.querySelector("img")).toBeNull();
  });
});

test("what was kept has a row a table", () => {
  expect(rows(keptCard(page(three())))).toEqual([["reviews", "1,200", "2", "3", "4"]]);
});

test("what was not read, and what views lack, are lists; without them one says so and the other is left out", () => {
  const off = [{ view: "dose", needs: "meetings", sentence: "Add a meetings file." }];
  const given = page([], { notices: ["x.xls is not read."], viewsOff: off });
  expect((unreadCard(given) as Element).querySelector("li")!.textContent).toBe("x.xls is not read.");
  expect(viewsCard(given).querySelector("li")!.textContent).toBe("Add a meetings file.");
  expect(unreadCard(page([])).childNodes).toHaveLength(0);
  expect(viewsCard(page([])).textContent).toContain("Every view has what it needs.");
});
