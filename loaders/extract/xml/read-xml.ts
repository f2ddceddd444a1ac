import { CtfReader } from "./ctf.ts";
import { parseXml } from "./parse-xml.ts";
import { ReportReader } from "./report.ts";
import type { XmlRows } from "./xml-rows.ts";

export { looksLikeXml } from "./encoding.ts";
export type { XmlEncoding, XmlNotice, XmlRow, XmlRows } from "./xml-rows.ts";

/**
 * Reads an XML export as rows of a table: a Common Transfer File (root CTfile) as students, any other file as a report
 * of the shape root > record > value, whose labels are its element names. All of the file is read or none of it.
 * @param bytes The whole file; UTF-8, UTF-16 or Windows-1252 by byte order mark or XML declaration.
 * @throws ContainerError where the file cannot be used, with the physical line where there is one.
 */
export function readXml(bytes: Uint8Array): XmlRows {
  let kind: XmlRows["kind"] = "report";
  let reader: ReportReader | CtfReader = new ReportReader();
  const { encoding, notices } = parseXml(bytes, {
    open(element, depth) {
      if (depth === 1 && element.name === "CTfile") {
        kind = "ctf";
        reader = new CtfReader();
      }
      reader.open(element, depth);
    },
    close: (element, depth, last) => reader.close(element, depth, last),
  });
  const table = reader.table();
  return { kind, encoding, ...table, notices: [...notices, ...table.notices] };
}
