import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readXml } from "../../../../loaders/extract/xml/read-xml.ts";
import { ReportReader } from "../../../../loaders/extract/xml/report.ts";
import { packageRoot } from "../../../../loaders/publish/paths.ts";
import { refusal } from "./refusal.ts";

const read = (text: string) => readXml(Buffer.from(text, "utf8"));
const cells = (text: string) => read(text).rows.map((row) => row.cells);

describe("a SIMS report", () => {
  it("gives its records, with names decoded and elements left out as empty cells", () => {
    const file = readFileSync(join(packageRoot, "tests/support/formats/sims_commandreporter.xml"));
    expect(readXml(file)).toEqual({
      kind: "report",
      encoding: "utf-8",
      labels: ["primary_id", "UPN", "Adno", "Legal Surname", "Forename", "Year", "Reg"],
      rows: [
        {
          first: 3,
          last: 3,
          cells: ["1234", "L823432120001", "004321", "O'Brien", "Jack", "Year  12", "12A"],
        },
        { first: 4, last: 4, cells: ["1235", "A823432120002", "", "Ní Bhriain", "Seán", "", "12A"] },
      ],
      notices: [],
    });
  });

  it("has columns in the order first seen, also when a later record brings a new one", () => {
    const { labels, rows } = read("<R><r><b>1</b></r><r><a>2</a><b>3</b></r></R>");
    expect(labels).toEqual(["b", "a"]);
    expect(rows.map((row) => row.cells)).toEqual([
      ["1", ""],
      ["3", "2"],
    ]);
  });

  it.each([
    ["_x0025__x0020_Attend", "% Attend"],
    ["Legal_x0020_Surname", "Legal Surname"],
    ["Pupil_x0027_s_x0020_Name", "Pupil's Name"],
    ["_x005F_x0020_", "_x0020_"],
    ["_xD83D__xDE00_", "\u{1f600}"],
    ["_xD83D_", "_xD83D_"],
    ["_x0000_", "_x0000_"],
    ["a_x20_b", "a_x20_b"],
    ["sims:UPN", "UPN"],
    ["__proto__", "__proto__"],
    ["constructor", "constructor"],
  ])("reads the element name %s as the label %s", (name, label) => {
    const { labels, rows } = read(`<R><r><${name}>x</${name}><n>1</n></r><r><n>2</n></r></R>`);
    expect(labels).toEqual([label, "n"]);
    expect(rows.map((row) => row.cells)).toEqual([
      ["x", "1"],
      ["", "2"],
    ]);
  });

  it.each([
    ["blanks inside are kept", "Year  12", "Year  12"],
    ["blanks at the ends are not", " \t12A\n ", "12A"],
    ["a line break is one space", "absent\r\n   on Monday", "absent on Monday"],
    ["several line breaks are one space", "a\n\n\rb", "a b"],
    [
      "the entities of XML",
      "&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos; &#233; &#x2019;",
      "<b> & \"c\" 'd' é ’",
    ],
    ["CDATA is text", "a <![CDATA[<b> & ]] c]]> d", "a <b> & ]] c d"],
    ["comments and instructions are passed over", "a<!-- b -->c<?d e?>f", "acf"],
    ["markup in a value stays text", "&lt;img src=x onerror=alert(1)&gt;", "<img src=x onerror=alert(1)>"],
    ["an empty element", "", ""],
  ])("%s", (_, value, cell) => {
    expect(cells(`<R><r><a>${value}</a><b>1</b></r></R>`)).toEqual([[cell, "1"]]);
  });

  it("keeps blank records, self-closing elements and records under any name", () => {
    expect(cells("<Pupils><Pupil/><Pupil><UPN>1</UPN><x/></Pupil><Pupil></Pupil></Pupils>")).toEqual([
      ["", ""],
      ["1", ""],
      ["", ""],
    ]);
  });

  it("gives the physical lines of each record", () => {
    const lines = (text: string) => read(text).rows.map(({ first, last }) => [first, last]);
    const file = ["<R>", "<r", "><a>1</a>", "</r", "><r><a>", "2", "</a></r>", "<r><a/></r><r/></R>"];
    const expected = [
      [2, 5],
      [5, 7],
      [8, 8],
      [8, 8],
    ];
    for (const end of ["\n", "\r\n", "\r"]) expect(lines(file.join(end))).toEqual(expected);
    expect(lines(`\n \r\n<?xml version="1.0"?>\r<R><r><a/></r>\n</R>`)).toEqual([[4, 4]]);
  });

  it("counts lines right across the pieces a large file is decoded in", () => {
    const count = 20_000;
    for (const end of ["\n", "\r\n", "\r"]) {
      const records = Array.from({ length: count }, (_, i) => `<r><a>${i}</a>${end}<b>é’${i}</b></r>`);
      const { rows } = read(`<R>${end}${records.join(end)}${end}</R>`);
      expect(rows).toHaveLength(count);
      rows.forEach((row, i) => {
        if (row.first !== 2 + 2 * i || row.last !== 3 + 2 * i || row.cells.join() !== `${i},é’${i}`)
          throw new Error(`Record ${i} is wrong: ${JSON.stringify(row)}.`);
      });
    }
  });

  it("names attributes that hold something once each, and no declarations", () => {
    const { notices, rows } = read(
      '<R xmlns="urn:x" xmlns:xsi="urn:i" xsi:schemaLocation="a b">\n<r id="1" old=""><a xsi:nil="true"/></r>\n<r id="2"><a>x</a></r></R>',
    );
    expect(rows).toHaveLength(2);
    expect(notices).toEqual([
      {
        line: 2,
        column: null,
        code: "unread-attribute",
        message: "The attribute id of the element r holds values that are not read.",
      },
    ]);
  });

  it("names an element that stands once beside the records, if it holds text", () => {
    const { notices, rows } = read(
      "<R>\n<Title>Year 12</Title><Empty/>\n<r><a>1</a></r>\n<r><a>2</a></r></R>",
    );
    expect(rows).toHaveLength(2);
    expect(notices).toEqual([
      {
        line: 2,
        column: null,
        code: "unread-element",
        message: "The element Title stands beside the records and is not read.",
      },
    ]);
  });
});

