import { describe, expect, it } from "vitest";
import { looksLikeOldExcel, looksLikeZip } from "../../../../loaders/extract/workbook/file-signature.ts";
import { type WorkbookLimits, workbookLimits } from "../../../../loaders/extract/workbook/limits.ts";
import { readWorkbook } from "../../../../loaders/extract/workbook/read-workbook.ts";
import {
  main,
  relationships,
  type WorkbookInput,
  workbookBytes,
  workbookParts,
  worksheetXml,
  zipBytes,
} from "../../../support/write-workbook.ts";

const marks = {
  sheets: [
    {
      name: "Marks",
      rows: [
        ["Adno", "Grade"],
        ["1", "B"],
        ["2", 88.4],
      ],
    },
  ],
};
const sheetPart = "xl/worksheets/sheet1.xml";

/** The message with which bytes are refused. */
function refusal(bytes: Uint8Array, limits?: Partial<WorkbookLimits>): Promise<string> {
  return readWorkbook(bytes, { ...workbookLimits, ...limits }).then(
    () => "not refused",
    (error: Error) => {
      expect(error.name).toBe("ContainerError");
      expect(error.message).toMatch(/^[A-Z].*\.$/);
      return error.message;
    },
  );
}

const refusalOf = async (parts: WorkbookInput["parts"] & {}, limits?: Partial<WorkbookLimits>) =>
  refusal(await workbookBytes({ ...marks, parts }), limits);

const cellsOf = async (bytes: Uint8Array) => (await readWorkbook(bytes))[0]!.rows.map(({ cells }) => cells);

/** Where the two records of an entry begin: its local header, and its record in the central directory. */
function entryPlaces(bytes: Uint8Array, name: string): { local: number; central: number } {
  const buffer = Buffer.from(bytes);
  const central = buffer.indexOf(name, buffer.indexOf("PK\x01\x02", 0, "latin1")) - 46;
  const local = buffer.readUInt32LE(central + 42);
  expect(buffer.toString("latin1", local, local + 4)).toBe("PK\x03\x04");
  expect(buffer.toString("latin1", central, central + 4)).toBe("PK\x01\x02");
  return { local, central };
}

describe("a file under the name of a workbook", () => {
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

  it.each([
    ["an old .xls", Buffer.from([...compound, 0, 0, 0]), "is in the old Excel format (.xls)"],
    [
      "one saved with a password",
      Buffer.concat([Buffer.from(compound), Buffer.from("\0EncryptedPackage", "utf16le")]),
      "is protected with a password",
    ],
    ["XML", Buffer.from('<?xml version="1.0"?><Workbook/>'), "holds XML or HTML text"],
    ["XML in UTF-16", Buffer.from("\uFEFF<?xml version='1.0'?>", "utf16le"), "holds XML or HTML text"],
    ["HTML", Buffer.from("\uFEFF\r\n <html>"), "holds XML or HTML text"],
    ["CSV", Buffer.from("Adno,Grade\n1,B\n"), "If it holds delimited text, name it .csv."],
    ["nothing", Buffer.alloc(0), "is empty"],
  ])("that holds %s is refused with what to do", async (_, bytes, message) => {
    expect(await refusal(bytes)).toContain(message);
  });

  it("is known by its first bytes", async () => {
    expect(looksLikeZip(await workbookBytes(marks))).toBe(true);
    expect(looksLikeZip(await zipBytes([]))).toBe(true);
    expect(looksLikeZip(Buffer.from("PK"))).toBe(false);
    expect(looksLikeOldExcel(Buffer.from(compound))).toBe(true);
    expect(looksLikeOldExcel(Buffer.from(compound.slice(0, 7)))).toBe(false);
  });

  it("that is another zip file, a document or a binary workbook is refused", async () => {
    const other = "is a zip file, but not an Excel workbook";
    const parts = workbookParts(marks);
    const { "[Content_Types].xml": _, ...untyped } = parts;
    const { "xl/workbook.xml": __, ...unlisted } = parts;
    const asFiles = (all: Record<string, string>) => zipBytes(Object.entries(all));
    expect(await refusal(await zipBytes([["reviews.csv", "Adno,Grade"]]))).toContain(other);
    expect(await refusal(await zipBytes([]))).toContain(other);
    expect(await refusal(await asFiles(untyped))).toContain(other);
    expect(await refusal(await asFiles(unlisted))).toContain(other);
    const document = { "_rels/.rels": relationships([["officeDocument", "word/document.xml"]]) };
    expect(await refusalOf({ ...document, "word/document.xml": "<w/>" })).toContain(other);
    const binary = { "_rels/.rels": relationships([["officeDocument", "xl/workbook.bin"]]) };
    expect(await refusalOf({ ...binary, "xl/workbook.bin": "x" })).toContain("binary workbook (.xlsb)");
  });
});

