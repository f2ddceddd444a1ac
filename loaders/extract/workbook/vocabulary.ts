import type { PartKind } from "./parse-part.ts";

/** Namespaces of SpreadsheetML and of relationships, in the transitional and the strict form (ISO/IEC 29500). */
const spreadsheet = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
] as const;

/** Also the beginnings of relationship types. */
export const officeRelationships = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
] as const;

/** Of relationship types that are Microsoft's own: macro sheets. */
export const microsoftRelationships = "http://schemas.microsoft.com/office/2006/relationships";

export const relationshipsPart: PartKind = {
  root: "Relationships",
  namespaces: ["http://schemas.openxmlformats.org/package/2006/relationships"],
};
export const workbookPart: PartKind = { root: "workbook", namespaces: spreadsheet };
export const worksheetPart: PartKind = { root: "worksheet", namespaces: spreadsheet };
export const stylesPart: PartKind = { root: "styleSheet", namespaces: spreadsheet };
export const sharedStringsPart: PartKind = { root: "sst", namespaces: spreadsheet };

/** A boolean attribute; one that is not given is false. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
