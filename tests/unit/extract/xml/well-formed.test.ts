import { describe, expect, it } from "vitest";
import { looksLikeXml, readXml } from "../../../../loaders/extract/xml/read-xml.ts";
import { refusal } from "./refusal.ts";

const report = (value: string) => `<R>\n<r>\n<a>${value}</a></r></R>`;

describe("a file is recognised as XML", () => {
  it.each([
    ["a declaration", Buffer.from('<?xml version="1.0"?><a/>')],
    ["a tag", Buffer.from("<CTfile>")],
    ["a comment", Buffer.from("<!-- made by SIMS --><a/>")],
    ["a DOCTYPE, so that it is refused as XML", Buffer.from("<!DOCTYPE a><a/>")],
    ["blanks before", Buffer.from(" \r\n\t<a/>")],
    ["a byte order mark", Buffer.from("\uFEFF\n<a/>")],
    ["UTF-16 with a mark", Buffer.from("\uFEFF<a/>", "utf16le")],
    ["UTF-16 without a mark", Buffer.from("<a/>", "utf16le")],
    ["UTF-16, big-endian, without a mark", Buffer.from("<a/>", "utf16le").swap16()],
  ])("by %s", (_, bytes) => {
    expect(looksLikeXml(bytes)).toBe(true);
  });

  it.each([
    ["no bytes", ""],
    ["blanks", " \n "],
    ["CSV", "UPN,Surname\nA1,<b>\n"],
    ["a header that is a comparison", "<5,>5\n1,2\n"],
    ["a workbook", "PK\u0003\u0004<a/>"],
    ["text before", "x<a/>"],
  ])("not %s", (_, text) => {
    expect(looksLikeXml(Buffer.from(text, "latin1"))).toBe(false);
  });
});

describe("XML that is not well-formed is refused by line", () => {
  it.each([
    ["a closing tag that does not match", "<R>\n<r><a>1</b></r></R>", 2, /closing tag/],
    ["a closing tag too many", "<R>\n<r><a>1</a></r></r></R>", 2, /closing tag/],
    ["an entity of its own", report("&school;"), 3, /entity/],
    ["an entity named as a method of objects", report("&toString;&constructor;&__proto__;"), 3, /entity/],
    ["a bare &", report("Smith & Sons"), 3, /&amp;/],
    ["a bare & with a semicolon far below", report(`Smith\r\n & Sons</a>\n<b>\n1;`), 4, /&amp;/],
    ["a bare & in an attribute", '<R>\n<r\n x="Smith & Sons"><a/></r>\n</R>', 3, /&amp;/],
    ["a bare & in a file of millions of characters", report(`\rA&B${"\nx".repeat(3 << 20)}`), 4, /&amp;/],
    ["an end in a comment that holds a bare &", report("<!-- Smith & Sons\n"), 4, /breaks off/],
    ["a character reference to NUL", report("&#0;"), 3, /entity/],
    ["NUL", report("\0"), 3, /character that XML does not allow/],
    ["a control character", report("\u0007"), 3, /character that XML does not allow/],
    ["< in text", report("<5"), 3, /written as XML asks|not allow/],
    ["an attribute without quotes", "<R>\n<r x=1/></R>", 2, /attribute/],
    ["an attribute twice", '<R>\n<r x="1" x="2"/></R>', 2, /attribute/],
    ["text after the root", "<R><r><a/></r></R>\nlost", 2, /outside/],
    ["a second root", "<R><r><a/></r></R>\n<R/>", 2, /outside/],
    ["nothing but a declaration", '<?xml version="1.0"?>\n', 1, /breaks off/],
    ["an empty file", "", 1, /breaks off/],
  ])("%s", (_, text, line, message) => {
    expect(refusal(text)).toEqual({ message: expect.stringMatching(message), line });
  });

  it.each(["\n", "\r\n", "\r"])("a file that breaks off, with its last line (%j)", (end) => {
    const whole = ["<R>", "<r><a>1</a></r>", "<r><a>2</a></r>", "</R>"].join(end);
    for (let length = 0; length < whole.length; length++) {
      const text = whole.slice(0, length);
      const lines = text.split(/\r\n|\r|\n/);
      if (lines.length > 1 && lines.at(-1) === "") lines.pop();
      expect(refusal(text).line).toBe(lines.length);
    }
    expect(readXml(Buffer.from(whole)).rows).toHaveLength(2);
  });

  it("a CDATA section or instruction that lost its end and took in another's beginning", () => {
    const cdata = "<R>\n<r><a><![CDATA[x]></a></r><r><a><![CDATA[y]]></a></r></R>";
    expect(refusal(cdata)).toEqual({ message: expect.stringContaining("CDATA"), line: 2 });
    const instruction = "<R>\n<r><a>1</a></r><?x ><r><a>2</a></r><?y ?><r><a>3</a></r></R>";
    expect(refusal(instruction)).toEqual({ message: expect.stringContaining("instruction"), line: 2 });
  });
});

