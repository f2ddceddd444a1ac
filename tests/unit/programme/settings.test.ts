import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSettings, resolveSettings } from "../../../loaders/programme/load-settings.ts";
import { ProgrammeError } from "../../../loaders/programme/programme-error.ts";
import { inProgrammeFolder, minimalSettings } from "../../support/programme-folder.ts";

/** The sentence with which settings are refused. */
function refusal(settings: unknown): string {
  try {
    resolveSettings("/nowhere", settings);
  } catch (error) {
    expect(error).toBeInstanceOf(ProgrammeError);
    return (error as Error).message;
  }
  throw new Error("The settings were not refused.");
}

const changed = (change: object) => refusal({ ...minimalSettings, ...change });
const source = (change: object) => changed({ sources: [{ table: "marksheet", files: "x.csv", ...change }] });

describe("programme.json is refused in one sentence that names the setting", () => {
  it.each([
    ["an unknown key", { asof: "2011-01-01" }, '"asof" is not a setting. Did you mean "asOf"?'],
    ["an unknown key far from any", { x: 1 }, '"x" is not a setting. Remove it'],
    [
      "an unknown nested key",
      { windows: { minimumWeek: 3 } },
      '"minimumWeek" is not a setting in windows. Did you mean "minimumWeeks"?',
    ],
    [
      "an unknown key of a list",
      { criteria: [{ id: "a", lable: "A", scale: "alevel" }] },
      '"lable" is not a setting in criteria[0]. Did you mean "label"?',
    ],
    ["a missing key", { name: undefined }, '"name" is missing. Add it'],
    ["a missing choice", { phase: undefined }, '"phase" is missing. Add it, one of "primary"'],
    ["a missing nested key", { criteria: [{ id: "a", label: "A" }] }, '"criteria[0].scale" is missing'],
    [
      "a wrong type",
      { agreement: { weeks: "6" } },
      '"agreement.weeks" is not usable: Invalid input: expected number, received string.',
    ],
    ["a list that is none", { sources: {} }, '"sources" is not usable'],
    [
      "a wrong choice",
      { phase: "tertiary" },
      '"phase" must be one of "primary", "secondary", "post-16", "all-through".',
    ],
    ["a day that is none", { asOf: "2011-02-30" }, '"asOf" is not usable: is not a day of the calendar.'],
    [
      "a date the English way",
      { asOf: "24/06/2011" },
      '"asOf" is not usable: must be a date written YYYY-MM-DD.',
    ],
    [
      "an academic year of two years",
      { academicYear: "2010-12" },
      '"academicYear" is not usable: must be two years in a row',
    ],
    [
      "an academic year in another form",
      { academicYear: "2010/11" },
      '"academicYear" is not usable: must be written like 2010-11.',
    ],
    ["a small number below five", { privacy: { smallNumber: 4 } }, '"privacy.smallNumber" is not usable'],
    ["no criteria", { criteria: [] }, '"criteria" is not usable'],
    [
      "a scale of one grade",
      { scales: [{ id: "a", label: "A", bestFirst: ["1"] }] },
      '"scales[0].bestFirst" is not usable',
    ],
    [
      "a grade listed twice",
      { scales: [{ id: "a", label: "A", bestFirst: ["1", "2", "1"] }] },
      '"scales[0].bestFirst" is not usable: lists a grade twice.',
    ],
    [
      "an identifier with spaces",
      { scales: [{ id: "A b", label: "A", bestFirst: ["1", "2"] }] },
      '"scales[0].id" is not usable: must be lower-case',
    ],
    [
      "an unknown scale of a criterion",
      { criteria: [{ id: "a", label: "A", scale: "best9" }] },
      'criteria[0] names the scale "best9", which is not declared.',
    ],
    [
      "an unknown scale of a qualification",
      { qualifications: [{ match: "*", scale: "best9" }] },
      'qualifications[0] names the scale "best9"',
    ],
    [
      "a criterion declared twice",
      { criteria: [...minimalSettings.criteria, ...minimalSettings.criteria] },
      '"criteria" declares the id "focus" twice.',
    ],
    [
      "a scale declared twice",
      { scales: [...minimalSettings.scales, ...minimalSettings.scales] },
      '"scales" declares the id "review5" twice.',
    ],
    [
      "the name of another outcome as a criterion's id",
      { criteria: [{ id: "predictions", label: "Predictions", scale: "alevel" }] },
      'criteria[0].id is "predictions", which "primaryOutcome" uses for another outcome.',
    ],
    [
      "a primary outcome nobody declared",
      { primaryOutcome: "focsu" },
      '"primaryOutcome" is "focsu", but must be one of criteria-mean, predictions, focus, effort.',
    ],
    [
      "a pass that is no grade",
      { onTrack: { measure: "five-passes-with-english-and-maths", pass: "Z", yearGroups: ["12"] } },
      '"onTrack.pass" is "Z", which is not a grade of any scale used in year 12',
    ],
    [
      "a measure by passes without a pass",
      { onTrack: { measure: "english-and-maths", points: 40 } },
      '"onTrack" is not usable: must give pass for five-passes-with-english-and-maths and english-and-maths, and points for attainment-8 and a-level-average-points.',
    ],
    [
      "a measure in points with a pass",
      { onTrack: { measure: "attainment-8", points: 40, pass: "4" } },
      '"onTrack" is not usable: must give pass for',
    ],
    [
      "Attainment 8 before there was any",
      { academicYear: "2012-13", onTrack: { measure: "attainment-8", points: 40 } },
      '"onTrack.measure" is "attainment-8", which there was not before the results of 2016.',
    ],
    [
      "A levels in a year that takes none",
      { onTrack: { measure: "a-level-average-points", points: 30 } },
      '"onTrack.yearGroups" has year 11, which takes no A levels.',
    ],
    [
      "points of a qualification that has none",
      { qualifications: [{ match: "*", scale: "gcse91", points: "GCSE (9-1) Ful Course" }] },
      'qualifications[0].points is "GCSE (9-1) Ful Course", which is no qualification with points. Did you mean "GCSE (9-1) Full Course"?',
    ],
    [
      "a subject in two baskets",
      {
        attainment8: {
          baskets: [
            { label: "Science", slots: 2, subjects: ["Physics", "Biology"] },
            { label: "Breadth", slots: 2, subjects: ["physics"] },
          ],
        },
      },
      '"attainment8.baskets" has "physics" in "Science" and in "Breadth". Keep it in one of them.',
    ],
    [
      "an unknown covariate",
      { comparison: { covariates: ["age"] } },
      '"comparison.covariates[0]" must be one of',
    ],
  ])("%s", (_, change, sentence) => {
    expect(changed(change)).toContain(`programme.json: ${sentence}`);
  });

  it.each([
    ["an unknown table", { table: "marksheets" }, '"sources[0].table" must be one of "students"'],
    ["an unknown encoding", { encoding: "latin-1" }, '"sources[0].encoding" must be one of "utf-8"'],
    ["three header rows", { headerRows: 3 }, '"sources[0].headerRows" must be one of 1, 2.'],
    ["a misspelt source key", { file: "x" }, '"file" is not a setting in sources[0]. Did you mean "files"?'],
    [
      "an aspect to an undeclared criterion",
      { aspects: { Focus: "fokus" } },
      'sources[0].aspects maps "Focus" to the criterion "fokus", which is not declared.',
    ],
    [
      "an aspect to an unknown kind",
      { aspects: { Pred: { predictions: "guess" } } },
      '"sources[0].aspects.Pred.predictions" must be one of "predicted"',
    ],
    [
      "an aspect with a misspelt key",
      { aspects: { Pred: { prediction: "predicted" } } },
      '"prediction" is not a setting in sources[0].aspects.Pred. Did you mean "predictions"?',
    ],
    [
      "an aspect of another type",
      { aspects: { Pred: 3 } },
      '"sources[0].aspects.Pred" must be the id of a criterion, or {"predictions": "<kind>"}.',
    ],
    [
      "a column to an unknown column",
      { columns: { Adno: "studnt_id" } },
      'sources[0].columns maps "Adno" to "studnt_id", which is not a column of the marksheet table. Did you mean "student_id"?',
    ],
    [
      "an impossible review date",
      { reviewDates: { "Review 1": "2011-13-01" } },
      '"sources[0].reviewDates.Review 1" is not usable',
    ],
  ])("in a source: %s", (_, change, sentence) => {
    expect(source(change)).toContain(`programme.json: ${sentence}`);
  });

  const meetings = (values: object) => changed({ sources: [{ table: "meetings", files: "x.csv", values }] });
  it.each([
    [
      "a word that its column does not allow",
      () => meetings({ status: { missed: "away" } }),
      'sources[0].values.status reads "missed" as "away", which the column does not allow. Use one of held, missed_by_student, missed_by_mentor, cancelled.',
    ],
    [
      "a column of another kind",
      () => meetings({ note: { a: "b" } }),
      'sources[0].values names the column "note", which is no column of fixed words of the meetings table. Use one of status.',
    ],
    [
      "a misspelt column",
      () => meetings({ staus: { a: "held" } }),
      'names the column "staus", which is no column of fixed words of the meetings table. Did you mean "status"?',
    ],
    [
      "a table without such a column",
      () => source({ values: { kind: { a: "b" } } }),
      'sources[0].values names the column "kind", but the marksheet table has no column of fixed words. Remove "values".',
    ],
    [
      "one text with two meanings",
      () => meetings({ status: { Missed: "held", " missed": "cancelled" } }),
      'sources[0].values.status has "Missed" and " missed", which differ only in capitals or spaces',
    ],
    [
      "neither yes nor no",
      () => changed({ sources: [{ table: "students", files: "x", values: { eal: { a: "perhaps" } } }] }),
      'sources[0].values.eal reads "a" as "perhaps", which the column does not allow. Use one of yes, no.',
    ],
  ])("values: %s", (_, refused, sentence) => {
    expect(refused()).toContain(sentence);
  });

  it.each([
    ["a value", { reviewDate: "<YYYY-MM-DD>" }, 'sources[0].reviewDate is still "<YYYY-MM-DD>"'],
    ["a choice", { table: "<students | reviews>" }, 'sources[0].table is still "<students | reviews>"'],
    [
      "a header",
      { columns: { "<header of status>": "status" } },
      'sources[0].columns still has "<header of status>"',
    ],
    [
      "a criterion",
      { aspects: { Focus: "<criterion id>" } },
      'sources[0].aspects.Focus is still "<criterion id>"',
    ],
    [
      "a kind",
      { aspects: { Focus: { predictions: "<predicted | target>" } } },
      'sources[0].aspects.Focus.predictions is still "<predicted | target>"',
    ],
    [
      "a word",
      { values: { status: { missed: "<held | cancelled>" } } },
      'sources[0].values.status.missed is still "<held | cancelled>"',
    ],
  ])("a place that was pasted and not filled in: %s", (_, change, sentence) => {
    expect(source(change)).toContain(`programme.json: ${sentence}, which a message shows in place of `);
    expect(source(change)).toMatch(/ Replace it, angle brackets and all\.$/);
  });

  it("a scale that was pasted and not filled in", () => {
    expect(changed({ qualifications: [{ match: "*", scale: "<scale id>" }] })).toContain(
      'qualifications[0].scale is still "<scale id>"',
    );
  });

  it.each([[[]], [null], ["text"], [3]])("%j instead of an object", (settings) => {
    expect(refusal(settings)).toMatch(/^programme\.json must be one object/);
  });

  it.each(["__proto__", "constructor", "toString"])("the key %s is unknown like any other", (key) => {
    const settings = JSON.parse(
      JSON.stringify(minimalSettings).replace("{", `{"${key}": {"polluted": true},`),
    );
    expect(refusal(settings)).toContain(`"${key}" is not a setting.`);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("every sentence ends and stands on one line", () => {
    for (const sentence of [
      changed({ x: 1 }),
      changed({ name: 3 }),
      source({ aspects: { A: {} } }),
      refusal([]),
    ]) {
      expect(sentence).toMatch(/^[^\n]+[.?]$/);
    }
  });
});

/** The sentence with which a programme.json of these bytes is refused. */
function fileRefusal(content: string | Uint8Array): string {
  return inProgrammeFolder({ "programme.json": content }, {}, (folder) => {
    try {
      loadSettings(folder);
    } catch (error) {
      expect(error).toBeInstanceOf(ProgrammeError);
      return (error as Error).message;
    }
    throw new Error("The file was not refused.");
  });
}

describe("the file itself", () => {
  it("is missing", () => {
    inProgrammeFolder({ "programme.json": null }, {}, (folder) => {
      expect(() => loadSettings(folder)).toThrow(/^There is no programme\.json in this folder\./);
    });
  });

  it("is a folder", () => {
    inProgrammeFolder({ "programme.json": null }, {}, (folder) => {
      mkdirSync(join(folder, "programme.json"));
      expect(() => loadSettings(folder)).toThrow(/^programme\.json cannot be read \(EISDIR\)\./);
    });
  });

  it("is a pipe: it is refused and not waited for", () => {
    inProgrammeFolder({ "programme.json": null }, {}, (folder) => {
      execFileSync("mkfifo", [join(folder, "programme.json")]);
      expect(() => loadSettings(folder)).toThrow(/^programme\.json is not an ordinary file/);
    });
  });

  it("is larger than 5 MB", () => {
    expect(fileRefusal(`${JSON.stringify(minimalSettings)}${" ".repeat(5_000_000)}`)).toMatch(
      /^programme\.json is larger than 5 MB/,
    );
  });

  it("holds Windows-1252: the line is named", () => {
    const text = '{\n  "name": "Mentoring",\r\n  "institution": "Coll\xe8ge"\n}';
    expect(fileRefusal(Buffer.from(text, "latin1"))).toMatch(/not UTF-8 text on line 3\./);
  });

  it("ends within a letter", () => {
    expect(fileRefusal(Buffer.from('{"name":\n"\u00e9', "utf8").subarray(0, -1))).toMatch(/on line 2\./);
  });

  it("is UTF-16", () => {
    expect(fileRefusal(Buffer.from("\uFEFF{}", "utf16le"))).toMatch(/is saved as UTF-16/);
  });

  it.each([
    ["a key without a colon", '{\n  "name": "A",\n  "phase" "x"\n}', 3, 'A colon is missing after "phase".'],
    ["a key that stands twice", '{"name": "A",\n"name": "B"}', 2, '"name" stands twice, first on line 1.'],
    [
      "a key that stands twice far inside",
      '{"a": [{}, {"b": {"c": 1,\n\n"c": 1}}]}',
      3,
      '"a[1].b.c" stands twice, first on line 1.',
    ],
    [
      "a key that stands twice in other letters",
      '{"name": "A",\n"n\\u0061me": "B"}',
      2,
      '"name" stands twice, first on line 1.',
    ],
    ["__proto__", '{"name": "A",\n "__proto__": {"polluted": true}}', 2, '"__proto__" is not a setting.'],
    ["__proto__ in disguise", '{"\\u005f_proto__": {}}', 1, '"__proto__" is not a setting.'],
    [
      "constructor as a header",
      '{"sources": [{"columns": {"constructor": "grade"}}]}',
      1,
      '"sources[0].columns.constructor" is not a setting.',
    ],
    ["a comment", '{\n  // the name\n  "name": "A"}', 2, "JSON has no comments."],
    ["a comment between marks", '{"name": "A" /* it */}', 1, "JSON has no comments."],
    [
      "a comma too many",
      '{"a": [1, 2,\n]}',
      1,
      "A comma stands after the last item, before ]. Remove the comma.",
    ],
    ["a comma too few", '{"a": 1\n"b": 2}', 2, 'A comma or } is missing before "b".'],
    ["single quotation marks", "{'name': 1}", 1, "A key must stand in straight double quotation marks"],
    ["curly quotation marks", '{"name": “A”}', 1, 'A value is expected, and here stands "“A”".'],
    ["no quotation marks", "{name: 1}", 1, 'here stands "name".'],
    ["NaN", '{"a": NaN}', 1, '"NaN" is not a number of JSON.'],
    ["-Infinity", '{"a": -Infinity}', 1, '"-Infinity" is not a number of JSON.'],
    ["a leading zero", '{"a": 06}', 1, '"06" is not a number of JSON.'],
    ["a number that overflows", '{"a": 1e999}', 1, "A number is too large to hold."],
    ["True", '{"synthetic": True}', 1, '"True" is not a value of JSON. Write true, false or null'],
    ["a path with backslashes", '{"files": "C:\\exports"}', 1, "A text holds a single backslash."],
    [
      "a text over two lines",
      '{"name": "A\nB"}',
      1,
      "A text begins with a quotation mark and has none at its end.",
    ],
    ["a tab in a text", '{"name": "A\tB"}', 1, "A text holds a tab."],
    ["half a character", '{"name": "\\ud800"}', 1, "A text holds half of a character"],
    ["an open bracket", '{"a": {\n"b": 1\n', 3, "The bracket that opens on line 1 is never closed. Add }"],
    ["text after the end", '{"a": 1}\n}', 2, "The settings end before this line"],
    ["nothing", " \n", 2, "The file is empty."],
    ["33 levels", `${"[".repeat(33)}1${"]".repeat(33)}`, 1, "The brackets are nested more than 32 deep"],
    ["a million levels", "[".repeat(1_000_000), 1, "The brackets are nested more than 32 deep"],
  ])("holds %s: the line is named", (_, text, line, sentence) => {
    const message = fileRefusal(text);
    expect(message).toContain(`programme.json is not valid JSON at line ${line}. `);
    expect(message).toContain(sentence);
    expect(message).toMatch(/^[^\n]+\.$/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("begins with a byte order mark", () => {
    inProgrammeFolder({ "programme.json": `\uFEFF${JSON.stringify(minimalSettings)}` }, {}, (folder) => {
      expect(loadSettings(folder).settings.name).toBe("Assertive mentoring");
    });
  });
});

describe("defaults are those of the contract", () => {
  const { settings, scales, criteria } = resolveSettings("/nowhere", minimalSettings);

  it("of windows, agreement, comparison, at-risk, panel and privacy", () => {
    expect(settings.windows).toEqual({ baselineDaysBefore: 60, followUpDaysAfter: 28, minimumWeeks: 4 });
    expect(settings.agreement).toEqual({
      weeks: 6,
      meetingsPerWeek: 1,
      quickLeaverWeeks: 4,
      parentContact: false,
    });
    expect(settings.comparison).toEqual({ group: "all-others", covariates: [] });
    expect(settings.atRisk).toMatchObject({ persistentAbsence: 0.1, offTargetSubjects: 2, staleDays: 42 });
    expect(settings.panel).toEqual({ everyWeeks: 3, members: 6, maxStudents: 10 });
    expect(settings.privacy).toMatchObject({ smallNumber: 10 });
    expect(settings.primaryOutcome).toBe("criteria-mean");
    expect(settings.onTrack).toBeUndefined();
    expect(settings.synthetic).toBe(false);
  });

  it("a part of a group keeps the defaults of the rest", () => {
    const { windows } = resolveSettings("/nowhere", {
      ...minimalSettings,
      windows: { minimumWeeks: 6 },
    }).settings;
    expect(windows).toEqual({ baselineDaysBefore: 60, followUpDaysAfter: 28, minimumWeeks: 6 });
  });

  it("of a source", () => {
    const [only] = resolveSettings("/nowhere", {
      ...minimalSettings,
      sources: [{ table: "reviews", files: "x.csv" }],
    }).settings.sources;
    expect(only).toEqual({
      table: "reviews",
      files: "x.csv",
      columns: {},
      aspects: {},
      missing: {},
      values: {},
      reviewDates: {},
    });
  });

  it("criteria come in their order with their scale, and built-in scales need no declaration", () => {
    expect(criteria.map(({ id, ranks }) => [id, ranks.id])).toEqual([
      ["focus", "review5"],
      ["effort", "review5"],
    ]);
    expect(scales.has("alevel")).toBe(true);
  });

  it("an own scale hides the built-in one of the same id", () => {
    const own = { id: "alevel", label: "Own", bestFirst: ["1", "2"] };
    const resolved = resolveSettings("/nowhere", {
      ...minimalSettings,
      scales: [...minimalSettings.scales, own],
    });
    expect(resolved.scales.get("alevel")).toEqual(own);
  });
});
