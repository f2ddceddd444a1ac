import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder, readWorkbookFolder } from "../../support/programme-folder.ts";
import { workbookBytes } from "../../support/write-workbook.ts";

type Source = NonNullable<ProgrammeInput["sources"]>[number];

const marksheet = { table: "marksheet", files: "marks*", reviewDate: "2010-10-08" } as const;
const settings = (source: Partial<Source> = {}): Partial<ProgrammeInput> => ({
  sources: [{ ...marksheet, ...source } as Source],
});
const keptOf = (folder: ReturnType<typeof readFolder>) =>
  [...folder.rows("reviews"), ...folder.rows("predictions")].map((row) =>
    [row.student_id, row.subject, row.criterion ?? row.kind].join(" "),
  );
/** What is read of a marksheet of these lines. */
function read(lines: readonly string[], source: Partial<Source> = {}) {
  const folder = readFolder({ "marks.csv": `${lines.join("\n")}\n` }, settings(source));
  return {
    kept: keptOf(folder),
    problems: folder.problems("marks.csv").map(({ line, code, message }) => ({ line, code, message })),
    cut: folder.problems("marks.csv").find(({ code }) => code === "unknown-table")?.line ?? null,
    fates: Array.from(lines, (_, i) => folder.file("marks.csv").fateOf(i + 1)),
    unmapped: folder.file("marks.csv").unmappedColumns,
  };
}
const asked = (lines: readonly string[], source: Partial<Source> = {}) => {
  const { kept, problems } = read(lines, source);
  expect(kept).toEqual([]);
  return problems.find(({ line }) => line === null)?.message ?? "not asked";
};

describe("records above the header are asked about", () => {
  const header = "Adno,Year,Surname,Art Focus,Bio Focus,Chem Focus,Maths Focus,Music Focus,PE Focus,RE Focus";
  const sparse = ["A1,,Smith,,,,3,,,", "A2,,Jones,3,,,,,,", header, "A3,,Patel,,,,,5,,"];

  it("where the table is sparse", () => {
    expect(asked(sparse)).toContain("2 lines above it may hold data");
    expect(asked(sparse)).toContain('"skipRows": 2');
    expect(read(sparse, { skipRows: 2 }).kept).toEqual(["A3 Music focus"]);
  });

  it("where they are few of many agreements", () => {
    const header =
      "agreement_id,student_id,mentor_id,programme,started_on,ended_on,end_reason,subject,hours,venue,note";
    const folder = readFolder({
      "agreements.csv": `1,A1,,,2010-10-01,,,,,,\n2,A2,,,2010-10-01,,,,,,\n${header}\n3,A3,M1,,2010-10-01,,,,,,\n`,
    });
    expect(folder.rows("agreements")).toEqual([]);
    expect(folder.problems("agreements.csv")[0]!.message).toContain("above it may hold data");
  });

  const wide = [
    "",
    "Adno,Surname,Forename,Art Focus,Art Effort,Music Focus,Music Effort",
    "A1,Smith,Ann,3,4,3,4",
    "A2,Jones,Bob,3,4,3,4",
  ];
  it.each([
    ["a header of its own", ["Adno,Maths Focus", "A1,3", "A2,4"], "Rows 1 and 5 could both be the header"],
    ["a misspelt one", ["Adno.,Mths Focus", "A1,3", "A2,4"], "2 lines above it may hold data"],
  ])("where a narrow table stands above, with %s", (_, narrow, words) => {
    expect(asked([...narrow, ...wide])).toContain(words);
    expect(asked([...narrow, ...wide])).toContain("put each table into a file of its own");
    expect(read([...narrow, ...wide], { skipRows: 4 }).kept).toHaveLength(8);
  });

  it.each([
    ["Class,10A"],
    ["Class,10A,,,"],
    ["Printed,12/11/2026,,,"],
    ["Marksheet: Review 1"],
    ["sep=,"],
    ["Year 12,Review 1"],
  ])("but titles are not: %s", (title) => {
    for (const header of [
      "Adno,Surname,Note,Maths Focus,Maths Effort",
      "Name,Adno,Note,Maths Focus,Maths Effort",
    ]) {
      const record = header.startsWith("Name") ? "Smith,A1,,3,4" : "A1,Smith,,3,4";
      expect(read([title, header, record]).kept).toEqual(["A1 Maths focus", "A1 Maths effort"]);
    }
  });
});

