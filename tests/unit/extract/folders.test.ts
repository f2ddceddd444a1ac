import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { extract } from "../../../loaders/extract/extract.ts";
import { keepQuarantined } from "../../../loaders/extract/keep-quarantined.ts";
import { loadSettings } from "../../../loaders/programme/load-settings.ts";
import { inProgrammeFolder, readFolder } from "../../support/programme-folder.ts";

const reviews = "student_id,subject,review_date,criterion,grade\nA1,Maths,2010-10-08,focus,3\n";

describe("file names", () => {
  it.each([
    "-rf.csv",
    "*.csv",
    "x?.csv",
    "$(id).csv",
    'it\'s "q".csv',
    "a\nb.csv",
    "Review (1).csv",
    "[a]{b}.csv",
    "sub dir/é x.TSV",
    "a;b&c.txt",
  ])("%j is read by its header", (name) => {
    expect(readFolder({ [name]: reviews }).counts.reviews.rows).toBe(1);
  });

  it.each(["Review (1).csv", "[a]{b}.csv", "in [x]/it's.csv", "*.csv"])(
    "%j can be named in a source as it is",
    (name) => {
      const { file } = readFolder(
        { [name]: reviews },
        { sources: [{ table: "reviews", files: name, columns: { grade: "grade" } }] },
      );
      expect(file(name).source?.files).toBe(name);
    },
  );

  it("hidden files, notes and the program's own folder are left alone", () => {
    const { files } = readFolder({
      ".hidden.csv": reviews,
      ".impact/quarantine/reviews.csv": reviews,
      "README.md": "x",
    });
    expect(files.map(({ name }) => name)).toEqual(["students.csv"]);
  });

  it("a folder called x.csv is a folder", () => {
    expect(readFolder({ "x.csv/reviews.csv": reviews }).counts.reviews.rows).toBe(1);
  });
});

describe("what cannot be read is refused, and nothing else is", () => {
  const fileError = [
    { line: null, code: "file-error", severity: "error", message: expect.stringMatching(/[a-z]\.$/) },
  ];

  it("a link", () => {
    const read = readFolder({}, {}, (folder) => symlinkSync("/etc/passwd", join(folder, "reviews.csv")));
    expect(read.problems("reviews.csv")).toMatchObject(fileError);
    expect(read.file("reviews.csv").size).toBe(0);
  });

  it("a pipe, without waiting for it", () => {
    const read = readFolder({}, {}, (folder) => void execFileSync("mkfifo", [join(folder, "reviews.csv")]));
    expect(read.problems("reviews.csv")).toMatchObject(fileError);
  });

  it("a file larger than memory", () => {
    const read = readFolder({ "reviews.csv": "", "reviews 2.csv": reviews }, {}, (folder) =>
      truncateSync(join(folder, "reviews.csv"), 3 * 2 ** 30),
    );
    expect(read.problems("reviews.csv")).toMatchObject(fileError);
    expect(read.counts.reviews.rows).toBe(1);
  });

  it("a file and a folder without permission", () => {
    const root = process.getuid?.() === 0;
    const read = inProgrammeFolder(
      { "reviews.csv": reviews, "closed/reviews.csv": reviews },
      {},
      (folder) => {
        chmodSync(folder, 0o755);
        chmodSync(join(folder, "reviews.csv"), 0);
        chmodSync(join(folder, "closed"), 0);
        const programme = loadSettings(folder);
        if (root) process.seteuid?.(65534);
        try {
          return extract(programme);
        } finally {
          if (root) process.seteuid?.(0);
          chmodSync(join(folder, "closed"), 0o700);
        }
      },
    );
    expect(read.files.map(({ name, problems }) => [name, problems.map(({ code }) => code)])).toEqual([
      ["closed", ["file-error"]],
      ["reviews.csv", ["file-error"]],
      ["students.csv", []],
    ]);
  });
});

