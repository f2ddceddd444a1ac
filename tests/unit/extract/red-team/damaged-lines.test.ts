import { describe, expect, it } from "vitest";
import { readFolder } from "../../../support/programme-folder.ts";

const header = "student_id,subject,review_date,criterion,grade,teacher\n";
const days = Array.from({ length: 28 }, (_, i) => `2010-10-${String(i + 1).padStart(2, "0")}`);
const good = Array.from(
  { length: 3000 },
  (_, i) => `A${1 + (i % 3)},S${Math.floor(i / 84)},${days[Math.floor(i / 3) % 28]},focus,${1 + (i % 5)},T\n`,
);

/** A file of 3,000 lines whose second line of data is another one. */
const withLine = (line: string) => header + good.map((same, i) => (i === 1 ? line : same)).join("");

describe("a damaged line near the start of a long file", () => {
  it.each([
    ["an unclosed quotation mark", 'A1,"S1,2010-10-08,focus,4,T\n', ["unclosed-quote"]],
    ["a quotation mark within a cell", 'A1,S"1,2010-10-08,focus,4,T\n', ["stray-quote"]],
    ["a quotation mark at the end", 'A1,Sx,2010-10-08,focus,4,T"\n', ["stray-quote"]],
    ["nothing but a quotation mark", '"\n', ["unclosed-quote"]],
    [
      "text after a quoted cell of two lines",
      'A1,"x\ny"z,2010-10-08,focus,4,T\n',
      ["unclosed-quote", "stray-quote"],
    ],
    ["one cell around all of it", '"A1,Sx,2010-10-08,focus,4,T"\n', ["missing-cell"]],
    ["a NUL", "A1,S\u0000,2010-10-08,focus,4,T\n", ["encoding-error"]],
    ["a cell too many", "A1,Art, Design,2010-10-08,focus,4,T\n", ["extra-cell"]],
    ["a cell too few", "A1,Sx,2010-10-08,focus,4\n", ["missing-cell"]],
    ["an extra empty cell", "A1,Sx,2010-10-08,focus,4,T,\n", ["extra-cell"]],
  ])("costs itself alone: %s", (_, line, codes) => {
    const { rows, problems, quarantined, file } = readFolder({ "reviews.csv": withLine(line) });
    expect(rows("reviews")).toHaveLength(2999);
    expect(problems("reviews.csv").map(({ code }) => code)).toEqual(codes);
    expect(problems("reviews.csv")[0]!.line).toBe(3);
    expect(Buffer.concat(quarantined("reviews.csv")).toString()).toBe(line);
    expect(file("reviews.csv").lineCounts()).toMatchObject({ accepted: 2999, quarantined: codes.length });
  });

  it("costs itself alone where its bytes are Windows-1252 in a UTF-8 file", () => {
    const bytes = Buffer.concat([
      Buffer.from(withLine("A1,Fr\u00e4n,2010-10-08,focus,4,T\n")),
      Buffer.from("A1,Fran\u00e7ais,2010-10-08,focus,4,T\n", "latin1"),
      Buffer.from("A1,Latin,2010-10-08,focus,4,T\n"),
    ]);
    const { rows, problems } = readFolder({ "reviews.csv": bytes });
    expect(rows("reviews")).toHaveLength(3001);
    expect(problems("reviews.csv")).toMatchObject([{ line: 3002, code: "encoding-error" }]);
    expect(JSON.stringify(rows("reviews"))).not.toContain("\ufffd");
  });

  it.each([
    ["half a character at the end", Buffer.from([65])],
    ["a surrogate without its other half", Buffer.from("A1,a\ud800b,2010-10-08,focus,4,T\n", "utf16le")],
  ])("costs itself alone in UTF-16: %s", (_, damage) => {
    const text = Buffer.from(
      `\ufeff${header}A1,a,2010-10-08,focus,4,T\nA2,b,2010-10-08,focus,4,T\n`,
      "utf16le",
    );
    const { rows, problems } = readFolder({ "reviews.csv": Buffer.concat([text, damage]) });
    expect(rows("reviews")).toHaveLength(2);
    expect(problems("reviews.csv")).toMatchObject([{ line: 4, code: "encoding-error" }]);
  });
});

describe("line ends of three kinds in one file", () => {
  it("all end a line", () => {
    const { rows, file } = readFolder({
      "reviews.csv": `${header.trim()}\r\nA1,a,2010-10-08,focus,4,T\rA2,b,2010-10-08,focus,4,T\r\nA3,c,2010-10-08,focus,4,T\n\r\nA3,d,2010-10-08,focus,4,T\r\r\nA3,e,2010-10-08,focus,4,T`,
    });
    expect(rows("reviews").map(({ subject }) => subject)).toEqual(["a", "b", "c", "d", "e"]);
    expect(file("reviews.csv").lineCounts()).toMatchObject({ total: 8, accepted: 5, blank: 2 });
  });
});