describe("a second table below is refused from its header on", () => {
  const header = "Adno,Maths Focus,Maths Effort";

  it.each(["", "12B", "Year 12", "Pupil", "ID"])("where its identifier's header is %j", (name) => {
    const { kept, cut, fates } = read([header, "A1,3,4", ",,", `${name},Art Focus,Art Effort`, "A2,1,1"]);
    expect(kept).toEqual(["A1 Maths focus", "A1 Maths effort"]);
    expect(cut).toBe(4);
    expect(fates.slice(3)).toEqual(["quarantined", "quarantined"]);
  });

  it("where the subject stands in a column and the aspects alone above the grades", () => {
    const lines = ["Adno,Subject,Focus,Effort", "A1,Maths,3,4", "Pupil,Topic,Effort,Focus", "A2,Art,1,1"];
    expect(read(lines)).toMatchObject({ kept: ["A1 Maths focus", "A1 Maths effort"], cut: 3 });
  });

  it("where a number stands in it", () => {
    const lines = [`${header},2009`, "A1,3,4,5", "Adno,Art Focus,Art Effort,2010", "A2,1,1,5"];
    expect(read(lines)).toMatchObject({ kept: ["A1 Maths focus", "A1 Maths effort"], cut: 3 });
  });

  it.each([
    ["PE Focus", "RE Focus"],
    ["Maths A Focus", "Maths B Focus"],
  ])("where it is another header by a letter: %s, %s", (own, other) => {
    const records = Array.from({ length: 250 }, () => "A1,3");
    const far = read([`Adno,${own}`, ...records, `Adno,${other}`, "A2,4"]);
    expect(far).toMatchObject({ cut: 252 });
    expect(far.kept).not.toContain(`A2 ${own.replace(" Focus", "")} focus`);
    const near = [`Adno,${own}`, "A1,3", `Adno,${other}`, "A2,4"];
    expect(read(near, { skipRows: 0 })).toMatchObject({ cut: 3 });
    expect(asked(near)).toContain("Rows 1 and 3 could both be the header");
  });

  it("but a slip in its own header costs that line alone", () => {
    for (const damaged of ["Adno,Maths Fcus,Maths Effort", "Adnp,Maths Focus,Maths Effort"]) {
      const { kept, cut, fates } = read([header, "A1,3,4", damaged, "A2,1,1"], { skipRows: 0 });
      expect([kept.length, cut, fates[2]]).toEqual([4, null, "quarantined"]);
    }
  });

  it("but grades that sound like headers are grades where a scale has them", () => {
    const bestFirst = ["Above Target", "On Target", "Below Target"];
    const folder = readFolder(
      {
        "marks.csv": `${header}\nA1,Above Target,On Target\n,Above Target,On Target\nA2,On Target,On Target\n`,
      },
      { ...settings(), scales: [{ id: "review5", label: "Review", bestFirst }] },
    );
    expect(keptOf(folder)).toHaveLength(4);
    expect(folder.problems("marks.csv")).toMatchObject([{ line: 3, code: "constraint-error" }]);
  });
});

describe("below two header rows, a new row of subjects alone is another table's", () => {
  const header = [",Maths,,Art,", "Adno,Focus,Effort,Focus,Effort", "A1,3,4,3,4"];

  it("and all below it is refused", () => {
    const { kept, cut } = read([...header, ",Bio,,Chem,", "A2,1,1,1,1"]);
    expect(cut).toBe(4);
    expect(kept).toHaveLength(4);
    expect(kept.every((fact) => fact.startsWith("A1"))).toBe(true);
  });

  it("but a line of grades without a student is a line", () => {
    const { kept, cut } = read([...header, ",3,,4,", "A2,1,1,1,1"]);
    expect(cut).toBeNull();
    expect(kept).toHaveLength(8);
  });
});

