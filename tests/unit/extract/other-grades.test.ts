import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { workbookBytes } from "../../support/write-workbook.ts";

type Source = NonNullable<ProgrammeInput["sources"]>[number];

const result = "Adno,Maths Result\nA1,B\n";
const focus = "Adno,Maths Focus\nA1,3\n";

function read(name: string, text: string, change: Partial<Source> = {}) {
  const sources: Source[] = [{ table: "marksheet", files: "marks*", ...change }];
  const { rows, problems } = readFolder({ [name]: text }, { sources });
  return { rows: [...rows("reviews"), ...rows("predictions")], problems: problems(name) };
}

describe("a file whose name or title says that its grades are others", () => {
  it.each([
    ["marks Y13 Mock Results 2011-01-14.csv", result, "Mock"],
    ["marks_mock_2011-01-14.csv", focus, "mock"],
    ["marks Self Assessment 2011-01-14.csv", focus, "Self Assessment"],
    ["marks self-assessed 2011-01-14.csv", focus, "self assessed"],
    ["marks student voice 2011-01-14.csv", focus, "student voice"],
    ["marks predicted 2011-01-14.csv", result, "predicted"],
    ["marks previous 2011-01-14.csv", focus, "previous"],
    ["marks 2011-01-14 old.csv", focus, "old"],
    ["marks 2011-01-14.csv", `Mock results\n${result}`, "Mock"],
    ["marks 2011-01-14.csv", `Previous year's grades\n${focus}`, "Previous"],
    ["marks 2011-01-14.csv", `Last year's results\n${result}`, "Last year"],
    ["marks Mock 2011-01-14.csv", "Adno,Aspect,Result\nA1,Maths Result,B\n", "Mock"],
  ])("is asked about: %s", (name, text, word) => {
    const { rows, problems } = read(name, text);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([
      {
        severity: "error",
        line: null,
        message: expect.stringContaining(` says "${word}", so the grades may `),
      },
    ]);
  });

  it.each([
    ["marks class report staff comments 2011-01-14.csv", result],
    ["marks student results 2011-01-14.csv", result],
    ["marks predicted 2011-01-14.csv", "Adno,Maths Predicted\nA1,B\n"],
    ["marks mock 2011-01-14.csv", "Adno,Maths Working At Grade\nA1,B\n"],
    ["marks targets 2011-01-14.csv", focus],
    ["marks results and targets 2011-01-14.csv", "Adno,Maths Result,Maths Target\nA1,B,\n"],
    ["marks 2011-01-14.csv", `Old Hall School\n${focus}`],
    ["marks 2011-01-14.csv", `Prior Park College\n${focus}`],
  ])("is read where the word is harmless: %s", (name, text) => {
    expect(read(name, text)).toMatchObject({ rows: [{ student_id: "A1" }], problems: [] });
  });

  it("is read as a source of its own says", () => {
    const files = "marks mock 2011-01-14.csv";
    const aspects = { Result: { predictions: "result" } } as const;
    expect(read(files, result, { aspects }).rows).toEqual([]);
    expect(read(files, result, { files, aspects })).toMatchObject({
      rows: [{ kind: "result" }],
      problems: [],
    });
    // A grade that the student works at may well be of a mock.
    const mock = { Result: { predictions: "working_at" } } as const;
    expect(read(files, result, { aspects: mock }).rows).toMatchObject([{ kind: "working_at" }]);
    const old = "marks old.csv";
    expect(read(old, focus, { reviewDate: "2010-10-08" }).rows).toEqual([]);
    expect(read(old, focus, { files: old, reviewDate: "2010-10-08" }).rows).toHaveLength(1);
    expect(read(old, focus, { reviewDates: { old: "2010-10-08" } }).rows).toHaveLength(1);
  });

  it("is told which source to add, with what its pattern says already", () => {
    const name = "marks mock 2011-01-14.csv";
    expect(read(name, result).problems[0]!.message).toBe(
      `The name of the file says "mock", so the grades may not be what they would be read as. Say what they are in a source of the file's own, before the others: add to "sources" in programme.json: {"table": "marksheet", "files": "${name}", "aspects": {"<end of the header>": "<criterion id>"}}. If they are not to be used, add to "ignoreFiles" in programme.json: "${name}".`,
    );
    const more = read(name, result, { encoding: "utf-8", reviewDate: "2011-01-14" }).problems[0]!.message;
    expect(more).toContain(`"files": "${name}", "encoding": "utf-8", "reviewDate": "2011-01-14", "aspects"`);
  });
});

describe("sheets of a workbook that are of other grades or times", () => {
  const readSheets = async (names: readonly string[], sources: Source[]) =>
    readWorkbookFolder(
      {
        "marks.xlsx": await workbookBytes({
          sheets: names.map((name, i) => ({
            name,
            rows: [
              ["Adno", `Subject ${i} Focus`],
              ["A1", 3],
            ],
          })),
        }),
      },
      { sources },
    );
  const source: Source = { table: "marksheet", files: "marks.xlsx", reviewDate: "2010-10-08" };

  it.each(["Mock", "Self assessment", "Previous"])("are asked about beside others: %s", async (name) => {
    const { rows, problems } = await readSheets(["Marks", name], [source]);
    expect(rows("reviews")).toHaveLength(1);
    expect(problems(`marks.xlsx sheet ${name}`)).toMatchObject([{ severity: "error", line: null }]);
  });

  it.each([
    ["Before", "After"],
    ["Current", "Previous"],
  ])("are asked about where they are %s and %s and have one date", async (...names) => {
    const { rows } = await readSheets(names, [source]);
    expect(rows("reviews")).toEqual([]);
  });

  it("are read where each has a source that says so", async () => {
    const own = (sheet: string, more: Partial<Source>): Source => ({ ...source, sheet, ...more });
    const { rows } = await readSheets(
      ["Mock", "Previous"],
      [own("Mock", { aspects: { Focus: "focus" } }), own("Previous", { reviewDate: "2010-09-17" })],
    );
    expect(rows("reviews").map(({ review_date }) => review_date)).toEqual(["2010-10-08", "2010-09-17"]);
  });
});
