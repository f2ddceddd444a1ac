import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readXml, type XmlRows } from "../../../../loaders/extract/xml/read-xml.ts";
import { packageRoot } from "../../../../loaders/publish/paths.ts";
import { refusal } from "./refusal.ts";

/** A CTF with a pupil a line, from line 3 on. */
const ctf = (...pupils: string[]) =>
  `<CTfile><Header><CTFversion>25.0</CTFversion><DateTime>2026-11-12T08:14:00</DateTime></Header>\n<CTFpupilData>\n${pupils.map((pupil) => `<Pupil>${pupil}</Pupil>\n`).join("")}</CTFpupilData></CTfile>`;
const read = (...pupils: string[]) => readXml(Buffer.from(ctf(...pupils)));
const named = ({ labels, rows }: XmlRows) =>
  rows.map(({ cells }) => Object.fromEntries(labels.map((label, i) => [label, cells[i]])));
const first = (pupil: string) => named(read(pupil))[0]!;

interface Result {
  subject: string;
  result: string;
  component?: string;
  qualifier?: string;
  status?: string;
  method?: string;
  year?: string;
  locale?: string;
  stage?: string;
}
function assessments(...results: Result[]): string {
  const keyStages = results.map((given) => {
    const r = {
      component: "SS",
      qualifier: "NS",
      status: "R",
      method: "TT",
      year: "2023",
      locale: "ENG",
      ...given,
    };
    return `<KeyStage><Stage>${given.stage ?? "KS2"}</Stage><StageAssessment><Locale>${r.locale}</Locale><Year>${r.year}</Year><Subject>${r.subject}</Subject><Method>${r.method}</Method><Component>${r.component}</Component><ResultStatus>${r.status}</ResultStatus><ResultQualifier>${r.qualifier}</ResultQualifier><Result>${r.result}</Result></StageAssessment></KeyStage>`;
  });
  return `<StageAssessments>${keyStages.join("\n")}</StageAssessments>`;
}
const prior = (...results: Result[]) => {
  const table = readXml(Buffer.from(ctf(assessments(...results))));
  const { prior_attainment: score, prior_scale: scale } = named(table)[0]!;
  return { score, scale, notices: table.notices };
};

const reading = { subject: "REA", result: "110" };
const maths = { subject: "MAT", result: "105" };
const mean = "KS2 scaled score (mean of reading and maths)";
const none = { score: "", scale: "" };