describe("a heading among the records", () => {
  const header = "Adno,Maths Focus,Maths Effort";

  it.each([
    ["Review 1,,", "Review 2,,"],
    ["Autumn,,", "Spring,,"],
    ["Year 12 Mocks,,", "Year 12 Finals,,"],
    ["08/10/2010", "03/12/2010"],
    ["Review date:,08/10/2010,", "Review date:,03/12/2010,"],
  ])("may stand above the first record, and the next begins another export: %s %s", (first, second) => {
    const { kept, cut, fates } = read([header, first, "A1,3,4", second, "A2,1,1"]);
    expect(kept).toEqual(["A1 Maths focus", "A1 Maths effort"]);
    expect(cut).toBe(4);
    expect(fates).toEqual(["header", "quarantined", "accepted", "quarantined", "quarantined"]);
  });

  it("begins another export where it names a review and records stand above it", () => {
    expect(read([header, "A1,3,4", "Review 2,,", "A2,1,1"])).toMatchObject({ cut: 3 });
    expect(read([header, "A1,3,4", "Spring Term,,", "A2,1,1"])).toMatchObject({ cut: 3 });
    expect(read([header, "A1,3,4", "3 December 2010,,", "A2,1,1"])).toMatchObject({ cut: 3 });
  });

  it("costs its line where it says what the file's titles or settings say, or stands alone", () => {
    for (const lines of [
      ["Marksheet: Review 1", header, "A1,3,4", "Review 1,,", "A2,1,1"],
      ["Marksheet: Review 1", header, "A1,3,4", "08/10/2010,,", "A2,1,1"],
      ["Marksheet: Review 1", header, "A1,3,4", "Confidential,,", "A2,1,1"],
    ]) {
      const { kept, cut, fates } = read(lines);
      expect([kept.length, cut, fates[3]]).toEqual([4, null, "quarantined"]);
    }
  });

  it("is no student of whom nothing but the name or the identifier is known", () => {
    const named = [
      "Name,UPN,Maths Focus",
      "Smith,L823432120001,3",
      "Patel,,",
      "Brown,,",
      "Jones,A823432120002,3",
    ];
    expect(read(named)).toMatchObject({ cut: null, kept: ["A1 Maths focus", "A2 Maths focus"] });
    const coded = [header, "A1,3,4", "A77,,", "A78,,", "A2,3,4"];
    expect(read(coded).cut).toBeNull();
    expect(read(coded).kept).toHaveLength(4);
  });

  it("changes nothing where each record has its own date", () => {
    const dated = ["Adno,Review Date,Maths Focus", "A1,08/10/2010,3", "Review 2,,", "A2,03/12/2010,1"];
    expect(read(dated)).toMatchObject({ cut: null, kept: ["A1 Maths focus", "A2 Maths focus"] });
  });

  it("is found record by record too, where it lacks the other cells", () => {
    const text = `\uFEFF${[header, "Review 1", "A1,3,4", "Review 2", "A2,1,1"].join("\n")}\n`;
    const folder = readFolder({ "marks.csv": Buffer.from(text, "utf16le") }, settings());
    expect(keptOf(folder)).toEqual(["A1 Maths focus", "A1 Maths effort"]);
  });

  it("is found in a workbook, also where it is merged over the table", async () => {
    const rows = [header, "Review 1", "A1,3,4", "Review 2", "A2,1,1"].map((line) => line.split(","));
    const sheet = { name: "Sheet1", rows, merges: ["A2:C2", "A4:C4"] };
    const folder = await readWorkbookFolder(
      { "marks.xlsx": await workbookBytes({ sheets: [sheet] }) },
      settings(),
    );
    expect(keptOf(folder)).toEqual(["A1 Maths focus", "A1 Maths effort"]);
    expect(
      folder.problems("marks.xlsx sheet Sheet1").find(({ code }) => code === "unknown-table")?.line,
    ).toBe(4);
  });
});

