import { describe, expect, it } from "vitest";
import { decideEncoding } from "../../../../loaders/extract/layout/encoding.ts";

const utf8 = (text: string) => Buffer.from(text, "utf8");
const latin = (text: string) => Buffer.from(text, "latin1");
const decide = (bytes: Uint8Array) => decideEncoding(bytes, null);

describe("what settles the encoding", () => {
  it("a byte order mark wins over what is declared", () => {
    expect(decideEncoding(Buffer.from([0xef, 0xbb, 0xbf, 0x41]), "windows-1252")).toEqual({
      encoding: "utf-8",
      why: "mark",
    });
    expect(decideEncoding(Buffer.from([0xff, 0xfe, 0x41, 0]), null)).toMatchObject({ encoding: "utf-16le" });
    expect(decideEncoding(Buffer.from([0xfe, 0xff, 0, 0x41]), null)).toMatchObject({ encoding: "utf-16be" });
  });

  it("what is declared wins over what the bytes look like", () => {
    expect(decideEncoding(utf8("Zoë"), "windows-1252")).toEqual({
      encoding: "windows-1252",
      why: "declared",
    });
  });

  it("UTF-16 without a mark shows in the NUL of every other byte", () => {
    const text = "UPN,Surname\r\nL823432120001,Ní Bhriain\r\n";
    expect(decide(Buffer.from(text, "utf16le"))).toEqual({ encoding: "utf-16le", why: "utf-16" });
    expect(decide(Buffer.from(text, "utf16le").swap16())).toEqual({ encoding: "utf-16be", why: "utf-16" });
  });

  it.each([
    ["no bytes", utf8("")],
    ["ASCII", utf8("a,b\n1,2\n")],
    ["UTF-8", utf8("Seán,Zoë,“x”,€\n")],
    ["ASCII with a NUL", utf8("a,b\0\n1,2\n")],
    ["a few NUL on both sides", Buffer.from([0x41, 0, 0, 0x42, 0x43, 0x44, 0x45, 0x46])],
  ])("%s is UTF-8", (_, bytes) => {
    expect(decide(bytes)).toEqual({ encoding: "utf-8", why: "utf-8" });
  });
});

describe("Windows-1252", () => {
  it.each([
    ["names", "Name\nSe\xe1n N\xed Bhriain\nZo\xeb Smith-J\xf6nes\n"],
    ["a name that begins with a capital", "\xd3 Briain\n\xc9abha\nO\x92Brien\nANDR\xc9\n"],
    ["a capital after a hyphen", "Anne-\xc9milie\n"],
    ["signs beside words and numbers", "\x93Well done\x94 \x96 \xa35.00, 10\xb0, 1\xbd hours, Mr\xa0X\n"],
    ["years with a dash", "2010\x9611\n"],
  ])("is read where its letters and signs stand in words: %s", (_, text) => {
    expect(decide(latin(text))).toMatchObject({ encoding: "windows-1252", why: "windows-1252" });
  });

  it("says where the first such byte is, so that a warning can name its line", () => {
    expect(decide(latin("a,b\nZo\xeb,1\n"))).toMatchObject({ firstAt: 6 });
  });

  it.each([
    ["an old DOS code page", "Se\xa0n,Zo\x89,Andr\x82\n"],
    ["the same, of one letter that is a hard space in Windows-1252", "Se\xa0n\nSi\xa0n,Da\x82n\n"],
    ["an old Macintosh code page", "Se\x87n,Zo\x91,Andr\x8e\nRen\x8ee\n"],
    ["a capital inside a word", "Ren\x8ee\n"],
    ["bytes it leaves undefined", "Se\x81n\n"],
    ["half of a small letter with an accent", "Se\xc3n\n"],
    ["the other half of it", "Se\xa9n\n"],
    ["half of one at the start of a word", "\xc3ine\n"],
    ["a currency sign inside a grade", "\xa4\n"],
    ["a byte order mark inside the text", "Biology\xfe\xff\n"],
    ["the other one", "Subject\n\xff\xfeBiology\n"],
  ])("is not concluded from %s; the damaged lines alone are lost", (_, text) => {
    expect(decide(latin(text))).toEqual({ encoding: "utf-8", why: "utf-8" });
  });

  it("one odd byte does not make another thing of a file in Windows-1252", () => {
    const text = `${"Zo\xeb\n".repeat(30)}\x81\n`;
    expect(decide(latin(text))).toMatchObject({ encoding: "windows-1252" });
  });
});

describe("a slip of the hand in a file in Windows-1252", () => {
  const names = (count: number) => "Zo\xeb\n".repeat(count);

  it("displaces the letters on both sides of it, and changes nothing else where four others are in place", () => {
    expect(decide(latin(`${names(4)}\xc9,\xe9\n`))).toMatchObject({ encoding: "windows-1252" });
    expect(decide(latin(`015\x83\xc5berg\n${names(4)}`))).toMatchObject({ encoding: "windows-1252" });
    expect(decide(latin(`${names(3)}\xc9,\xe9\n`))).toMatchObject({ encoding: "utf-8" });
  });

  it("is one slip: two make the encoding doubtful", () => {
    expect(decide(latin(`\xe9,12\n${names(8)}1,\xe9\n`))).toMatchObject({ encoding: "utf-8" });
  });
});

describe("a UTF-8 file with damage", () => {
  it("stays UTF-8, so that only its damaged lines are lost", () => {
    const damaged = Buffer.concat([utf8("Zoë\nSeán\nÉabha\n"), latin("Zo\xeb\n")]);
    expect(decide(damaged)).toEqual({ encoding: "utf-8", why: "utf-8" });
    expect(decide(utf8("Zoë,Seán").subarray(0, 8))).toEqual({ encoding: "utf-8", why: "utf-8" });
  });

  it("counts a character that lost a byte as one damage, not two", () => {
    const broken = Buffer.concat([utf8("Zoë\n"), Buffer.from([0x41, 0xe2, 0x80, 0x20, 0x42, 0x0a])]);
    expect(decide(broken)).toEqual({ encoding: "utf-8", why: "utf-8" });
  });

  it("with more that is not UTF-8 than is, is asked about", () => {
    const mixed = Buffer.concat([utf8("Zoë\n"), latin("Zo\xeb\nSe\xe1n\n")]);
    expect(decide(mixed)).toEqual({
      question: expect.stringContaining("1 of its letters and signs are UTF-8, 2 are not"),
    });
  });
});
