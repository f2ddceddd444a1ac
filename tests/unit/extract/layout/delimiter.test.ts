import { describe, expect, it } from "vitest";
import { decideDelimiter, sepOf, sketchRows } from "../../../../loaders/extract/layout/delimiter.ts";
import { headerStrength } from "../../../../loaders/extract/layout/find-header.ts";
import { context } from "./context.ts";

const decide = (text: string, fileName = "x.csv") =>
  decideDelimiter(text.split("\n"), null, (rows) => headerStrength(rows, context({ fileName })));

describe("the character between cells", () => {
  it.each([
    ["commas", "student_id,subject,grade\nA1,Art,3\n", ","],
    ["semicolons, with decimal commas", "student_id;possible;attended\nA1;10,5;9,5\n", ";"],
    ["tabs", "student_id\tsubject\tgrade\nA1\tArt\t3\n", "\t"],
    ["vertical bars", "UPN|Surname|Forename\nx|Smith, Ann|y\n", "|"],
    ["commas in a title above", "College, Anytown, Kent, England\nUPN;Name;Focus\nx;y, z;3\n", ";"],
    ["names with commas in quotation marks", '"Smith, A";B\nstudent_id;surname\n', ";"],
    ["unknown headers", "p;q;r\n1;2,5;3\n4;5;6\n", ";"],
  ])("%s", (_, text, delimiter) => {
    expect(decide(text)).toMatchObject({ delimiter, sepLine: false });
  });

  it("a file in which nothing divides has one column", () => {
    expect(decide("student_id\nA1\n")).toEqual({ delimiter: ",", why: "one column", sepLine: false });
    expect(decide("")).toMatchObject({ why: "one column" });
  });

  it("the line for spreadsheets says it, quoted or not", () => {
    expect(decide("sep=;\na,b;c,d\n")).toEqual({ delimiter: ";", why: "sep", sepLine: true });
    expect(decide('"sep=|"\na,b|c,d\n')).toEqual({ delimiter: "|", why: "sep", sepLine: true });
    expect(decide("sep=\t\na\tb\n")).toMatchObject({ delimiter: "\t" });
    expect(sepOf("sep=x")).toBeNull();
    expect(sepOf("separate")).toBeNull();
  });

  it("what is declared wins, and the line for spreadsheets is still none of the table", () => {
    expect(decideDelimiter(["sep=;", "a|b"], "|", () => 0)).toEqual({
      delimiter: "|",
      why: "declared",
      sepLine: true,
    });
  });

  it("is asked for where two divide equally well", () => {
    expect(decide("p;q,r\n1;2,3\n")).toEqual({ question: expect.stringContaining("commas and semicolons") });
  });
});

describe("rows sketched to see what a file may be", () => {
  it.each([
    ['a,"b, ""c""",d', [["a", 'b, "c"', "d"]]],
    [
      '"a\nb",c\nd,e',
      [
        ["a\nb", "c"],
        ["d", "e"],
      ],
    ],
    [
      'a,"b\nc,d',
      [
        ["a", '"b'],
        ["c", "d"],
      ],
    ],
    ['a,"b"c,d', [["a", '"b"c', "d"]]],
    ["a,,", [["a", "", ""]]],
    ['"a",', [["a", ""]]],
    ['""', [[""]]],
  ])("%j", (text, rows) => {
    expect(sketchRows(text.split("\n"), ",")).toEqual(rows);
  });

  it.each(["x", 'a""', ",", ":", " "])("may have a cell of four million characters, here of %j", (text) => {
    const long = text.repeat(4_000_000 / text.length);
    const [row] = sketchRows([`"${long}",b`], ",");
    expect(row).toEqual([long.replaceAll('""', '"'), "b"]);
    expect(
      decideDelimiter([`"${long}",UPN`, "a,b"], null, (rows) => headerStrength(rows, context())),
    ).toMatchObject({
      delimiter: ",",
    });
  });
});