describe("a Common Transfer File", () => {
  it("gives its pupils as students, in canonical columns", () => {
    const file = readFileSync(join(packageRoot, "tests/support/formats/ctf_25.xml"));
    expect(readXml(file)).toEqual({
      kind: "ctf",
      encoding: "utf-8",
      labels: [
        "upn",
        "uln",
        "surname",
        "forename",
        "preferred_name",
        "date_of_birth",
        "sex",
        "year_group",
        "sen",
        "eal",
        "looked_after",
        "prior_attainment",
        "prior_scale",
      ],
      rows: [
        {
          first: 4,
          last: 4,
          cells: [
            "L823432120001",
            "",
            "O'Brien",
            "Jack",
            "",
            "2009-09-15",
            "M",
            "",
            "",
            "",
            "",
            "104",
            "KS2 maths scaled score",
          ],
        },
      ],
      notices: [],
    });
  });

  it("gives what a full file has besides", () => {
    const table = read(
      `<UPN>A823432120002</UPN><UniqueLearnerNumber>1234567890</UniqueLearnerNumber><Surname>Ní Bhriain</Surname>
       <Forename>Seán</Forename><DOB>2010-01-02</DOB><Gender>M</Gender>
       <BasicDetails><PreferredForename>Shane</PreferredForename><NCyearActual>11</NCyearActual><Ethnicity>WIRI</Ethnicity>
       <Languages><Type><LanguageType>H</LanguageType><Language>ENG</Language></Type><Type><LanguageType>F</LanguageType><Language>GLE</Language></Type></Languages></BasicDetails>
       <LookedAfter><InCare>false</InCare></LookedAfter>
       <SENhistory><SEN><StartDate>2021-09-01</StartDate><SENprovision>K</SENprovision></SEN></SENhistory>
       <Address><Street>1 High Street</Street></Address><Contacts><Contact><Surname>Other</Surname></Contact></Contacts>
       <SchoolHistory><School><EntryDate>2014-09-01</EntryDate><LeavingDate>2021-07-20</LeavingDate></School></SchoolHistory>
       ${assessments(reading, maths)}`,
    );
    expect(named(table)).toEqual([
      {
        upn: "A823432120002",
        uln: "1234567890",
        surname: "Ní Bhriain",
        forename: "Seán",
        preferred_name: "Shane",
        date_of_birth: "2010-01-02",
        sex: "M",
        year_group: "11",
        sen: "K",
        eal: "yes",
        looked_after: "false",
        prior_attainment: "107.5",
        prior_scale: mean,
      },
    ]);
    expect(table.rows[0]).toMatchObject({ first: 3, last: 12 });
    expect(table.notices).toEqual([]);
  });

  it("keeps a row for a pupil without UPN and for one without anything", () => {
    expect(read("<Surname>Smith</Surname>", "").rows.map(({ first, cells }) => [first, cells[0]])).toEqual([
      [3, ""],
      [4, ""],
    ]);
  });

  it("may have a namespace prefix, and no pupils", () => {
    const text =
      '<c:CTfile xmlns:c="urn:ctf"><c:CTFpupilData><c:Pupil><c:UPN>A1</c:UPN></c:Pupil></c:CTFpupilData></c:CTfile>';
    expect(named(readXml(Buffer.from(text)))[0]!.upn).toBe("A1");
    expect(readXml(Buffer.from(ctf())).rows).toEqual([]);
  });

  it("uses neither of two different values, and says where", () => {
    const table = read("<UPN>A1</UPN>", "<UPN>A2</UPN>\n<Sex>F</Sex>\n<Gender>M</Gender>");
    expect(named(table).map(({ sex }) => sex)).toEqual(["", ""]);
    expect(table.notices).toEqual([
      expect.objectContaining({ line: 6, column: "sex", code: "constraint-error" }),
    ]);
    expect(first("<Sex>F</Sex><Gender>F</Gender>").sex).toBe("F");
    expect(first("<UPN>A1</UPN><UPN>A2</UPN>").upn).toBe("");
  });

  it.each([
    ["no for English", "ENG", "no"],
    ["no for believed to be English", "ENB", "no"],
    ["yes for another", "URD", "yes"],
    ["yes for believed to be another", "OTB", "yes"],
    ["blank where refused", "REF", ""],
    ["blank where not obtained", "NOT", ""],
    ["blank where the code is missing", "", ""],
  ])("takes eal from the first language: %s", (_, code, eal) => {
    const language = `<Type><LanguageType>F</LanguageType><Language>${code}</Language></Type>`;
    expect(first(`<BasicDetails><Languages>${language}</Languages></BasicDetails>`).eal).toBe(eal);
  });

  it("takes eal from no home language", () => {
    const language = "<Type><LanguageType>H</LanguageType><Language>URD</Language></Type>";
    expect(first(`<BasicDetails><Languages>${language}</Languages></BasicDetails>`).eal).toBe("");
  });

  const sen = (provision: string, start: string, end = "") =>
    `<SEN><StartDate>${start}</StartDate>${end && `<EndDate>${end}</EndDate>`}<SENprovision>${provision}</SENprovision></SEN>`;
  it.each([
    ["the one begun last", sen("E", "2024-01-01") + sen("K", "2020-01-01"), "E"],
    ["none that has ended", sen("K", "2020-01-01", "2022-01-01"), ""],
    ["one that ends after the date of the file", sen("K", "2020-01-01", "2027-07-20"), "K"],
    [
      "the earlier one if the later has ended",
      sen("K", "2020-01-01") + sen("E", "2024-01-01", "2025-01-01"),
      "K",
    ],
    ["neither of two begun on one day", sen("K", "2024-01-01") + sen("E", "2024-01-01"), ""],
  ])("takes of several SEN provisions %s", (_, entries, expected) => {
    expect(first(`<SENhistory>${entries}</SENhistory>`).sen).toBe(expected);
  });

  it("names elements that the format does not have, once each, with the file's version", () => {
    const table = read(
      "<UPN>A1</UPN><Pronouns>x</Pronouns>",
      `<Pronouns/>${assessments(maths).replace("<Year>", "\n<Standard>1</Standard><Year>")}`,
    );
    expect(table.notices.map(({ line, code, message }) => [line, code, message])).toEqual([
      [
        3,
        "unread-element",
        "The element Pronouns is not one of the Common Transfer File up to version 25 and is not read (the file is version 25.0).",
      ],
      [5, "unread-element", expect.stringContaining("Standard")],
    ]);
    expect(named(table)[1]!.prior_attainment).toBe("105");
  });

  it.each([
    ["without pupil data", "<CTfile><Header/></CTfile>", null, /no CTFpupilData/],
    [
      "with something other than pupils",
      "<CTfile><CTFpupilData>\n<Pupi/></CTFpupilData></CTfile>",
      2,
      /Pupi, on/,
    ],
    ["with text beside elements", ctf("<UPN>A1</UPN>\nstray"), 4, /text beside/],
    ["with a DOCTYPE", `<!DOCTYPE CTfile>${ctf("")}`, 1, /DOCTYPE/],
    ["that breaks off", ctf("<UPN>A1</UPN>").slice(0, -30), 3, /breaks off/],
    [
      "with a pupil of too many elements",
      ctf(`<BasicDetails>${"<x/>".repeat(50_001)}</BasicDetails>`),
      3,
      /50000/,
    ],
    [
      "with many elements of no format",
      ctf(Array.from({ length: 51 }, (_, i) => `<x${i}/>`).join("")),
      3,
      /50 el/,
    ],
  ])("is refused %s", (_, text, line, message) => {
    expect(refusal(text)).toEqual({ line, message: expect.stringMatching(message) });
  });
});

