import { describe, expect, it } from "vitest";
import type { Token } from "../../../loaders/extract/text/tokenise.ts";
import { readTokens } from "../../support/text.ts";

function tokens(text: string, width: number | null = null, delimiter = ","): Token[] {
  return readTokens(Buffer.from(text, "utf8"), delimiter, width);
}
const cells = (text: string, width: number | null = null, delimiter = ",") =>
  tokens(text, width, delimiter).map((token) => token.cells ?? token.fault);

describe("cells", () => {
  it.each([
    ["plain", "a,b,c", [["a", "b", "c"]]],
    ["empty", ",,", [["", "", ""]]],
    ["empty line", "\n", [[""]]],
    ["quoted delimiter", '"O\'Brien, Jack",7', [["O'Brien, Jack", "7"]]],
    ["escaped quotes", '"say ""yes""",7', [['say "yes"', "7"]]],
    ["only escaped quotes", '""""', [['"']]],
    ["empty quotes", '"",""', [["", ""]]],
    ["spaces are kept for the reader", " a , b", [[" a ", " b"]]],
    ["text that looks like markup or a formula", "=A1,<img>,`x`", [["=A1", "<img>", "`x`"]]],
  ])("%s", (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it.each([";", "\t"])("delimiter %j", (delimiter) => {
    expect(cells(`a${delimiter}"b${delimiter}c"${delimiter}1,5`, null, delimiter)).toEqual([
      ["a", `b${delimiter}c`, "1,5"],
    ]);
  });
});

describe("cells over several lines", () => {
  it.each(["\n", "\r\n", "\r"])("with line end %j count every physical line", (end) => {
    expect(tokens(["A1,x", 'A2,"one', "two", "", 'four"', "A3,y"].join(end), 2)).toEqual([
      { first: 1, last: 1, cells: ["A1", "x"], fault: null },
      { first: 2, last: 5, cells: ["A2", "one\ntwo\n\nfour"], fault: null },
      { first: 6, last: 6, cells: ["A3", "y"], fault: null },
    ]);
  });

  it("are not taken where the record would not have its width", () => {
    expect(cells('A1,"one\ntwo",3\nA3,y', 2)).toEqual(["unclosed-quote", "stray-quote", ["A3", "y"]]);
  });

  it("do not swallow a line that looks like a record: two stray quotes stand around it", () => {
    expect(cells('A1,"x\nA2,y\nA3,z"\nA4,w', 2)).toEqual([
      "unclosed-quote",
      ["A2", "y"],
      "stray-quote",
      ["A4", "w"],
    ]);
    expect(cells('A1,b,"x\nA2,b,"\nAnnexe"', 3)).toEqual(["unclosed-quote", ["A2", "b", "\nAnnexe"]]);
  });

  it("hold lists with commas, as comments do", () => {
    expect(cells('A1,"First:\nread, revise, test\n5, or more"\nA2,y', 2)).toEqual([
      ["A1", "First:\nread, revise, test\n5, or more"],
      ["A2", "y"],
    ]);
  });

  it("do not run over a line that is not text", () => {
    const bytes = Buffer.concat([Buffer.from('A1,"one\n'), Buffer.from([0xff]), Buffer.from('\ntwo"\nA3,y')]);
    const read = readTokens(bytes, ",", 2);
    expect(read.map((token) => token.fault)).toEqual([
      "unclosed-quote",
      "encoding-error",
      "stray-quote",
      null,
    ]);
  });
});

describe("faults cost one line", () => {
  it.each([
    ["a quote inside a plain cell", 'A1,Smi"th,x'],
    ["text after a closing quote", 'A1,"Smith"x,y'],
    ["a quote at the end of a plain cell", 'A1,Smith",x'],
    ["a space before a quote", 'A1, "Smith, J",x'],
  ])("%s", (_, line) => {
    expect(cells(`h,i,j\n${line}\nA3,y,z`, 3)).toEqual([["h", "i", "j"], "stray-quote", ["A3", "y", "z"]]);
  });

  it("a quote on line 2 of 10,000 that never closes", () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `A${i},"Smith, ${i}",${i}`);
    lines[1] = 'A1,"Smith, 1,1';
    const read = tokens(lines.join("\n"), 3);
    expect(read).toHaveLength(10_000);
    expect(
      read.filter((token) => token.fault).map(({ first, last, fault }) => ({ first, last, fault })),
    ).toEqual([{ first: 2, last: 2, fault: "unclosed-quote" }]);
  });

  it("the same where no other line is quoted", () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `A${i},Smith,${i}`);
    lines[1] = 'A1,"Smith,1';
    const read = tokens(lines.join("\r\n"), 3);
    expect(read.filter((token) => token.fault).map(({ first }) => first)).toEqual([2]);
    expect(read).toHaveLength(10_000);
  });

  it("every line unclosed: every line is faulty, and reading ends", () => {
    const read = tokens(Array.from({ length: 2_000 }, () => 'A1,"b,c').join("\n"), 3);
    expect(read.every((token) => token.fault !== null)).toBe(true);
    expect(read).toHaveLength(2_000);
  });
});

describe("large input", () => {
  it("a cell of 100,000 characters is read, plain and quoted", () => {
    const long = "x".repeat(100_000);
    expect(tokens(`A1,${long}\nA2,"${long}"`, 2).map((token) => token.cells![1]!.length)).toEqual([
      100_000, 100_000,
    ]);
  });

  it("a cell of 4 MB costs its line and no other, plain and quoted", () => {
    const long = "x".repeat(4_000_000);
    expect(cells(`A1,${long}\nA2,"${long}"\nA3,y`, 2)).toEqual(["long-cell", "long-cell", ["A3", "y"]]);
  });

  it("an unclosed cell of 4 MB costs its line", () => {
    const lines = [`A1,"${"x".repeat(4_000_000)}`, ...Array.from({ length: 300 }, (_, i) => `A${i},y`)];
    const started = performance.now();
    expect(
      tokens(lines.join("\n"), 2)
        .filter((token) => token.fault)
        .map(({ first }) => first),
    ).toEqual([1]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("5,000 columns", () => {
    const row = Array.from({ length: 5_000 }, (_, i) => `"c${i}"`).join(",");
    expect(cells(`${row}\n${row}`, 5_000).map((read) => read!.length)).toEqual([5_000, 5_000]);
  });
});