describe("a damaged zip file", () => {
  it("is refused wherever it is cut short", async () => {
    const bytes = await workbookBytes(marks);
    for (let length = 4; length < bytes.length; length += 97) {
      expect(await refusal(bytes.subarray(0, length))).toContain("damaged or cut short");
    }
    expect(await refusal(bytes.subarray(0, bytes.length - 1))).toContain("damaged or cut short");
  });

  it("never gives other cells than it was written with, whichever byte of it is changed", async () => {
    const bytes = await workbookBytes(marks);
    const written = await cellsOf(bytes);
    let refused = 0;
    for (let i = 0; i < bytes.length; i += 3) {
      const changed = Uint8Array.from(bytes);
      changed[i]! ^= 0x11;
      try {
        expect(await cellsOf(changed)).toEqual(written);
      } catch (error) {
        expect((error as Error).name).toBe("ContainerError");
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(300);
  });

  it("is refused where a checksum does not agree, stored or deflated", async () => {
    for (const compress of [true, false]) {
      const bytes = await zipBytes(Object.entries(workbookParts(marks)), { compress });
      const { central } = entryPlaces(bytes, sheetPart);
      bytes[central + 16]! ^= 1;
      expect(await refusal(bytes)).toContain(
        `The part ${sheetPart} of this workbook is damaged: its checksum`,
      );
    }
  });

  it("is refused where a part inflates to more or less than it declares", async () => {
    for (const difference of [-1, 1, 100]) {
      const bytes = await workbookBytes(marks);
      const { central } = entryPlaces(bytes, sheetPart);
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      view.setUint32(central + 24, view.getUint32(central + 24, true) + difference, true);
      expect(await refusal(bytes)).toContain("does not inflate as declared");
    }
  });

  it("is refused where two parts have the same name, in any letters", async () => {
    const parts = Object.entries(workbookParts(marks));
    for (const name of [sheetPart, "xl/Worksheets/Sheet1.XML"]) {
      expect(await refusal(await zipBytes([...parts, [name, worksheetXml("")]]))).toContain(
        "two parts of the same name",
      );
    }
  });

  it("is refused where a name points outside of the file", async () => {
    for (const name of ["../../evil", "/etc//evil", "xx/../evil"]) {
      const bytes = await workbookBytes({ ...marks, parts: { aaaaaaaaaa: "x" } });
      const places = entryPlaces(bytes, "aaaaaaaaaa");
      bytes.set(Buffer.from(name), places.local + 30);
      bytes.set(Buffer.from(name), places.central + 46);
      expect(await refusal(bytes)).toContain("points outside of the file");
    }
  });

  it("is refused where a part is encrypted or compressed in an unknown way", async () => {
    const encrypted = await workbookBytes(marks);
    encrypted[entryPlaces(encrypted, sheetPart).central + 8]! |= 1;
    expect(await refusal(encrypted)).toContain("is encrypted and cannot be read");
    const strongly = await workbookBytes(marks);
    strongly[entryPlaces(strongly, sheetPart).central + 8]! |= 0x41;
    expect(await refusal(strongly)).toContain("is encrypted and cannot be read");
    const unknown = await workbookBytes(marks);
    unknown[entryPlaces(unknown, sheetPart).central + 10] = 14;
    expect(await refusal(unknown)).toContain("compressed in a way that is not read");
  });
});

describe("limits", () => {
  it("hold for the number of entries", async () => {
    const many = Array.from({ length: 10_001 }, (_, i): [string, string] => [`x/${i}`, ""]);
    expect(await refusal(await zipBytes(many, { compress: false }))).toContain(
      "holds 10001 parts, more than the 10000 that are read",
    );
  });

  it("hold for the declared size of all parts together", async () => {
    const bytes = await workbookBytes(marks);
    const { central } = entryPlaces(bytes, sheetPart);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(central + 24, 513 * 1024 * 1024, true);
    expect(await refusal(bytes)).toContain("inflates to more than 512 MiB");
  });

  it("hold for what is inflated, also where one part is read as many sheets", async () => {
    const sheets = Array.from({ length: 20 }, (_, i) => ({ name: `S${i}`, rows: [] }));
    const rels = relationships([
      ...sheets.map(() => ["worksheet", "worksheets/sheet1.xml"] as const),
      ["sharedStrings", "sharedStrings.xml"],
    ]);
    const large = worksheetXml(`<sheetData/><!--${"x".repeat(300_000)}-->`);
    const bytes = await workbookBytes({
      sheets,
      parts: { "xl/_rels/workbook.xml.rels": rels, [sheetPart]: large },
    });
    const limits = { inflatedBytes: 4 * 1024 * 1024 };
    expect(await refusal(bytes, limits)).toContain("inflates to more than 4 MiB");
    expect(await refusal(bytes)).toBe("not refused");
  });

  it("hold for the ratio of a zip bomb", async () => {
    const bomb = worksheetXml(`<sheetData>${" ".repeat(4 * 1024 * 1024)}</sheetData>`);
    expect(await refusalOf({ [sheetPart]: bomb })).toContain("inflates to more than 500 times its size");
  });

  it("hold for the depth of elements, known or not", async () => {
    const nested = (depth: number, name: string) =>
      worksheetXml(`${`<${name}>`.repeat(depth)}${`</${name}>`.repeat(depth)}`);
    expect(await refusalOf({ [sheetPart]: nested(63, "x") })).toBe("not refused");
    expect(await refusalOf({ [sheetPart]: nested(64, "x") })).toContain("elements more than 64 deep");
    const foreign = worksheetXml(`<o:x xmlns:o="urn:other">${"<y>".repeat(100)}`);
    expect(await refusalOf({ [sheetPart]: foreign })).toContain("elements more than 64 deep");
  });

  it("hold for one piece of XML that does not end", async () => {
    const limits = { token: 100_000 };
    const noise = Array.from({ length: 60_000 }, (_, i) => i.toString(36)).join("");
    for (const piece of [`<!--${noise}-->`, `<x a="${noise}"/>`, `<?x ${noise}?>`, noise]) {
      expect(await refusalOf({ [sheetPart]: worksheetXml(piece) }, limits)).toContain(
        "holds one piece of more than 100000 characters",
      );
    }
  });

  it("hold for the cells of a sheet: its elements, and its rows times its width", async () => {
    const limits = { cells: 1000 };
    const row = (cells: string) => `<row>${cells}</row>`;
    const tall = worksheetXml(`<sheetData>${row("<c><v>1</v></c>").repeat(1000)}</sheetData>`);
    expect(await refusalOf({ [sheetPart]: tall }, limits)).toBe("not refused");
    const empty = worksheetXml(`<sheetData>${row("<c/>").repeat(1001)}</sheetData>`);
    expect(await refusalOf({ [sheetPart]: empty }, limits)).toContain("larger than the 1000 cells");
    const wide = worksheetXml(
      `<sheetData>${row("<c><v>1</v></c>").repeat(100)}<row r="101"><c r="J101"><v>1</v></c></row></sheetData>`,
    );
    expect(await refusalOf({ [sheetPart]: wide }, limits)).toContain("larger than the 1000 cells");
    expect(await refusalOf({ [sheetPart]: wide })).toBe("not refused");
  });

  it("hold for the time that it takes", async () => {
    const rows = worksheetXml(`<sheetData>${"<row><c><v>1</v></c></row>".repeat(1000)}</sheetData>`);
    expect(await refusalOf({ [sheetPart]: rows }, { milliseconds: 60_000 })).toBe("not refused");
    expect(await refusalOf({ [sheetPart]: rows }, { milliseconds: 0 })).toBe(
      "This file took longer than 0 minutes to read and was given up. Save its sheets or records as CSV, or split it, for example by year.",
    );
  });

  it("refuse a sheet that is a few bytes long and 17 billion cells large, in an instant", async () => {
    const far = worksheetXml(
      `<sheetData>${"<row><c><v>1</v></c></row>".repeat(1300)}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`,
    );
    expect(await refusalOf({ [sheetPart]: far })).toContain("larger than the 20000000 cells");
  });
});

describe("XML of a part", () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';

  it.each([
    sheetPart,
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "_rels/.rels",
    "xl/_rels/workbook.xml.rels",
  ])("is refused where %s has a document type", async (part) => {
    const xml = workbookParts(marks)[part]!.replace("?>\n", `?>\n${bomb}`);
    expect(xml).toContain("ENTITY");
    expect(await refusalOf({ [part]: xml })).toContain(
      `The part ${part} of this workbook declares a document type`,
    );
  });

  it.each([
    ["an unclosed element", worksheetXml("<sheetData>")],
    ["an unknown entity", worksheetXml("<sheetData>&a;</sheetData>")],
    ["a control character", worksheetXml("<sheetData>&#1;</sheetData>")],
    ["a repeated attribute", worksheetXml('<sheetData a="1" a="2"/>')],
    ["an undeclared prefix", worksheetXml("<x:sheetData/>")],
    ["nothing", ""],
    ["text after the root", `${worksheetXml("<sheetData/>")}x`],
    [
      "version 1.1 controls",
      worksheetXml("<sheetData>&#2;</sheetData>").replace('version="1.0"', 'version="1.1"'),
    ],
  ])("is refused where it is not well-formed: %s", async (_, xml) => {
    expect(await refusalOf({ [sheetPart]: xml })).toContain(
      `The part ${sheetPart} of this workbook is not well-formed XML.`,
    );
  });

  it("is refused where a part is of another kind", async () => {
    for (const xml of [`<workbook xmlns="${main}"/>`, "<worksheet/>", '<worksheet xmlns="urn:other"/>']) {
      expect(await refusalOf({ [sheetPart]: xml })).toContain("is not what its place in the file says it is");
    }
  });

  const text = worksheetXml(
    '<sheetData><row><c t="inlineStr"><is><t>Zoë – 数学 🙂</t></is></c></row></sheetData>',
  );
  const utf16 = text.replace("UTF-8", "UTF-16");

  it.each([
    ["UTF-8 without a mark", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16 with a mark", Buffer.from(`\uFEFF${utf16}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(utf16, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\uFEFF${utf16}`, "utf16le").swap16()],
    ["no declaration", Buffer.from(text.slice(text.indexOf("<worksheet")))],
  ])("is read in %s", async (_, xml) => {
    const bytes = await workbookBytes({ ...marks, parts: { [sheetPart]: xml } });
    expect(await cellsOf(bytes)).toEqual([["Zoë – 数学 🙂"]]);
  });

  it("is refused in any other encoding, or one that it only claims", async () => {
    for (const encoding of ["ISO-8859-1", "windows-1252", "UTF-16", "UTF-7"]) {
      expect(await refusalOf({ [sheetPart]: text.replace("UTF-8", encoding) })).toContain(
        "declares a character encoding that it is not in",
      );
    }
    const latin1 = Buffer.from(text.replace(/[^\0-\xff]/gu, ""), "latin1");
    expect(await refusalOf({ [sheetPart]: latin1 })).toContain(
      "bytes that are not in its character encoding",
    );
    const cut = Buffer.concat([Buffer.from(worksheetXml("")), Buffer.from([0xe2, 0x82])]);
    expect(await refusalOf({ [sheetPart]: cut })).toContain("bytes that are not in its character encoding");
  });

  it("keeps characters whole where chunks of a large part meet", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [`é€🙂${"x".repeat(i % 7)}`, `数${i}`]);
    expect(await cellsOf(await workbookBytes({ sheets: [{ name: "S", rows }] }))).toEqual(rows);
    const inline = rows.map((row) => row.map((value) => ({ value, inline: true })));
    expect(await cellsOf(await workbookBytes({ sheets: [{ name: "S", rows: inline }] }))).toEqual(rows);
  });
});