describe("prior attainment from a Common Transfer File", () => {
  it.each<[string, Result[], { score: string; scale: string }]>([
    ["the mean of reading and maths", [reading, maths], { score: "107.5", scale: mean }],
    ["a whole mean without a point", [reading, { ...maths, result: "104" }], { score: "107", scale: mean }],
    ["reading alone", [reading], { score: "110", scale: "KS2 reading scaled score" }],
    ["maths alone", [maths], { score: "105", scale: "KS2 maths scaled score" }],
    [
      "reading as a component of English",
      [{ subject: "ENG", component: "REA", result: "99" }, maths],
      { score: "102", scale: mean },
    ],
    [
      "maths without component",
      [{ ...maths, component: "" }],
      { score: "105", scale: "KS2 maths scaled score" },
    ],
    [
      "maths without qualifier",
      [{ ...maths, qualifier: "" }],
      { score: "105", scale: "KS2 maths scaled score" },
    ],
    ["104.0 as 104", [{ ...maths, result: "104.0" }], { score: "104", scale: "KS2 maths scaled score" }],
    ["the same result twice", [maths, maths, reading], { score: "107.5", scale: mean }],
    [
      "0 as missing",
      [reading, { ...maths, result: "0" }],
      { score: "110", scale: "KS2 reading scaled score" },
    ],
    [
      "0 beside the result",
      [{ ...maths, result: "0" }, maths],
      { score: "105", scale: "KS2 maths scaled score" },
    ],
    [
      "blank as missing",
      [reading, { ...maths, result: "" }],
      { score: "110", scale: "KS2 reading scaled score" },
    ],
    [
      "not grammar, punctuation and spelling",
      [reading, maths, { subject: "GPS", result: "80" }],
      { score: "107.5", scale: mean },
    ],
    [
      "the lowest and highest",
      [
        { ...reading, result: "80" },
        { ...maths, result: "120" },
      ],
      { score: "100", scale: mean },
    ],
    [
      "from the first scaled scores, of 2016, on",
      [{ ...maths, year: "2016" }],
      { score: "105", scale: "KS2 maths scaled score" },
    ],
    ["not another stage", [{ ...maths, stage: "KS1" }], none],
    ["nothing from nothing", [], none],
  ])("%s", (_, results, expected) => {
    expect(prior(...results)).toEqual({ ...expected, notices: [] });
  });

  it.each(["E", "T", "P", "I", ""])("never from the result status %j", (status) => {
    expect(prior({ ...maths, status })).toEqual({ ...none, notices: [] });
    expect(prior({ ...maths, status, result: "90" }, maths).score).toBe("105");
  });

  it.each<[string, Result]>([
    ["a level", { subject: "MAT", result: "4B", qualifier: "NL", component: "" }],
    ["a teacher's score on the scale", { ...maths, method: "TA" }],
    ["points of 2015", { ...maths, result: "99", year: "2015" }],
    ["a raw mark", { subject: "MAT", result: "99", qualifier: "NM", component: "MAT" }],
    [
      "a teacher assessment",
      { subject: "ENG", component: "REA", method: "TA", qualifier: "", result: "EXS" },
    ],
    ["a standardised score of Wales", { ...maths, locale: "WLS" }],
    ["a paper of a test", { ...maths, component: "AR" }],
    ["a test of a year that is not one", { ...maths, year: "" }],
  ])("never from %s, which is counted", (_, result) => {
    const read = prior(result);
    expect(read).toMatchObject(none);
    expect(read.notices).toEqual([
      {
        line: 3,
        column: "prior_attainment",
        code: "unmapped-value",
        message: expect.stringContaining("missing for 1 pupil who has no others."),
      },
    ]);
    expect(prior(result, maths)).toEqual({ score: "105", scale: "KS2 maths scaled score", notices: [] });
  });

  it("counts pupils with levels only, once for the file", () => {
    const levels = assessments(
      { subject: "MAT", result: "5", qualifier: "NL" },
      { subject: "ENG", result: "4", qualifier: "NL" },
    );
    const { notices } = read(assessments(maths), levels, levels);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ line: 4, message: expect.stringContaining("2 pupils who have") });
  });

  it("is missing where a subject has two different results, and says where", () => {
    expect(prior(maths, { ...maths, result: "106" })).toEqual({
      ...none,
      notices: [
        {
          line: 4,
          column: "prior_attainment",
          code: "constraint-error",
          message: expect.stringContaining("two different key stage 2 results in maths"),
        },
      ],
    });
    expect(prior(maths, { ...maths, result: "A" })).toMatchObject(none);
  });

  it("is missing where a number can be no scaled score, and says where", () => {
    for (const result of ["79", "121", "1040", "104.5", "-104", "1e2", "１０４"]) {
      const read = prior({ ...maths, result });
      expect(read).toMatchObject(none);
      expect(read.notices).toEqual([
        expect.objectContaining({
          line: 3,
          code: "constraint-error",
          message: expect.stringContaining(result),
        }),
      ]);
    }
  });

  it("is missing where the outcome is no score, counted by outcome", () => {
    const { notices } = read(
      assessments({ ...maths, result: "A" }),
      assessments({ ...reading, result: "A" }, { ...maths, result: "N" }),
    );
    expect(notices.map(({ line, message }) => [line, message])).toEqual([
      [3, "The key stage 2 outcome A is no score; it stands for 2 missing scores."],
      [5, "The key stage 2 outcome N is no score; it stands for 1 missing score."],
    ]);
  });
});
