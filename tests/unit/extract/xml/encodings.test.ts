import { describe, expect, it } from "vitest";
import { decodeWindows1252 } from "../../../../loaders/extract/text/windows-1252.ts";
import { readXml } from "../../../../loaders/extract/xml/read-xml.ts";
import { refusal } from "./refusal.ts";

const declared = (encoding: string, value = "Seán O’Neill") =>
  `<?xml version="1.0" encoding="${encoding}"?>\r\n<R>\r\n<r><a>${value}</a></r>\r\n</R>`;
const utf16 = (text: string, order: "le" | "be") =>
  order === "le" ? Buffer.from(text, "utf16le") : Buffer.from(text, "utf16le").swap16();
/** The text in Windows-1252, as far as its characters are ASCII, Latin-1 or the right single quotation mark. */
const windows1252 = (text: string) => Buffer.from(text.replaceAll("’", "\x92"), "latin1");

describe("an XML file is read in the encoding of its mark or declaration", () => {
  it.each([
    ["UTF-8 declared", Buffer.from(declared("utf-8")), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${declared("UTF-8")}`), "utf-8"],
    ["UTF-8 by default", Buffer.from(declared("utf-8").replace(/^.*\r\n/, "\r\n")), "utf-8"],
    ["UTF-16 LE with a mark", utf16(`\uFEFF${declared("utf-16")}`, "le"), "utf-16le"],
    ["UTF-16 BE with a mark", utf16(`\uFEFF${declared("utf-16")}`, "be"), "utf-16be"],
    ["UTF-16 LE without a mark", utf16(declared("utf-16"), "le"), "utf-16le"],
    ["UTF-16 BE without a mark", utf16(declared("UTF-16BE"), "be"), "utf-16be"],
    ["a mark against its declaration", Buffer.from(`\uFEFF${declared("windows-1252")}`), "utf-8"],
    ["Windows-1252", windows1252(declared("Windows-1252")), "windows-1252"],
    [
      "ISO-8859-1, whose bytes 80 to 9F mean Windows-1252",
      windows1252(declared("ISO-8859-1")),
      "windows-1252",
    ],
  ])("%s", (_, bytes, encoding) => {
    const read = readXml(bytes);
    expect(read.encoding).toBe(encoding);
    expect(read.rows).toEqual([{ first: 3, last: 3, cells: ["Seán O’Neill"] }]);
    expect(read.notices).toEqual([]);
  });

  it("of one byte a character as UTF-8 where it declares UTF-16, with a notice", () => {
    const read = readXml(Buffer.from(declared("utf-16")));
    expect(read.encoding).toBe("utf-8");
    expect(read.rows[0]!.cells).toEqual(["Seán O’Neill"]);
    expect(read.notices).toEqual([expect.objectContaining({ line: 1, code: "encoding-error" })]);
    expect(refusal(windows1252(declared("utf-16"))).line).toBe(3);
  });

  it.each(["shift_jis", "iso-8859-15", "us-ascii", "utf-7", "ebcdic-cp-gb", "utf-32"])(
    "not %s",
    (encoding) => {
      expect(refusal(declared(encoding, "x"))).toEqual({
        message: expect.stringContaining(encoding),
        line: 1,
      });
    },
  );
});

describe("bytes that are not text are refused by line", () => {
  const rows = (end: string, bad: number[]) =>
    Buffer.concat([
      Buffer.from(`<R>${end}<r><a>1</a></r>${end}<r><a>`),
      Buffer.from(bad),
      Buffer.from(`</a></r>${end}</R>`),
    ]);

  it.each([
    ["\n", [0xe9]],
    ["\r\n", [0xc3, 0x28]],
    ["\r", [0xed, 0xa0, 0x80]],
    ["\n", [0xc0, 0x80]],
    ["\n", [0xf5, 0x80, 0x80, 0x80]],
  ])("in UTF-8 (%j, %j)", (end, bad) => {
    expect(refusal(rows(end, bad))).toEqual({ message: expect.stringContaining("utf-8"), line: 3 });
  });

  it("in UTF-8 that breaks off inside a character", () => {
    expect(refusal(Buffer.from("<R>\n<r><a>é").subarray(0, -1)).line).toBe(2);
  });

  it("in UTF-16: half a surrogate pair, and half a unit", () => {
    const lone = utf16(`\uFEFF<R>\r\n<r><a>\ud83d</a></r></R>`, "le");
    expect(refusal(lone)).toEqual({ message: expect.stringContaining("utf-16le"), line: 2 });
    expect(refusal(utf16("<R>\r\n<r><a>x</a></r></R>", "be").subarray(0, -1)).line).toBe(2);
  });

  it("in Windows-1252: bytes it leaves undefined", () => {
    for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) {
      const file = windows1252(declared("windows-1252", String.fromCharCode(byte)));
      expect(refusal(file)).toEqual({ message: expect.stringContaining("windows-1252"), line: 3 });
    }
  });

  it("also far into a large file", () => {
    const good = Buffer.from(`<R>\n${"<r><a>é’x</a></r>\n".repeat(20_000)}`);
    expect(refusal(Buffer.concat([good, Buffer.from([0xff]), Buffer.from("\n</R>")])).line).toBe(20_002);
  });
});

describe("Windows-1252", () => {
  it("differs from Latin-1 in the bytes 80 to 9F", () => {
    expect(decodeWindows1252(Buffer.from([0x80, 0x85, 0x8a, 0x92, 0x9f, 0xa0, 0xe9, 0x41]))).toBe(
      "€…Š’Ÿ\u00a0éA",
    );
  });

  it("is read by one character a byte, and has 251 of them", () => {
    const read = Array.from({ length: 256 }, (_, byte) => decodeWindows1252(Uint8Array.of(byte)));
    expect(read.filter((text) => text === null)).toHaveLength(5);
    expect(new Set(read.filter((text) => text !== null)).size).toBe(251);
    expect(read.every((text) => text === null || text.length === 1)).toBe(true);
  });
});
