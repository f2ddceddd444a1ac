/** Something that was read over, or could not be used, in an XML export. Messages carry no name or identifier. */
export interface XmlNotice {
  /** Physical line (1-based), null for the whole file. */
  line: number | null;
  /** The label of the column it concerns, null for none. */
  column: string | null;
  code: "constraint-error" | "encoding-error" | "unmapped-value" | "unread-attribute" | "unread-element";
  message: string;
}

/** One record of an XML export, as a row of a table. */
export interface XmlRow {
  /** The physical lines (1-based) of the file that the record spans; records may share a line. */
  first: number;
  last: number;
  /** As many as there are labels; "" where the element is absent or empty. */
  cells: string[];
}

/** The rows of an XML export, as a table would hold them. */
export interface XmlTable {
  labels: string[];
  rows: XmlRow[];
  notices: XmlNotice[];
}

export type XmlEncoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** Rows of an XML export, as a table would hold them. */
export interface XmlRows extends XmlTable {
  kind: "report" | "ctf";
  encoding: XmlEncoding;
}

/** How a name from the file is quoted in a message. */
export function quoted(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}...` : name;
}
