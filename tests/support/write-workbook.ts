import { ZipFile } from "yazl";

/** A cell: plain values are written as such, strings by way of the shared strings; null leaves the cell out. */
export type CellInput = string | number | boolean | null | DetailedCell;

export interface DetailedCell {
  /** The value or the cached result of the formula; left out, the cell has none. */
  value?: string | number | boolean;
  /** Number format: a built-in id, or a format code. */
  format?: number | string;
  formula?: string;
  /** Written into the sheet itself instead of the shared strings. */
  inline?: boolean;
  /** The whole element as it is to stand in the row. */
  xml?: string;
}

export interface SheetInput {
  name: string;
  rows: readonly (readonly CellInput[])[];
  /** Ranges in A1 notation. */
  merges?: readonly string[];
  hidden?: boolean | "very";
  /** Numbers of rows, 1-based. */
  hiddenRows?: readonly number[];
  /** Numbers of columns, 1-based. */
  hiddenColumns?: readonly number[];
}

export interface WorkbookInput {
  sheets: readonly SheetInput[];
  date1904?: boolean;
  recalculate?: boolean;
  /** Parts that replace or join the written ones, by name; null leaves a part out. */
  parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of an .xlsx workbook, written part by part without any spreadsheet library; the same input, the same bytes. */
export function workbookBytes({ parts = {}, ...input }: WorkbookInput): Promise<Uint8Array> {
  const written: Record<string, string | Uint8Array | null> = { ...workbookParts(input), ...parts };
  const files = Object.entries(written).filter(
    (file): file is [string, string | Uint8Array] => file[1] !== null,
  );
  return zipBytes(files);
}

/** A zip file of the given files, in order; names may stand twice. */
export function zipBytes(
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
  options: { compress?: boolean } = {},
): Promise<Uint8Array> {
  const zip = new ZipFile();
  const mtime = new Date(Date.UTC(2010, 0, 1));
  for (const [name, content] of files) {
    zip.addBuffer(Buffer.from(content), name, { mtime, forceDosTimestamp: true, ...options });
  }
  zip.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    zip.outputStream.on("data", (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on("error", reject);
    zip.outputStream.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
}

/** The XML of a worksheet with the given children of its root, in the transitional namespace. */
export function worksheetXml(children: string): string {
  return `${declaration}<worksheet xmlns="${main}">${children}</worksheet>`;
}

/** The XML of the shared strings with the given items. */
export function sharedStringsXml(items: string): string {
  return `${declaration}<sst xmlns="${main}">${items}</sst>`;
}

/** The parts of a workbook by name. */
export function workbookParts(input: Omit<WorkbookInput, "parts">): Record<string, string> {
  const strings = new Indexed<string>();
  const formats = new Indexed<number | string>([0]);
  const sheets = input.sheets.map((sheet) => sheetXml(sheet, strings, formats));
  const numbered = sheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml] as const);
  return {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(input),
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, i): [string, string] => ["worksheet", `worksheets/sheet${i + 1}.xml`]),
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ]),
    ...Object.fromEntries(numbered),
    "xl/styles.xml": stylesXml(formats.all()),
    "xl/sharedStrings.xml": sharedStringsXml(
      strings
        .all()
        .map((text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`)
        .join(""),
    ),
  };
}

/** Relationships rId1, rId2 ... of a kind to a target. */
export function relationships(all: readonly (readonly [kind: string, target: string])[]): string {
  const each = all.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${each.join("")}</Relationships>`;
}

/** Text as it stands in XML: characters XML cannot hold are escaped in the way of workbooks. */
export function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/\r/g, "_x000D_");
}

function workbookXml({ sheets, date1904, recalculate }: Omit<WorkbookInput, "parts">): string {
  const list = sheets.map(({ name, hidden }, i) => {
    const state = hidden ? ` state="${hidden === "very" ? "veryHidden" : "hidden"}"` : "";
    return `<sheet name="${escapeText(name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
  });
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${list.join("")}</sheets><calcPr calcId="191029"${recalculate ? ' fullCalcOnLoad="1"' : ""}/></workbook>`;
}

function contentTypes(sheets: number): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const override = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${type}.${kind}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, i) => override(`worksheets/sheet${i + 1}`, "worksheet"));
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${each.join("")}${override("styles", "styles")}${override("sharedStrings", "sharedStrings")}</Types>`;
}

function stylesXml(formats: readonly (number | string)[]): string {
  const custom = formats.filter((format) => typeof format === "string");
  const idOf = (format: number | string): number =>
    typeof format === "number" ? format : 164 + custom.indexOf(format);
  const codes = custom.map((code) => `<numFmt numFmtId="${idOf(code)}" formatCode="${escapeText(code)}"/>`);
  const styles = formats.map((format) => `<xf numFmtId="${idOf(format)}" applyNumberFormat="1"/>`);
  return `${declaration}<styleSheet xmlns="${main}"><numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join("")}</cellXfs></styleSheet>`;
}

function sheetXml(sheet: SheetInput, strings: Indexed<string>, formats: Indexed<number | string>): string {
  const columns = (sheet.hiddenColumns ?? []).map(
    (column) => `<col min="${column}" max="${column}" width="9" hidden="1"/>`,
  );
  const rows = sheet.rows.map((cells, i) => {
    const written = cells.map((cell, j) => cellXml(cell, `${lettersOf(j + 1)}${i + 1}`, strings, formats));
    const hidden = sheet.hiddenRows?.includes(i + 1) ? ' hidden="1"' : "";
    return `<row r="${i + 1}"${hidden}>${written.join("")}</row>`;
  });
  const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`);
  return worksheetXml(
    `${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>${rows.join("")}</sheetData>${merges.length > 0 ? `<mergeCells>${merges.join("")}</mergeCells>` : ""}`,
  );
}

function cellXml(
  cell: CellInput,
  place: string,
  strings: Indexed<string>,
  formats: Indexed<number | string>,
): string {
  if (cell === null) return "";
  const { value, format = 0, formula, inline, xml } = typeof cell === "object" ? cell : { value: cell };
  if (xml !== undefined) return xml;
  const style = format === 0 ? "" : ` s="${formats.indexOf(format)}"`;
  const open = `<c r="${place}"${style}`;
  const code = formula === undefined ? "" : `<f>${escapeText(formula)}</f>`;
  if (value === undefined) return `${open}>${code}</c>`;
  if (typeof value === "number") return `${open}>${code}<v>${value}</v></c>`;
  if (typeof value === "boolean") return `${open} t="b">${code}<v>${Number(value)}</v></c>`;
  const text = escapeText(value);
  if (formula !== undefined) return `${open} t="str">${code}<v>${text}</v></c>`;
  if (inline) return `${open} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  return `${open} t="s"><v>${strings.indexOf(value)}</v></c>`;
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? lettersOf(Math.floor((column - 1) / 26)) + last : last;
}

/** Values in the order in which they were first asked for. */
class Indexed<T> {
  private readonly indexes: Map<T, number>;

  constructor(first: readonly T[] = []) {
    this.indexes = new Map(first.map((value, i) => [value, i]));
  }

  indexOf(value: T): number {
    const known = this.indexes.get(value);
    if (known !== undefined) return known;
    this.indexes.set(value, this.indexes.size);
    return this.indexes.size - 1;
  }

  all(): T[] {
    return [...this.indexes.keys()];
  }
}
