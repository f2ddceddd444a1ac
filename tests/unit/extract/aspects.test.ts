import { describe, expect, it } from "vitest";
import { aspectFinder, unknownAspectMessage } from "../../../loaders/extract/aspects.ts";
import { resolveSettings } from "../../../loaders/programme/load-settings.ts";
import { minimalSettings } from "../../support/programme-folder.ts";

const programme = resolveSettings("/nowhere", {
  ...minimalSettings,
  ignoreCriteria: ["Attendance %"],
  criteria: [
    { id: "effort", label: "Effort", scale: "review5" },
    { id: "lesson", label: "Effort in Lesson", scale: "review5" },
  ],
  sources: [
    { table: "marksheet", files: "x", aspects: { Pred: { predictions: "predicted" }, "*Effort": "effort" } },
  ],
});
const finder = aspectFinder(programme, programme.settings.sources[0]!);

describe("subject and aspect of a header", () => {
  it.each([
    ["Biology Effort", "Biology", { criterion: "effort" }],
    ["Biology Effort in Lesson", "Biology", { criterion: "lesson" }],
    ["Biology - Effort", "Biology", { criterion: "effort" }],
    ["English_Language_Effort", "English Language", { criterion: "effort" }],
    ["Further Maths   pred", "Further Maths", { prediction: "predicted" }],
    ["Maths Minimum Target", "Maths", { prediction: "minimum_target" }],
    ["Maths *Effort", "Maths", { criterion: "effort" }],
    ["İngilizce Effort", "İngilizce", { criterion: "effort" }],
    ["Maths Attendance %", "Maths", "ignored"],
    ["Biology: Effort", "Biology", { criterion: "effort" }],
    ["Biology:Effort", "Biology", { criterion: "effort" }],
    ["Biology/Effort", "Biology", { criterion: "effort" }],
    ["Biology-Effort", "Biology", { criterion: "effort" }],
    ["Biology – Effort", "Biology", { criterion: "effort" }],
    ["Biology (Effort)", "Biology", { criterion: "effort" }],
    ["Biology #Effort", "Biology", { criterion: "effort" }],
    ["Biology *Effort in Lesson (KS5)", "Biology", { criterion: "lesson" }],
    ["A2 - Biology *Forecast Grades (KS5)", "A2 - Biology", { prediction: "predicted" }],
    ["Biology Predicted Grade", "Biology", { prediction: "predicted" }],
    ["Biology Minimum Target Grade", "Biology", { prediction: "minimum_target" }],
    ["Biology MTG", "Biology", { prediction: "minimum_target" }],
    ["Biology Working At Grade", "Biology", { prediction: "working_at" }],
    ["Biology Target Grade", "Biology", { prediction: "target" }],
    ["Biology Final Grade", "Biology", { prediction: "result" }],
    ["#Biology Effort", "Biology", { criterion: "effort" }],
    ["* Biology *Effort", "Biology", { criterion: "effort" }],
    ["Personal Finance Effort", "Personal Finance", { criterion: "effort" }],
    ["Personal Development Effort", "Personal Development", { criterion: "effort" }],
    ["Test Design Effort", "Test Design", { criterion: "effort" }],
    ["Maths Resit Effort", "Maths Resit", { criterion: "effort" }],
    ["Maths (9-1) Pred", "Maths (9-1)", { prediction: "predicted" }],
    ["D&T Effort", "D&T", { criterion: "effort" }],
    ["Year 12 Maths Effort", "Year 12 Maths", { criterion: "effort" }],
    ["Classics Effort", "Classics", { criterion: "effort" }],
    ["International Relations Effort", "International Relations", { criterion: "effort" }],
    ["Marine Biology Effort", "Marine Biology", { criterion: "effort" }],
    ["Targeted English Effort", "Targeted English", { criterion: "effort" }],
    ["Effort Club Pred", "Effort Club", { prediction: "predicted" }],
  ])("%s", (header, subject, aspect) => {
    expect(finder.split(header)).toEqual({ subject, aspect });
  });

  it.each(["Effort", "BiologyEffort", "Effort Biology", "Biology", "", "constructor", "Maths Effort 2"])(
    "%j has none",
    (header) => {
      expect(finder.split(header)).toBeNull();
    },
  );

  it.each([
    "Minimum Target",
    "Effort Pred",
    "*Effort",
    "Biology Mock Result",
    "Biology Autumn Effort",
    "Biology Aspirational Target",
    "Biology Previous Pred",
    "KS2 Result",
    "Maths KS2 Result",
    "GCSE Result",
    "Overall Effort",
    "Attendance Target",
    "Biology: ",
  ])("%j has none, because its words make another thing of the aspect or leave no subject", (header) => {
    expect(finder.split(header)).toBeNull();
  });

  describe.each([
    [
      "review",
      [
        ["R1 Maths Effort", "R1"],
        ["Maths R1 Effort", "R1"],
        ["Maths (R1) Effort", "R1"],
        ["Maths DC1 Effort", "DC1"],
        ["HT1 Maths Effort", "HT1"],
        ["AP2 - Maths - Effort", "AP2"],
        ["Maths PR3 Effort", "PR3"],
        ["Review 2 Maths Effort", "Review"],
        ["Maths Review Effort", "Review"],
        ["October Maths Effort", "October"],
        ["Maths January Pred", "January"],
        ["Maths Oct Effort", "Oct"],
        ["Maths May Effort", "May"],
        ["Maths Week 6 Effort", "Week 6"],
        ["Maths Half-Term 2 Effort", "Half-Term"],
        ["Maths Term2 Effort", "Term2"],
        ["Maths Data Drop 1 Effort", "Data Drop 1"],
        ["2009 Maths Effort", "2009"],
        ["Maths 2009/10 Effort", "2009/10"],
        ["Maths 09/10 Effort", "09/10"],
        ["Maths 2009-2010 Effort", "2009-2010"],
        ["Maths 08/10/2010 Effort", "08/10/2010"],
        ["7 Nov 2010 Effort", "Nov"],
        ["Autumn: Maths Effort", "Autumn"],
        ["Maths-Autumn Effort", "Autumn"],
        ["Michaelmas Maths Effort", "Michaelmas"],
      ],
    ],
    [
      "meaning",
      [
        ["Maths (Mock) Result", "Mock"],
        ["Maths-Mock Result", "Mock"],
        ["Mock: Maths Result", "Mock"],
        ["Maths Mock2 Result", "Mock"],
        ["Maths (Prev) Pred", "Prev"],
        ["Avg. Effort", "Avg"],
        ["Maths Ave Effort", "Ave"],
        ["Modal Effort", "Modal"],
        ["Best Effort", "Best"],
        ["Maths (Best) Effort", "Best"],
        ["Maths Lowest Effort", "Lowest"],
        ["Maths Highest Effort", "Highest"],
        ["All Subjects Effort", "All Subjects"],
        ["Change in Maths Effort", "Change in"],
        ["Maths Test 1 Result", "Test 1"],
        ["Maths Paper 1 Final Grade", "Paper 1"],
        ["Maths Unit 1 Result", "Unit 1"],
        ["Unit 1 Effort", "Unit 1"],
        ["Maths Resit Result", "Resit"],
        ["Maths Coursework Final Grade", "Coursework"],
        ["Maths UCAS Pred", "UCAS"],
        ["Maths Personal Target", "Personal"],
        ["Above Target", "Above"],
        ["Maths Below Target", "Below"],
        ["Overall Effort", "Overall"],
        ["KS2 Result", "KS2"],
        ["12 Effort", "12"],
      ],
    ],
    [
      "aspect",
      [
        ["Maths Target Effort", "Target"],
        ["Maths Effort Target", "Effort"],
        ["Maths Effort and Pred", "Effort"],
        ["Maths Effort & Pred", "Effort"],
        ["Maths Effort + Pred", "Effort"],
        ["Maths Effort/Pred", "Effort"],
        ["Maths Effort or Pred", "Effort"],
        ["Maths (Effort) Pred", "Effort"],
        ["Maths Effort (Pred)", "Effort"],
        ["Maths Pred vs Target", "Pred"],
        ["Maths Working At Target", "Working At"],
        ["Maths Predicted Result", "Predicted"],
        ["Effort Pred", "Effort"],
        ["Effort and Pred", "Effort"],
        ["Effort - Pred", "Effort"],
        ["Effort: Maths Result", "Effort"],
        ["Effort - Maths Result", "Effort"],
      ],
    ],
  ] as [string, [string, string][]][])("a doubt about the %s", (about, headers) => {
    it.each(headers)("of %j", (header, word) => {
      expect(finder.split(header)).toBeNull();
      expect(finder.doubt(header)).toMatchObject({ about, word });
    });
  });

  it.each([
    ["Maths Target Effort", "Target Effort"],
    ["Maths Effort and Pred", "Effort and Pred"],
    ["Maths (Mock) Result", "(Mock) Result"],
    ["Maths (Mock Result)", "Mock Result"],
    ["Maths-R1 Effort", "R1 Effort"],
    ["R1 Maths Effort", null],
    ["R1 Effort", null],
  ])("%s could be declared by its end %j, and is then read", (header, ending) => {
    expect(finder.doubt(header)?.ending).toBe(ending);
    if (ending === null) return;
    const own = resolveSettings("/nowhere", {
      ...minimalSettings,
      sources: [{ table: "marksheet", files: "x", aspects: { [ending]: "focus", Pred: "effort" } }],
    });
    expect(aspectFinder(own, own.settings.sources[0]!).split(header)).toEqual({
      subject: "Maths",
      aspect: { criterion: "focus" },
    });
  });

  it("are a subject where programme.json says so", () => {
    const own = resolveSettings("/nowhere", {
      ...minimalSettings,
      subjects: { Maths: ["R1  Maths"], "Unit 1": [], "Maths Target": [] },
    });
    const { split } = aspectFinder(own, null);
    for (const subject of ["R1 Maths", "UNIT 1", "Maths Target"])
      expect(split(`${subject} Effort`)).toEqual({ subject, aspect: { criterion: "effort" } });
    expect(split("R2 Maths Effort")).toBeNull();
  });

  it("end in a longer aspect that is declared, or ignored", () => {
    const own = resolveSettings("/nowhere", {
      ...minimalSettings,
      criteria: [
        ...minimalSettings.criteria!,
        { id: "homework", label: "Homework", scale: "review5" },
        { id: "te", label: "Target Effort", scale: "review5" },
      ],
      ignoreCriteria: ["Effort Target"],
    });
    const { split } = aspectFinder(own, null);
    expect(split("Maths Target Effort")).toEqual({ subject: "Maths", aspect: { criterion: "te" } });
    expect(split("Maths Effort Target")).toEqual({ subject: "Maths", aspect: "ignored" });
    expect(split("Homework Club Focus")?.subject).toBe("Homework Club");
    expect(split("Maths Homework Focus")).toBeNull();
  });

  it("with such a word can be declared", () => {
    const own = resolveSettings("/nowhere", {
      ...minimalSettings,
      sources: [
        { table: "marksheet", files: "x", aspects: { "Mock Result": { predictions: "working_at" } } },
      ],
    });
    expect(aspectFinder(own, own.settings.sources[0]!).split("Biology Mock Result")).toEqual({
      subject: "Biology",
      aspect: { prediction: "working_at" },
    });
  });
});

