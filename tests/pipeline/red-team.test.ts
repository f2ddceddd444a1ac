import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { workbookBytes } from "../support/write-workbook.ts";

const settings = {
  name: "Mentoring",
  institution: "Example College",
  phase: "post-16",
  academicYear: "2010-11",
  asOf: "2011-06-24",
  scales: [{ id: "review5", label: "Review grade", bestFirst: ["5", "4", "3", "2", "1"] }],
  criteria: [{ id: "focus", label: "Focus", scale: "review5" }],
  qualifications: [{ match: "*", scale: "alevel" }],
};

const ids = Array.from({ length: 24 }, (_, i) => `00${100 + i}`);
const students = [
  ["student_id", "surname", "forename", "year_group"],
  ...ids.map((id, i) => [id, `Ó Surname${i}`, "Forename", "Year  12"]),
];
const reviews = [
  ["student_id", "subject", "review_date", "criterion", "grade", "teacher"],
  ...ids.flatMap((id, i) =>
    ["Biology", "Français", "Art, Design"].flatMap((subject, j) => [
      [id, subject, "08/10/2010", "Focus", String(1 + ((i + j) % 4)), "O'Brien, Jack"],
      [id, subject, "2011-02-04", "focus", String(1 + ((i * j + 2) % 5)), "O'Brien, Jack"],
    ]),
  ),
];
const agreements = [
  ["student_id", "mentor_id", "starts_on", "ended_on", "end_reason"],
  ...ids.slice(0, 8).map((id) => [id, "M1", "2010-10-11", "2011-01-28", "completed"]),
];

const text = (cells: string[][], delimiter = ",") =>
  cells
    .map((row) => `${row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter)}\n`)
    .join("");

/** Runs a command with an environment and umask of its own. */
function run(
  name: string,
  folder: string,
  words: string[] = [],
  env: Record<string, string> = {},
  umask = "022",
) {
  const { status, stdout, stderr } = spawnSync(
    "sh",
    [
      "-c",
      `umask ${umask}; exec "$@"`,
      "sh",
      process.execPath,
      "--import",
      "tsx",
      `loaders/cli/${name}.ts`,
      folder,
      ...words,
    ],
    { encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 64 * 1024 ** 2 },
  );
  return { status, stdout, stderr };
}

describe("a hostile or unusual folder", () => {
  let parent: string;
  let folder: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), "red-team-"));
    folder = join(parent, "it's a “folder” ü $(id) *");
    mkdirSync(folder);
    writeFileSync(join(folder, "programme.json"), JSON.stringify(settings));
    writeFileSync(join(folder, "students.csv"), text(students));
    writeFileSync(join(folder, "reviews.csv"), text(reviews));
    writeFileSync(join(folder, "agreements.csv"), text(agreements));
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  test("gives the same bytes of output in every time zone, locale and umask, and keeps lines private", () => {
    writeFileSync(
      join(folder, "reviews-2.csv"),
      `${text(reviews.slice(0, 1))}Z9,Biology,2010-10-08,focus,4,T\n`,
    );
    const runs = [
      { TZ: "UTC", LC_ALL: "C" },
      { TZ: "Pacific/Auckland", LC_ALL: "tr_TR.UTF-8" },
      { TZ: "America/St_Johns", LC_ALL: "de_DE.UTF-8" },
    ].map((env, i) => ({
      json: run("check", folder, ["--json"], env, ["022", "077", "000"][i]),
      people: run("check", folder, [], env, ["022", "077", "000"][i]),
      record: run("evaluate", folder, [], env, ["022", "077", "000"][i]),
    }));
    expect(runs[0]!.json.status).toBe(1);
    expect(JSON.parse(runs[0]!.record.stdout).cohort).toMatchObject({ started: 8, measured: 8 });
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
    const kept = join(folder, ".impact", "quarantine");
    expect(statSync(kept).mode & 0o777).toBe(0o700);
    expect(statSync(join(kept, "reviews-2.csv")).mode & 0o777).toBe(0o600);
  });

  test("evaluates to the same record whatever format the exports are in", async () => {
    const { stdout, status } = run("evaluate", folder);
    expect(status).toBe(0);
    const others: Record<string, [string, string | Uint8Array][]> = {
      "UTF-16": [
        ["students.csv", Buffer.from(`\ufeff${text(students)}`, "utf16le")],
        ["reviews.csv", Buffer.from(`\ufeff${text(reviews, "\t")}`, "utf16le")],
      ],
      "semicolons and CR": [["reviews.csv", text(reviews, ";").replaceAll("\n", "\r")]],
      workbook: [["reviews.xlsx", await workbookBytes({ sheets: [{ name: "Reviews", rows: reviews }] })]],
    };
    for (const [format, files] of Object.entries(others)) {
      for (const name of readdirSync(folder)) if (name.startsWith("reviews")) rmSync(join(folder, name));
      for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
      expect(run("evaluate", folder).stdout, format).toBe(stdout);
    }
  });

  test("names files as escapes, and no name or identifier of a person, on stdout and stderr", () => {
    const name = "new\nline \u001b[31m.csv";
    writeFileSync(
      join(folder, name),
      `${text(reviews.slice(0, 1))}Qq777,Biology,2010-10-08,focus,4,Zebedee Quux\n00100,Biology,2010-10-08,focus,9,Zebedee Quux\n"00101,Zebedee\n`,
    );
    for (const words of [[], ["--json"]]) {
      const { stdout, stderr, status } = run("check", folder, words);
      expect(status).toBe(1);
      expect(stdout + stderr).not.toMatch(/Qq777|Zebedee|Quux|00100|Surname\d/);
      expect(stdout).toMatch(
        words.length === 0 ? /new\\u000aline \\u001b\[31m\.csv/ : /"new\\nline \\u001b\[31m\.csv"/,
      );
    }
    const kept = readFileSync(join(folder, ".impact", "quarantine", name), "utf8");
    expect(kept.split("\n")).toHaveLength(4);
  });
});
