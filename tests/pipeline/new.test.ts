import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.ts";

const oneSentence = /^[A-Z"-][^\n]*\.\n$/;

describe("npm run new", () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "new-"));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  test("makes a folder that check, evaluate and build take as it is", async () => {
    const folder = join(home, "made for it", "O'Brien's süß $(folder)");
    const made = await runCommand("new", folder, "--institution", "St Anne’s", "--as-of", "2026-12-18");
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(made.stdout).toContain("npm start -- ");
    expect(JSON.parse(readFileSync(join(folder, "programme.json"), "utf8"))).toMatchObject({
      institution: "St Anne’s",
      academicYear: "2026-27",
      asOf: "2026-12-18",
    });

    const checked = await runCommand("check", folder);
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain("\nNo problems.\n");

    const evaluated = await runCommand("evaluate", folder);
    expect(evaluated.code).toBe(0);
    expect(JSON.parse(evaluated.stdout)).toMatchObject({
      programme: { synthetic: true },
      cohort: { started: 2, measured: 1, active: 1 },
      criteria: [{ id: "focus", change: { n: 1, mean: 1 } }, {}, {}, {}, {}, {}],
    });

    const built = await runCommand("build", folder, "--out", join(home, "dist"));
    expect(built.code).toBe(0);
    expect(existsSync(join(home, "dist", "leaders", "index.html"))).toBe(true);
  });

  test("the day and the academic year agree, whichever is given", async () => {
    const settingsOf = async (...words: string[]) => {
      const folder = join(home, String(readdirSync(home).length));
      expect(await runCommand("new", folder, ...words)).toMatchObject({ code: 0, stderr: "" });
      const { academicYear, asOf } = JSON.parse(readFileSync(join(folder, "programme.json"), "utf8"));
      return [academicYear, asOf];
    };
    expect(await settingsOf("--as-of", "2027-08-31")).toEqual(["2026-27", "2027-08-31"]);
    expect(await settingsOf("--academic-year", "2001-02")).toEqual(["2001-02", "2002-08-31"]);
    expect(await settingsOf("--academic-year", "2101-02")).toEqual(["2101-02", "2101-09-01"]);
    const [year, day] = await settingsOf();
    expect(day >= `${year.slice(0, 4)}-09-01` && day <= `${Number(year.slice(0, 4)) + 1}-08-31`).toBe(true);
  });

  test("refuses in one sentence, and touches nothing", async () => {
    mkdirSync(join(home, "full"));
    writeFileSync(join(home, "full", "theirs.txt"), "kept");
    writeFileSync(join(home, "file"), "kept");
    for (const [words, sentence] of [
      [[join(home, "full")], "is not empty, and nothing in it was touched"],
      [[join(home, "file")], "There is a file at"],
      [[join(home, "file", "inside")], "The folder could not be made ("],
      [[], "Name the folder to make."],
      [[""], "Name the folder to make."],
      [[join(home, "a"), "b"], "Name one folder, not 2; a name with spaces needs quotation marks."],
      [[join(home, "a"), "--as-of", "2026-02-30"], '--as-of is "2026-02-30". Write a day of the calendar'],
      [[join(home, "a"), "--as-of", "0001-01-01"], "Write a day of the calendar"],
      [
        [join(home, "a"), "--academic-year", "2026-28"],
        '--academic-year is "2026-28". Write two years in a row',
      ],
      [[join(home, "a"), "--institution", " "], "--institution is empty."],
      [[join(home, "a"), "--nmae", "x"], "Unknown option"],
    ] as const) {
      const { code, stdout, stderr } = await runCommand("new", ...words);
      expect(code).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toMatch(oneSentence);
      expect(stderr).toContain(sentence);
    }
    expect(readdirSync(home).sort()).toEqual(["file", "full"]);
    expect(readdirSync(join(home, "full"))).toEqual(["theirs.txt"]);
    expect(readFileSync(join(home, "file"), "utf8")).toBe("kept");
  });

  test("--help says how it is used", async () => {
    const { code, stdout, stderr } = await runCommand("new", "--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: npm run new -- FOLDER/m);
  });
});