describe("hostile XML is refused", () => {
  it.each([
    ["a bare DOCTYPE", "<!DOCTYPE R>\n<R><r><a/></r></R>", 1],
    ["an external one", '\n<!DOCTYPE R SYSTEM "http://example.org/x.dtd">\n<R/>', 2],
    [
      "an entity bomb",
      '<?xml version="1.0"?>\n<!DOCTYPE R [\n<!ENTITY a "ha">\n<!ENTITY b "&a;&a;&a;">\n]>\n<R><r><a>&b;</a></r></R>',
      2,
    ],
    [
      "an external entity",
      '<!DOCTYPE R [<!ENTITY x SYSTEM "file:///etc/passwd">]><R><r><a>&x;</a></r></R>',
      1,
    ],
  ])("%s, by its first line", (_, text, line) => {
    expect(refusal(text)).toEqual({ message: expect.stringContaining("DOCTYPE"), line });
  });

  it("more than 32 levels", () => {
    expect(refusal(`${"<a>\n".repeat(33)}`)).toEqual({ message: expect.stringMatching(/inside/), line: 4 });
    const ctf = (depth: number) =>
      `<CTfile><CTFpupilData><Pupil>\n${"<x>".repeat(depth)}${"</x>".repeat(depth)}</Pupil></CTFpupilData></CTfile>`;
    expect(readXml(Buffer.from(ctf(29))).rows).toHaveLength(1);
    expect(refusal(ctf(30))).toEqual({ message: expect.stringContaining("32"), line: 2 });
  });

  it("a value of more than 1 MiB, and none of less", () => {
    const most = 1 << 20;
    expect(readXml(Buffer.from(report("x".repeat(most)))).rows[0]!.cells[0]).toHaveLength(most);
    expect(refusal(report("x".repeat(most + 1)))).toEqual({
      message: expect.stringContaining("1 MiB"),
      line: 3,
    });
    expect(refusal(report(`${"x".repeat(most)}<!-- -->x`)).message).toContain("1 MiB");
  });

  it.each([
    ["comment", "<!--"],
    ["attribute", '<a x="'],
    ["instruction", "<?x "],
    ["DOCTYPE", "<!DOCTYPE R ["],
    ["CDATA section", "<![CDATA["],
    ["entity", "&"],
  ])("a %s that never ends", (_, start) => {
    expect(refusal(`<R><r>${start}${"x".repeat(4 << 20)}`).message).toMatch(/1 MiB|well-formed/);
  });

  it("names of more than 256 characters, and attributes of more than 256 names", () => {
    const name = "n".repeat(257);
    expect(refusal(`<R>\n<r><${name}/></r></R>`)).toEqual({
      message: expect.stringContaining("256"),
      line: 2,
    });
    expect(refusal(`<R>\n<r ${name}="1"/></R>`).line).toBe(2);
    const many = Array.from({ length: 257 }, (_, i) => `x${i}="1"`).join(" ");
    expect(refusal(`<R><r ${many}><a/></r></R>`).message).toContain("256");
  });

  it("attributes of any name are safe", () => {
    const { notices } = readXml(Buffer.from('<R><r __proto__="1" constructor="2"><a/></r></R>'));
    expect(notices).toHaveLength(2);
  });
});
