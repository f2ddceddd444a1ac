export type Cell = string | number;
type Encoding = "utf-8" | "utf-8-bom" | "windows-1252";

interface CsvOptions {
  encoding?: Encoding;
  lineEnd?: "\n" | "\r\n";
  /** Which cells are quoted; those that need it always are. */
  quote?: "needed" | "spaces" | "all";
  /** Lines above the header, written as they are. */
  titles?: readonly string[];
}

/** The bytes of a CSV file: the first row is the header. */
export function csv(rows: readonly (readonly Cell[])[], options: CsvOptions = {}): Buffer {
  const { encoding = "utf-8", lineEnd = "\n", quote = "needed", titles = [] } = options;
  const lines = [...titles, ...rows.map((row) => row.map((cell) => quoted(String(cell), quote)).join(","))];
  return encode(lines.map((line) => line + lineEnd).join(""), encoding);
}

function quoted(cell: string, quote: "needed" | "spaces" | "all"): string {
  const wanted = quote === "all" || (quote === "spaces" && cell.includes(" "));
  return wanted || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  if (encoding === "utf-8-bom") return Buffer.from(`\ufeff${text}`, "utf8");
  return Buffer.from(Array.from(text, windows1252));
}

function windows1252(character: string): number {
  if (character === "’") return 0x92;
  const code = character.codePointAt(0)!;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  throw new RangeError(`The character U+${code.toString(16)} is not in Windows-1252.`);
}