describe("a cell of four million characters", () => {
  it.each([":", " ", "*", "(", "Effort ", "a - "])(
    "of %j has no aspect, and is passed over at once",
    (text) => {
      const long = text.repeat(4_000_000 / text.length);
      const started = performance.now();
      expect(finder.split(long)).toBeNull();
      expect(finder.doubt(long)).toBeNull();
      expect(finder.splitAll([long, long])).toEqual([null, null]);
      expect(finder.whole(long)).toBeNull();
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );
});

describe("a header of three hundred characters", () => {
  it.each([" and", " -", "(", "1", "08/10/", " data", "a", "%", " end of"])(
    "of %j before an aspect is passed over at once",
    (text) => {
      const header = `${text.repeat(300).slice(0, 290)} Effort`;
      const started = performance.now();
      for (let i = 0; i < 100; i++) finder.judgeAll([header, `Effort - ${header.slice(0, 280)}`]);
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );
});

describe("the headers of a file together", () => {
  const subjects = (...labels: string[]) => finder.splitAll(labels).map((found) => found?.subject ?? null);

  it("have the aspect first only where none has it at the end", () => {
    expect(subjects("UPN", "Effort - Biology", "Pred - Further Maths")).toEqual([
      null,
      "Biology",
      "Further Maths",
    ]);
    expect(subjects("Effort (Biology)", "Effort: Art", "*Effort – Music")).toEqual([
      "Biology",
      "Art",
      "Music",
    ]);
    expect(subjects("Effort - Biology", "Biology Pred", "Pred - Biology")).toEqual([null, "Biology", null]);
  });

  it("have no subject behind an aspect that is a time, a date, a number or other people's", () => {
    expect(
      subjects(
        "Effort (Biology)",
        "Effort (Autumn)",
        "Effort - 08/10/2010",
        "Effort - 8th October 2010",
        "Effort - 12",
        "Effort - Overall",
        "Pred - Class average",
        "Result: Maths Mock",
        "Effort: R1",
        "Effort: Personal Development",
      ),
    ).toEqual(["Biology", ...Array(8).fill(null), "Personal Development"]);
  });

  it("are doubted where the aspect comes first and none of them has a subject", () => {
    expect(finder.judgeAll(["UPN", "Effort (Autumn)", "Effort (Spring)"])).toMatchObject([
      null,
      { about: "review", word: "Autumn" },
      { about: "review", word: "Spring" },
    ]);
  });

  it("do not show it by one header alone", () => {
    expect(subjects("UPN", "Effort - Biology")).toEqual([null, null]);
  });

  it("with aspects on both sides say nothing", () => {
    expect(subjects("Effort - Pred", "Pred - Effort")).toEqual([null, null]);
  });
});

describe("an aspect alone", () => {
  it.each([
    ["EFFORT", { criterion: "effort" }],
    ["effort in  lesson", { criterion: "lesson" }],
    ["working_at", { prediction: "working_at" }],
    ["Attendance %", "ignored"],
    ["Effor", null],
    ["*Effort in Lesson", { criterion: "lesson" }],
    ["Effort in Lesson (KS4)", { criterion: "lesson" }],
    ["*Forecast Grades (KS5)", { prediction: "predicted" }],
    ["Current Grade", { prediction: "working_at" }],
    ["Current", null],
    ["Mock Grade", null],
    ["Aspirational Target Grade", null],
    ["*On track", null],
    ["*", null],
    ["constructor", null],
  ])("%s", (text, aspect) => {
    expect(finder.whole(text)).toEqual(aspect);
  });

  it("what a source declares wins over what is ignored", () => {
    const own = resolveSettings("/nowhere", {
      ...minimalSettings,
      ignoreCriteria: ["Effort"],
      sources: [{ table: "marksheet", files: "x", aspects: { Effort: "focus" } }],
    });
    expect(aspectFinder(own, own.settings.sources[0]!).whole("Effort")).toEqual({ criterion: "focus" });
    expect(aspectFinder(own, null).whole("Effort")).toBe("ignored");
  });
});

describe("an aspect that is not known", () => {
  const message = (text: string, own = true) =>
    unknownAspectMessage(
      programme,
      {
        name: "exports/x.csv",
        sheet: null,
        table: "reviews",
        source: own ? programme.settings.sources[0]! : null,
      },
      text,
      () => false,
    );

  it("is named, with what to add, keeping what is declared", () => {
    const { files, aspects } = programme.settings.sources[0]!;
    const said = message("*On track");
    expect(said).toMatch(
      /^"\*On track" is neither a declared criterion nor a kind of prediction\. Write in its source /,
    );
    expect(said).toContain(`(the one with "files": ${JSON.stringify(files)})`);
    const pasted = /"aspects": (\{.*\})\. If/.exec(said)![1]!;
    expect(JSON.parse(pasted)).toEqual({ ...aspects, "*On track": "<criterion id>" });
    expect(said).toMatch(
      /If it is not to be used, add to "ignoreCriteria" in programme\.json: "\*On track"\.$/,
    );
    expect(message("Wellbeing", false)).toContain(
      'Add to "sources" in programme.json: {"table": "reviews", "files": "exports/x.csv", "aspects": {"Wellbeing": "<criterion id>"}}.',
    );
  });

  it("is compared with the known ones, predictions too", () => {
    expect(message("*Effort in Leson")).toContain('Did you mean "Effort in Lesson"? ');
    expect(message("*Effort in Leson")).toContain('"*Effort in Leson": "lesson"}');
    expect(message("Forcast Grade", false)).toContain(
      '"aspects": {"Forcast Grade": {"predictions": "predicted"}}}.',
    );
  });
});

describe("a text above aspects", () => {
  it.each(["Biology", "Old Testament", "Art 2", "Statistics", "Y12 Maths", "Progress in Maths", "D&T"])(
    "may be their subject: %s",
    (text) => {
      expect(finder.isSubject(text)).toBe(true);
    },
  );

  it.each([
    "Autumn",
    "Autumn Term 2",
    "Spring 2010",
    "October 2010",
    "08/10/2010",
    "2010-10-08",
    "3",
    "Review 1",
    "Year 12",
    "Class average",
    "Previous",
    "Mock Exam",
    "Actual",
    "Pred",
    "Effort",
    "Attendance %",
    "-",
  ])("is no subject where it is a time, a number, an aspect or what qualifies one: %s", (text) => {
    expect(finder.isSubject(text)).toBe(false);
  });
});
