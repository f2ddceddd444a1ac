/** The marks that may stand between cells. */
export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

export type DelimiterDecision =
  | {
      delimiter: Delimiter;
      why: "declared" | "sep" | "header" | "width" | "one column";
      /** Whether the first line is the `sep=` that spreadsheets read, and so no part of the table. */
      sepLine: boolean;
    }
  | { question: string };

/** Lines looked at. */
export const delimiterSample = 200;

/**
 * Decides the character between cells. In this order: what is declared; a first line `sep=;`, also in quotation marks;
 * the mark with which a header of the most known columns is found; the one that gives the most lines the same number of
 * cells, two or more. A file in which no mark gives two cells has one column. Titles above the table may hold any mark.
 * @param lines The first physical lines, without their endings; null where one cannot be decoded.
 * @param declared The delimiter of the file's source, or null.
 * @param headerStrength How many known headers the best row of a reading has; 0 for none. See find-header.ts.
 * @returns the delimiter, or a sentence that asks for it.
 */
export function decideDelimiter(
  lines: readonly (string | null)[],
  declared: Delimiter | null,
  headerStrength: (rows: string[][]) => number,
): DelimiterDecision {
  const sep = sepOf(lines[0] ?? "");
  if (declared) return { delimiter: declared, why: "declared", sepLine: sep !== null };
  if (sep) return { delimiter: sep, why: "sep", sepLine: true };

  const sample = lines.slice(0, delimiterSample).map((line) => line ?? "");
  const readings = delimiters
    .map((delimiter) => ({ delimiter, rows: sketchRows(sample, delimiter) }))
    .filter(({ rows }) => rows.some((row) => row.length > 1))
    .map((reading) => ({
      ...reading,
      strength: headerStrength(reading.rows),
      share: shareOfUsualWidth(reading.rows),
    }));
  if (readings.length === 0) return { delimiter: ",", why: "one column", sepLine: false };

  const strongest = Math.max(...readings.map(({ strength }) => strength));
  const withHeader = readings.filter(({ strength }) => strength === strongest);
  const widest = Math.max(...withHeader.map(({ share }) => share));
  const left = withHeader.filter(({ share }) => share === widest);
  if (left.length > 1) {
    const marks = left.map(({ delimiter }) => nameOf(delimiter)).join(" and ");
    return {
      question: `The cells of this file could be divided by ${marks}. Declare "delimiter" for it under "sources" in programme.json.`,
    };
  }
  return { delimiter: left[0]!.delimiter, why: strongest > 0 ? "header" : "width", sepLine: false };
}

/** The mark that a line `sep=;` or `"sep=;"` names, or null. */
export function sepOf(line: string): Delimiter | null {
  const found = /^\s*"?sep=(.)"?\s*$/i.exec(line)?.[1];
  return delimiters.find((mark) => mark === found) ?? (/^\s*"?sep=\t"?$/i.test(line) ? "\t" : null);
}

/**
 * Reads lines as rows of cells, forgivingly: only to see what a file may be, never to read its data. Quotation marks are
 * respected, also over lines (50 of them, a million characters); one that never closes costs its own line.
 */
export function sketchRows(lines: readonly string[], delimiter: string): string[][] {
  const rows: string[][] = [];
  for (let i = 0; i < lines.length; i++) {
    let text = lines[i]!;
    let end = i;
    while (isOpen(text, delimiter) && end + 1 < lines.length && end - i < 50 && text.length < 1_000_000)
      text += `\n${lines[++end]}`;
    const whole = !isOpen(text, delimiter);
    rows.push(sketchRow(whole ? text : lines[i]!, delimiter));
    if (whole) i = end;
  }
  return rows;
}

/** One cell after another: quoted with doubled quotation marks inside, or bare up to the next delimiter. */
function cellPattern(delimiter: string): RegExp {
  const mark = delimiter === "|" ? "\\|" : delimiter;
  return new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^${mark}]*))(?:${mark}|$)`, "gy");
}

function sketchRow(text: string, delimiter: string): string[] {
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  const pattern = cellPattern(delimiter);
  let at = 0;
  while (at <= text.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return text.split(delimiter);
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    at += found[0].length;
    if (found[0] === "" || !found[0].endsWith(delimiter)) break;
    if (at === text.length) {
      cells.push("");
      break;
    }
  }
  return cells;
}

/** Whether a cell opens with a quotation mark that does not close in this text. */
function isOpen(text: string, delimiter: string): boolean {
  if (!text.includes('"')) return false;
  let i = 0;
  while (i < text.length) {
    if (text[i] !== '"') {
      const next = text.indexOf(delimiter, i);
      if (next < 0) return false;
      i = next + 1;
      continue;
    }
    i++;
    while (true) {
      const quote = text.indexOf('"', i);
      if (quote < 0) return true;
      i = quote + 1;
      if (text[i] !== '"') break;
      i++;
    }
    const next = text.indexOf(delimiter, i);
    if (next < 0) return false;
    i = next + 1;
  }
  return false;
}

/** Share of the lines with text that have the most usual number of cells, where that is two or more. */
function shareOfUsualWidth(rows: readonly (readonly string[])[]): number {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const counts = new Map<number, number>();
  for (const { length } of filled) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return filled.length === 0 ? 0 : Math.max(0, ...counts.values()) / filled.length;
}

function nameOf(delimiter: Delimiter): string {
  return { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars" }[delimiter];
}
