import { ContainerError } from "../container-error.ts";
import type { Archive } from "./archive.ts";
import { unescapeText } from "./escaped-text.ts";
import type { WorkbookLimits } from "./limits.ts";
import { parsePart } from "./parse-part.ts";
import { readRelationships } from "./read-relationships.ts";
import { isTrue, officeRelationships, workbookPart } from "./vocabulary.ts";

export interface ListedSheet {
  name: string;
  hidden: boolean;
  /** Place among the tabs, 1-based, hidden ones and charts counted. */
  position: number;
  /** Part that holds the cells; null for a chart, macro or dialog sheet. */
  part: string | null;
}

/** What the workbook part says of the whole. */
export interface WorkbookStructure {
  sheets: ListedSheet[];
  /** Serial numbers of dates count from 1904. */
  date1904: boolean;
  /** The program that wrote it left formulas to be computed when the workbook is opened. */
  recalculate: boolean;
  macros: boolean;
  sharedStrings: string | null;
  styles: string | null;
}

/** Sheets without a grid of cells of their own; what is in macro sheets is a program. */
const withoutCells = new Set(["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]);

/**
 * Reads which sheets a workbook has and where its parts lie.
 * @throws ContainerError for a zip file that is not a workbook, or one whose list of sheets leads nowhere.
 */
export async function readStructure(archive: Archive, limits: WorkbookLimits): Promise<WorkbookStructure> {
  const part = await mainPart(archive, limits);
  const structure: WorkbookStructure = {
    sheets: [],
    date1904: false,
    recalculate: false,
    macros: archive.names().some((name) => name.endsWith("vbaproject.bin")),
    sharedStrings: null,
    styles: null,
  };
  const ids: (string | undefined)[] = [];
  await parsePart(
    archive,
    part,
    workbookPart,
    {
      open(name, attributes, parent) {
        if (name === "workbookPr") structure.date1904 = isTrue(attributes.get("date1904"));
        if (name === "calcPr") structure.recalculate = isTrue(attributes.get("fullCalcOnLoad"));
        if (name !== "sheet" || parent !== "sheets") return;
        ids.push(attributes.inNamespaces(officeRelationships, "id"));
        structure.sheets.push({
          name: unescapeText(attributes.get("name") ?? ""),
          hidden: ["hidden", "veryHidden"].includes(attributes.get("state") ?? "visible"),
          position: ids.length,
          part: null,
        });
      },
    },
    limits,
  );

  const relationships = await readRelationships(archive, part, limits);
  const partOfKind = (kind: string): string | null =>
    relationships.find((one) => one.kind === kind)?.part ?? null;
  structure.sharedStrings = partOfKind("sharedStrings");
  structure.styles = partOfKind("styles");
  for (const sheet of structure.sheets) {
    const target = relationships.find(({ id }) => id === ids[sheet.position - 1]);
    if (withoutCells.has(target?.kind ?? "")) continue;
    if (target?.kind !== "worksheet" || target.part === null || !archive.has(target.part)) {
      throw new ContainerError(
        `The cells of sheet ${sheet.position} cannot be found in this workbook. Open it in Excel and save it again; if Excel cannot open it, export it again.`,
      );
    }
    sheet.part = target.part;
  }
  refuseSharedNames(structure.sheets);
  return structure;
}

/** The part that holds the list of sheets. */
async function mainPart(archive: Archive, limits: WorkbookLimits): Promise<string> {
  const relationships = archive.has("[Content_Types].xml")
    ? await readRelationships(archive, "", limits)
    : [];
  const part = relationships.find(({ kind }) => kind === "officeDocument")?.part ?? null;
  if (part?.endsWith(".bin")) {
    throw new ContainerError(
      "This is a binary workbook (.xlsb), which is not read. Open it in Excel and save it as an Excel Workbook (.xlsx), or as CSV.",
    );
  }
  if (part === null || !archive.has(part) || part.startsWith("word/") || part.startsWith("ppt/")) {
    throw new ContainerError(
      "This file is a zip file, but not an Excel workbook. If it holds exports, unpack them into the folder; if it is a document of another program, save its table as an Excel Workbook (.xlsx), or as CSV.",
    );
  }
  return part;
}

function refuseSharedNames(sheets: readonly ListedSheet[]): void {
  const seen = new Map<string, number>();
  for (const { name, position } of sheets) {
    const other = seen.get(name.toLowerCase());
    if (other !== undefined) {
      throw new ContainerError(
        `Sheets ${other} and ${position} of this workbook have the same name. Rename one of them in Excel and save the workbook.`,
      );
    }
    seen.set(name.toLowerCase(), position);
  }
}