describe("the row above the aspects", () => {
  it("gives a header that is no aspect as a whole to nobody, and says so", () => {
    const { kept, problems, unmapped } = read([",Maths,,", "Adno,Focus,Effort,Target Effort", "A1,3,4,5"]);
    expect(kept).toEqual(["A1 Maths focus", "A1 Maths effort"]);
    expect(unmapped).toEqual(["Maths Target Effort"]);
    expect(problems).toMatchObject([
      { code: "unmapped-value", message: expect.stringContaining('"Target Effort"') },
    ]);
  });

  it("ends at a blank column: what follows is asked about, and not read where headerRows says so", () => {
    const lines = [",Maths,,Art,,,", "Adno,Focus,Pred,Focus,Pred,,MTG", "A1,3,B,3,C,,A"];
    expect(asked(lines)).toContain('"MTG" (row 2, column 7) has no subject');
    const { kept, unmapped } = read(lines, { skipRows: 0, headerRows: 2 });
    expect(kept).toEqual(["A1 Maths focus", "A1 Art focus", "A1 Maths predicted", "A1 Art predicted"]);
    expect(unmapped).toEqual(["MTG"]);
  });
});

describe("in a workbook with merged cells", () => {
  const read = async (lines: readonly string[], merges: readonly string[]) => {
    const rows = lines.map((line) => line.split(",").map((cell) => (cell === "" ? null : cell)));
    const folder = await readWorkbookFolder(
      { "marks.xlsx": await workbookBytes({ sheets: [{ name: "Sheet1", rows, merges }] }) },
      settings(),
    );
    expect(keptOf(folder)).toEqual([]);
    return folder.problems("marks.xlsx sheet Sheet1").find(({ line }) => line === null)?.message;
  };

  it("three header rows are refused", async () => {
    const lines = ["Adno,Autumn,,Spring,", ",Maths,,Art,", ",Focus,Effort,Focus,Effort", "A1,3,4,3,4"];
    const merges = ["A1:A3", "B1:C1", "D1:E1", "B2:C2", "D2:E2"];
    expect(await read(lines, merges)).toContain("Row 1 stands above the subjects and aspects");
  });

  it("a title over all columns is no subject", async () => {
    const lines = ["Year 12 Biology", "Adno,Surname,Focus,Effort", "A1,Smith,3,4"];
    expect(await read(lines, ["A1:D1"])).toContain("stands above the student's columns too");
  });
});

describe("a student who is called like a statistic", () => {
  const header = "Name,UPN,Maths Focus";
  const [smith, jones] = ["Smith,L823432120001,3", "Jones,A823432120002,5"];

  it.each(["Max,,4", "Count,,4", "Range,,4"])("is a line without an identifier: %s", (line) => {
    const { problems, fates } = read([header, smith, line, jones]);
    expect(fates[2]).toBe("quarantined");
    expect(problems).toMatchObject([{ line: 3, code: "constraint-error" }]);
  });

  it("is none with decimals, right under a statistics row, or at the foot", () => {
    const lines = [header, smith, "Mean,,3.5", "Max,,4", "Min,,2", jones, "Max,,5"];
    const { problems, fates } = read(lines);
    expect(problems).toEqual([]);
    expect(fates).toEqual(["header", "accepted", "footer", "footer", "footer", "accepted", "footer"]);
  });
});

describe("a row of teachers under a header of two rows", () => {
  const text =
    ",,Maths,,Art,\nAdno,Name,Focus,Effort,Focus,Effort\n,,Mr X,,Ms Y,\nA1,Smith,3,4,5,4\nA2,Jones,3,4,5,4\n";

  it.each([Buffer.from(text), Buffer.from(`\ufeff${text}`, "utf16le")])(
    "costs its own line, once the header is declared to be right",
    (bytes) => {
      const source = { table: "marksheet", files: "marks.csv", reviewDate: "2010-10-08" } as const;
      const asked = readFolder({ "marks.csv": bytes }, { sources: [source] });
      expect(asked.problems("marks.csv")[0]!.message).toContain('"skipRows": 0, "headerRows": 2');
      const read = readFolder(
        { "marks.csv": bytes },
        { sources: [{ ...source, skipRows: 0, headerRows: 2 }] },
      );
      expect(read.rows("reviews")).toHaveLength(8);
      expect(read.problems("marks.csv").map(({ line }) => line)).toEqual([3]);
    },
  );
});
