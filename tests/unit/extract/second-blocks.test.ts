import { describe, expect, it } from "vitest";
import type { ProgrammeInput } from "../../../loaders/programme/schema.ts";
import { readFolder } from "../../support/programme-folder.ts";

const undated: Partial<ProgrammeInput> = {
  sources: [{ table: "marksheet", files: "marks*", reviewDate: "2010-10-08" }],
};

const readBytes = (
  name: string,
  bytes: string | Uint8Array,
  lines: readonly string[],
  settings: Partial<ProgrammeInput>,
) => {
  const folder = readFolder({ [name]: bytes }, settings);
  const file = folder.file(name);
  return {
    fates: lines.map((_, i) => file.fateOf(i + 1)?.[0]).join(""),
    problems: folder.problems(name).map(({ line, code, message }) => ({ line, code, message })),
    facts: folder.rows("attendance_marks").length + folder.rows("reviews").length,
  };
};

/** Reads one file in bulk, and as UTF-16 record by record; each line's fate by its first letter. */
function read(name: string, lines: readonly string[], settings: Partial<ProgrammeInput> = {}) {
  const text = `${lines.join("\n")}\n`;
  const inBulk = readBytes(name, text, lines, settings);
  expect(readBytes(name, Buffer.from(`\ufeff${text}`, "utf16le"), lines, settings)).toEqual(inBulk);
  return inBulk;
}

describe("a register whose header stands again without a title", () => {
  const name = "attendance-2010-10-04.csv";
  const header = "StudentId,MonAM,MonPM";

  it("is of a second week where a student of the first stands below it, though all marks are equal", () => {
    const { fates, problems, facts } = read(name, [
      header,
      "A1,/,\\",
      "A2,/,\\",
      header,
      "A1,/,\\",
      "A2,/,\\",
    ]);
    expect(fates).toBe("haaqqq");
    expect(problems).toMatchObject([
      { line: 4, code: "unknown-table", message: expect.stringContaining("student of line 5") },
    ]);
    expect(facts).toBe(4);
  });

  it("is refused from the header on, though others stand first", () => {
    const { fates } = read(name, [header, "A1,/,\\", "", header, "A3,/,\\", "A2,/,\\", "A1,/,\\"]);
    expect(fates).toBe("habqqqq");
  });

  it("is a page of the same week where each student stands once", () => {
    const { fates, problems } = read(name, [
      header,
      "A1,/,\\",
      header,
      "A2,/,\\",
      header,
      "A3,/,\\",
      "A3,/,\\",
    ]);
    expect(fates).toBe("hahahaa");
    expect(problems).toEqual([]);
  });

  it("is found on the third page; an unknown student is refused alone", () => {
    const { fates } = read(name, [header, "A1,/,\\", header, "A2,/,\\", "Page 2", header, "a1,/,\\"]);
    expect(fates).toBe("hahafhq");
    const { fates: third } = read(name, [header, "A1,/,\\", header, "A2,/,\\", "Page 2", header, "A1,/,\\"]);
    expect(third).toBe("hahafqq");
  });
});

describe("a marksheet without dates whose header stands again", () => {
  it("is of a second review where a student stands below it again, with one header row or two", () => {
    const wide = "Student ID,Maths Focus,Art Focus";
    expect(read("marks.csv", [wide, "A1,3,3", "A2,2,2", wide, "A1,3,3"], undated).fates).toBe("haaqq");
    const two = [",Maths,Art", "Student ID,Focus,Focus"];
    expect(read("marks.csv", [...two, "A1,3,3", "A2,2,2", ...two, "A2,3,3"], undated).fates).toBe("hhaaqqq");
    expect(read("marks.csv", [...two, "A1,3,3", ...two, "A2,3,3", ...two, "A3,1,1"], undated).fates).toBe(
      "hhahhahha",
    );
  });

  it("may have a student again for another subject, criterion or teacher", () => {
    const half = "Student ID,Subject,Teacher,Focus";
    const lines = [half, "A1,Maths,Ms Berry,3", half, "A1,Art,Ms Berry,3", "A2,Art,Ms Berry,3"];
    expect(read("marks.csv", lines, undated).fates).toBe("hahaa");
    expect(read("marks.csv", [...lines, half, "A1,Art,Mr Cole,3"], undated).fates).toBe("hahaaha");
    expect(read("marks.csv", [...lines, half, "A1,ART,Ms Berry,3"], undated).fates).toBe("hahaaqq");
    const long = "Student ID,Subject,Criterion,Grade";
    expect(read("marks.csv", [long, "A1,Maths,focus,3", long, "A1,Maths,effort,3"], undated).fates).toBe(
      "haha",
    );
    expect(read("marks.csv", [long, "A1,Maths,focus,3", long, "A1,Maths,focus,3"], undated).fates).toBe(
      "haqq",
    );
  });

  it("may have a student again where each record has its date", () => {
    const header = "Student ID,Review date,Maths Focus";
    const { fates } = read("marks.csv", [header, "A1,2010-10-08,3", header, "A1,2010-12-03,3"]);
    expect(fates).toBe("haha");
  });

  it.each([
    ["at the top and above the second header", "Printed: 08/10/2010", "Printed: 03/12/2010", "fhafqq"],
    ["with the time of the day", "Printed: 08/10/2010 08:14", "Printed: 08/10/2010 08:15", "phafha"],
    ["in two cells", "Printed:,8 October 2010", "Printed:,3 December 2010", "phafqq"],
  ])("is of a second export where it was printed on another day: %s", (_, first, second, fates) => {
    const header = "Student ID,Maths Focus";
    const { fates: found, problems } = read(
      "marks.csv",
      [first, header, "A1,3", second, header, "A2,2"],
      undated,
    );
    expect(found).toBe(fates.replace(/^f/, "p"));
    expect(problems.length).toBe(fates.includes("q") ? 1 : 0);
  });

  it("is of a second export where the foot of its page says another day", () => {
    const header = "Student ID,Maths Focus";
    const lines = [
      header,
      "A1,3",
      "Page 1 of 2",
      "Printed: 08/10/2010",
      header,
      "A2,2",
      "Printed: 03/12/2010",
    ];
    const { fates, problems } = read("marks.csv", lines, undated);
    expect(fates).toBe("haffqqq");
    expect(problems).toMatchObject([
      { line: 5, message: expect.stringContaining("printed give different days") },
    ]);
    expect(
      read(
        "marks.csv",
        lines.map((line) => line.replace("03/12", "08/10")),
        undated,
      ).fates,
    ).toBe("haffhaf");
  });
});
