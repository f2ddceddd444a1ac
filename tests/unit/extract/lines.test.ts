import { describe, expect, it } from "vitest";
import type { Encoding } from "../../../loaders/extract/text/decode.ts";
import { readLines } from "../../support/text.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
const texts = (input: Uint8Array, encoding: Encoding = "utf-8") =>
  readLines(input, encoding).lines.map((line) => line.text);

function utf16(text: string, order: "le" | "be", mark = true): Uint8Array {
  const little = Buffer.from(mark ? `\uFEFF${text}` : text, "utf16le");
  return order === "le" ? little : little.swap16();
}

describe("line endings", () => {
  it.each([
    ["LF", "a\nb\n", ["a", "b"]],
    ["CRLF", "a\r\nb\r\n", ["a", "b"]],
    ["CR", "a\rb\r", ["a", "b"]],
    ["mixed", "a\nb\r\nc\rd", ["a", "b", "c", "d"]],
    ["none at the end", "a\nb", ["a", "b"]],
    ["blank lines", "\n\r\n\r\n", ["", "", ""]],
    ["LF CR is two", "a\n\rb", ["a", "", "b"]],
    ["only a line end", "\n", [""]],
  ])("%s", (_, text, expected) => {
    expect(texts(bytes(text))).toEqual(expected);
  });

  it("an empty file has no line", () => {
    expect(readLines(new Uint8Array(), "utf-8").lines).toEqual([]);
  });

  it("other separators of Unicode end no line", () => {
    expect(texts(Buffer.from("a\u2028b\u0085c\u000bd\u000ce", "utf8"))).toEqual([
      "a\u2028b\u0085c\u000bd\u000ce",
    ]);
  });

  it("numbers, starts and ends tile the file", () => {
    const { lines } = readLines(bytes("a\r\nbb\rc"), "utf-8");
    expect(lines.map(({ number, start, end }) => [number, start, end])).toEqual([
      [1, 0, 3],
      [2, 3, 6],
      [3, 6, 7],
    ]);
  });
});

describe("byte order marks win over the declared encoding and are no text", () => {
  it.each([
    ["UTF-8", Buffer.from("\uFEFFé\nb", "utf8"), "windows-1252", "utf-8"],
    ["UTF-16 little-endian", utf16("é\nb", "le"), "utf-8", "utf-16le"],
    ["UTF-16 big-endian", utf16("é\nb", "be"), "utf-8", "utf-16be"],
  ] as const)("%s", (_, input, declared, encoding) => {
    const read = readLines(input, declared);
    expect(read.encoding).toBe(encoding);
    expect(read.lines.map((line) => line.text)).toEqual(["é", "b"]);
    expect(read.lines[0]!.start).toBe(0);
  });

  it("a mark and nothing else is one empty line", () => {
    expect(texts(bytes("\xef\xbb\xbf"))).toEqual([""]);
  });
});

describe("UTF-16", () => {
  it.each(["le", "be"] as const)("%s is read without a mark where declared, CRLF, CR and all", (order) => {
    expect(texts(utf16("Zoë\r\nx\ry\n😀", order, false), `utf-16${order}`)).toEqual(["Zoë", "x", "y", "😀"]);
  });

  it.each(["le", "be"] as const)("%s: characters that hold the byte 0x0A or 0x0D end no line", (order) => {
    expect(texts(utf16("\u0a0a\u0d0d\u010a\u0a01", order))).toEqual(["\u0a0a\u0d0d\u010a\u0a01"]);
  });

  it("half a character at the end costs the last line only", () => {
    const whole = utf16("a\nb", "le");
    expect(texts(Buffer.concat([whole, Buffer.from([0x41])]))).toEqual(["a", null]);
  });

  it("half a surrogate pair costs its line only", () => {
    const input = Buffer.concat([utf16("a\n", "le"), Buffer.from([0x3d, 0xd8]), utf16("\nc", "le", false)]);
    expect(texts(input)).toEqual(["a", null, "c"]);
  });
});

describe("Windows-1252", () => {
  it("reads the bytes 0x80 to 0x9F as its own letters, not as control characters", () => {
    expect(texts(bytes("O\x92Brien,\x80,\x9cuvre,Zo\xeb,\x8aime"), "windows-1252")).toEqual([
      "O’Brien,€,œuvre,Zoë,Šime",
    ]);
  });

  it("agrees with the standard's table for every byte it defines", () => {
    const expected: Record<number, string> = { 128: "€", 133: "…", 142: "Ž", 145: "‘", 153: "™", 159: "Ÿ" };
    for (const [byte, letter] of Object.entries(expected))
      expect(texts(Uint8Array.of(+byte), "windows-1252")).toEqual([letter]);
    for (let byte = 0xa0; byte <= 0xff; byte++)
      expect(texts(Uint8Array.of(byte), "windows-1252")).toEqual([String.fromCharCode(byte)]);
  });

  it.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])("byte %i is undefined and costs its line only", (byte) => {
    expect(texts(Uint8Array.of(0x61, 0x0a, byte, 0x0a, 0x63), "windows-1252")).toEqual(["a", null, "c"]);
  });
});

describe("what is not text costs its line only", () => {
  it.each([
    ["truncated UTF-8", "a\nb\xe2\x82\nc"],
    ["truncated UTF-8 at the end of a CRLF line", "a\r\nb\xc3\r\nc"],
    ["Windows-1252 undeclared", "a\nZo\xeb\nc"],
    ["overlong UTF-8", "a\n\xc0\xaf\nc"],
    ["a surrogate in UTF-8", "a\n\xed\xa0\x80\nc"],
    ["NUL", "a\nb\0\nc"],
  ])("%s", (_, text) => {
    expect(texts(bytes(text))).toEqual(["a", null, "c"]);
  });

  it("at the end of the file", () => {
    expect(texts(bytes("a\nb\xf0\x9f\x98"))).toEqual(["a", null]);
  });
});
