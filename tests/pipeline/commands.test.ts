import { existsSync, readFileSync, rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.ts";
import { ShortCollege } from "../support/short-college.ts";

const oneSentence = /^[A-Z"][^\n]*[.?]\n$/;

describe("commands", () => {
  let college: ShortCollege;

  beforeEach(() => {
    college = new ShortCollege();
  });
  afterEach(() => college.remove());

  test.each(["start", "check", "evaluate", "build"])(
    "%s --help says how it is used and exits with 0",
    async (name) => {
      const { code, stdout, stderr } = await runCommand(name, "--help");
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Usage: npm /m);
      expect(stderr).toBe("");
    },
  );

  test("evaluate prints the record and nothing else on stdout", async () => {
    const { code, stdout } = await runCommand("evaluate", college.folder);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).cohort.started).toBe(14);
  });

  test("check on a clean folder exits with 0 and says which views are off", async () => {
    const { code, stdout } = await runCommand("check", college.folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^All [\d,]+ lines of \d+ files were accounted for, and none was refused\.$/m);
    expect(stdout).toMatch(/^No problems\.$/m);
    expect(stdout).toMatch(/Attendance is not judged: add an attendance file\./);
    expect(stdout).toMatch(/\nSafe to go on: every line was accounted for, and nothing was refused\.\n$/);
  });

  test("a grade off the scale loses its fact, with file, line and column; check exits with 1", async () => {
    const file = "exports/review-2010-11-05.csv";
    college.edit(file, (text) => {
      const lines = text.split("\r\n");
      lines[9] = lines[9]!.replace(/^("[^"]*"|[^,]*)((?:,[^,]*){3}),[^,]*/, "$1$2,7");
      return lines.join("\r\n");
    });
    const { code, stdout } = await runCommand("check", college.folder, "--json");
    expect(code).toBe(1);
    const report = JSON.parse(stdout).files.find((one: { file: string }) => one.file === file);
    expect(report.sheet).toBeNull();
    expect(report.problems).toEqual([
      {
        line: 10,
        column: "Focus",
        value: "7",
        code: "constraint-error",
        message: "Grade 7 is not on the scale review5 (5, 4, 3, 2, 1).",
        remedy: "Correct it in the export, or add it to the scale in programme.json.",
        severity: "error",
      },
    ]);
    expect(report.lines.quarantined).toBe(0);
    const evaluated = await runCommand("evaluate", college.folder);
    expect(evaluated.code).toBe(0);
    expect(evaluated.stderr).toContain(`${file}, line 10, column Focus: Grade 7 is not on the scale`);
  });

  test("a bad line of a long file is quarantined byte for byte", async () => {
    let bad = "";
    college.edit("mentoring/meetings.csv", (text) => {
      const lines = text.split("\n");
      bad = lines[4]!.replace(/\d{2}\/\d{2}\/\d{4}/, "31/02/2011");
      lines[4] = bad;
      return lines.join("\n");
    });
    const { code, stdout } = await runCommand("check", college.folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /\nmentoring\/meetings\.csv \(.*\)\n.*\n.*\n.*\n {2}Error {2}line 5 {2}planned_on {2}31\/02\/2011 .*This cell is not a real date/,
    );
    expect(stdout).toMatch(
      /\nLoaded with 1 line quarantined: nothing else was lost\. The line is kept in .*\.impact\/quarantine\. /,
    );
    expect(readFileSync(college.path(".impact/quarantine/mentoring/meetings.csv"), "latin1")).toBe(
      `${bad}\n`,
    );
  });

  test("check prints the report on stdout and nothing else there", async () => {
    const { stdout, stderr } = await runCommand("check", college.folder);
    expect(stdout).toMatch(/^Eastmoor Sixth Form College: Assertive mentoring pilot, 2010-11\n/);
    expect(stderr).toBe("Reading the exports\n");
  });

  test.each(["check", "evaluate", "build"])(
    "%s refuses a folder without agreements in one sentence, and writes nothing",
    async (name) => {
      rmSync(college.path("mentoring/agreements.csv"));
      const out = `${college.home}/out`;
      const { code, stdout, stderr } = await runCommand(
        name,
        college.folder,
        ...(name === "build" ? ["--out", out] : []),
      );
      expect(code).toBe(2);
      if (name === "check") expect(stdout).toMatch(/\nNot safe to go on: .* nothing was loaded\.\n$/);
      expect(stderr).toMatch(/The folder has no usable agreements file, .*\n$/);
      expect(existsSync(out)).toBe(false);
      expect(existsSync(college.path(".impact"))).toBe(false);
    },
  );

  test.each(["check", "evaluate", "build", "start"])(
    "%s refuses an unknown key of programme.json by name",
    async (name) => {
      college.edit("programme.json", (text) => text.replace('"asOf"', '"asOff"'));
      const { code, stdout, stderr } = await runCommand(
        name,
        college.folder,
        ...(name === "start" ? ["--port", "38911"] : []),
      );
      expect(code).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toContain('programme.json: "asOff" is not a setting. Did you mean "asOf"?\n');
      expect(existsSync(college.path(".impact"))).toBe(false);
    },
  );

  test("wrong words on the command line are one sentence and exit code 2", async () => {
    for (const words of [["--jason"], ["a", "b"], ["no-such-folder"], ["package.json"]]) {
      const { code, stderr } = await runCommand("check", ...words);
      expect(code).toBe(2);
      expect(stderr).toMatch(oneSentence);
    }
    const { code, stderr } = await runCommand("build", college.folder, "--edition", "nobody");
    expect(code).toBe(2);
    expect(stderr).toBe('There is no edition "nobody". Name one of: leaders.\n');
  });

  test("messages carry no student's name or identifier", async () => {
    college.edit("mentoring/meetings.csv", (text) => text.replaceAll(/^(\d+),/gm, "$19,"));
    const { code, stdout, stderr } = await runCommand("check", college.folder);
    expect(code).toBe(1);
    const students = readFileSync(college.path("exports/students.csv"), "utf8").trim().split("\n").slice(1);
    for (const line of students) {
      const [reference, uln] = line.split(",");
      expect(stdout + stderr).not.toContain(reference!);
      expect(stdout + stderr).not.toContain(uln!);
    }
  });
});