describe("files without use", () => {
  it.each([
    ["empty", "", { total: 0 }],
    ["only line ends", "\n\n", { total: 2, accepted: 0 }],
    ["only a byte order mark", "\uFEFF", { total: 1, accepted: 0 }],
    ["a header that never closes", '"student_id,subject\nA1,x\n', { total: 2, quarantined: 2 }],
  ])("%s: refused", (_, content, counts) => {
    const read = readFolder({ "reviews.csv": content });
    expect(read.problems("reviews.csv")).toMatchObject([
      { line: null, code: "missing-label", severity: "error" },
    ]);
    expect(read.file("reviews.csv").lineCounts()).toMatchObject(counts);
  });

  it("UTF-16 without a mark is read", () => {
    const read = readFolder({ "reviews.csv": Buffer.from(reviews, "utf16le") });
    expect(read.file("reviews.csv").encoding).toBe("utf-16le");
    expect(read.problems("reviews.csv")).toEqual([]);
    expect(read.counts.reviews.rows).toBeGreaterThan(0);
  });

  it("a header and nothing else is no error", () => {
    const read = readFolder({ "reviews.csv": reviews.split("\n")[0]! });
    expect(read.problems("reviews.csv")).toEqual([]);
    expect(read.file("reviews.csv").lineCounts()).toMatchObject({ total: 1, header: 1 });
  });

  it("of an unknown table: one error that says what to add", () => {
    const read = readFolder({ "stock.csv": 'colour,size\nred,"4\nblue,5,6\n' });
    expect(read.problems("stock.csv")).toMatchObject([{ line: null, code: "missing-label" }]);
    expect(read.problems("stock.csv")[0]!.message).toContain('"files": "stock.csv"');
    expect(read.file("stock.csv").lineCounts()).toMatchObject({ total: 3, quarantined: 3 });
  });

  it("without a required column: one error that names it", () => {
    const read = readFolder({
      "reviews.csv": "student_id,subject,review_date,criterion,Marke\nA1,Maths,2010-10-08,focus,3\n",
    });
    expect(read.problems("reviews.csv")).toMatchObject([
      { line: null, column: "grade", code: "missing-label" },
    ]);
    expect(read.file("reviews.csv").lineCounts()).toMatchObject({ quarantined: 2, accepted: 0 });
  });

  it("skipping more rows than there are", () => {
    const read = readFolder(
      { "reviews.csv": reviews },
      { sources: [{ table: "reviews", files: "reviews.csv", skipRows: 9 }] },
    );
    expect(read.problems("reviews.csv")).toMatchObject([{ line: null, code: "missing-label" }]);
  });
});

describe("quarantined lines are kept", () => {
  it("byte for byte under the file's own path, for the owner only, and replaced by the next load", () => {
    const latin = (text: string) => Buffer.from(text, "latin1");
    const broken = Buffer.concat([
      latin(reviews),
      latin("A1,Fran\xe7ais\r\n"),
      latin("\n"),
      latin('A1,"x\r'),
    ]);
    inProgrammeFolder({ "in/*.csv": broken, "reviews.csv": reviews }, {}, (folder) => {
      const kept = join(folder, ".impact", "quarantine");
      keepQuarantined(folder, extract(loadSettings(folder)).files);
      expect(readFileSync(join(kept, "in", "*.csv"), "latin1")).toBe('A1,Fran\xe7ais\r\nA1,"x\r');
      expect(statSync(join(kept, "in", "*.csv")).mode & 0o777).toBe(0o600);
      expect(statSync(join(folder, ".impact")).mode & 0o777).toBe(0o700);
      expect(() => statSync(join(kept, "reviews.csv"))).toThrow();

      writeFileSync(join(folder, "in", "*.csv"), reviews);
      mkdirSync(join(folder, ".impact", `quarantine.${process.pid}`, "old"), { recursive: true });
      keepQuarantined(folder, extract(loadSettings(folder)).files);
      expect(() => statSync(join(kept, "in"))).toThrow();
      expect(() => statSync(join(kept, "old"))).toThrow();
    });
  });
});

describe("messages", () => {
  it("are sentences without a name or identifier", () => {
    const people = ["Zyxwv", "Qwertzu", "ID-4711", "UPN-0815"];
    const [surname, forename, id, upn] = people;
    const read = readFolder({
      "students.csv": `student_id,surname,forename,year_group,upn,sex\n${id},${surname},${forename},99,${upn},F\n${id},"${surname}",${forename}\n${id},${surname},${forename},12,${upn},Fem\n${id},"${surname},${forename}\n`,
      "reviews.csv": `student_id,surname,forename,subject,review_date,criterion,grade\n${id},${surname},${forename},Maths,2010-10-08,focus,3\n`,
      "marks 2010-10-08.csv": `UPN,Surname,Maths Focus\n${upn},${surname},3\n`,
      "meetings.csv": `student_id,planned_on,status\n${id},2010-10-08,${surname}\n`,
      "attendance-2010-10-04.csv": `student_id,MonAM\n${id},/\nA1,${surname}\n`,
    });
    const problems = read.files.flatMap((file) => file.problems);
    expect(problems.length).toBeGreaterThanOrEqual(8);
    for (const { message, column } of problems) {
      expect(message).toMatch(/^[A-Z"].*[.]$/);
      for (const person of people) expect(`${message} ${column}`).not.toContain(person);
    }
  });
});

describe("what was not read at all", () => {
  it("is said: files of other formats, and sources that match nothing", () => {
    const { notices } = readFolder(
      { "reviews.csv": reviews, "exports/marks.ods": "PK", "notes.md": "for us" },
      { sources: [{ table: "marksheet", files: "exports/marks-*.csv" }] },
    );
    expect(notices).toEqual([
      "exports/marks.ods is not read: only .csv, .tsv, .txt, .xlsx and .xml files are. Save it as one of these, or move it out of the folder.",
      'No file matches the source "exports/marks-*.csv" of programme.json. Correct its path, or remove it.',
    ]);
  });

  it("is nothing where every file was read", () => {
    expect(readFolder({ "reviews.csv": reviews }).notices).toEqual([]);
  });
});