describe("a report that a table cannot hold is refused by line", () => {
  it.each([
    ["an element inside a value", "<R>\n<r>\n<a><b>1</b></a></r></R>", 3, /element inside a value, b/],
    ["an element twice in a record", "<R>\n<r><a>1</a>\n<a>1</a></r></R>", 3, /element a twice/],
    ["an element twice, first blank", "<R>\n<r><a/>\n<a>1</a></r></R>", 3, /element a twice/],
    ["records of two names", "<R><r><a>1</a></r>\n<s><a>1</a></s></R>", 2, /two names, r and, on line 2, s/],
    ["another element twice", "<R><r><a>1</a></r>\n<t/>\n<t/></R>", 3, /element t more than once/],
    ["text in the root", "<R><r><a>1</a></r>\n stray\n<r/></R>", 2, /text beside other elements/],
    ["text in a record before its values", "<R>\n<r>\nstray\n<a>1</a></r></R>", 3, /text beside/],
    ["text in a record after a value", "<R><r><a>1</a>\n\nstray</r></R>", 3, /text beside/],
    ["CDATA in a record", "<R><r><a>1</a>\n<![CDATA[stray]]></r></R>", 2, /text beside/],
    ["a record of text among records", "<R><r><a>1</a></r>\n<r>lost</r></R>", 2, /text of its own/],
    ["a list of values", "<R><r>1</r><r>2</r></R>", null, /holds no records/],
    ["no record", "<SuperStarReport>\n</SuperStarReport>", null, /holds no records/],
    ["a page of HTML", "<html><head><title>x</title></head><body><p>y</p></body></html>", 1, /two names/],
  ])("%s", (_, text, line, message) => {
    const refused = refusal(text);
    expect(refused.line).toBe(line);
    expect(refused.message).toMatch(message);
  });

  it("without quoting what the elements hold", () => {
    for (const text of [
      "<R><r><a>Blenkinsop</a><a>Blenkinsop</a></r></R>",
      "<R><r><a>1</a>Blenkinsop</r></R>",
      "<R><r><a>1</a></r><r>Blenkinsop</r></R>",
      "<R><r><a>Blenkinsop</b></r></R>",
      "<R><r><a>Blenkinsop",
      "<R><r><a>&Blenkinsop;</a></r></R>",
    ])
      expect(refusal(text).message).not.toContain("Blenkinsop");
  });

  it("where its records times columns would fill the memory", () => {
    const names = Array.from({ length: 5_000 }, (_, i) => `<c${i}/>`).join("");
    expect(refusal(`<R><r>${names}</r>${"<r/>\n".repeat(10_001)}</R>`)).toEqual({
      message: expect.stringContaining("50 million cells"),
      line: 10_000,
    });
    expect(refusal(`<R><r>${names}<d/></r></R>`).message).toContain("5,000 columns");
  });

  it("of more than 2 million records", () => {
    const reader = new ReportReader();
    const record = (first: number) => {
      const element = { name: "r", first, text: "", hasChildren: false };
      reader.open(element, 2);
      reader.close(element, 2, first);
    };
    for (let i = 1; i <= 2_000_000; i++) record(i);
    expect(() => record(2_000_001)).toThrow(/more than 2 million records at line 2000001/);
  });
});
