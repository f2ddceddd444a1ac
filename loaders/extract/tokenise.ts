import type { PhysicalLine } from "./lines.ts";

/** A record of the file: the physical lines it spans, and its cells, or the reason it could not be read. */
export interface Token {
  first: number;
  last: number;
  cells: string[] | null;
  fault: Fault | null;
}

export type Fault = "encoding-error" | "stray-quote" | "unclosed-quote";

type Parsed = { cells: string[]; open: boolean } | Fault;

/** A quoted cell may hold line breaks, but no record of an export runs over more lines than this. */
const longestRecord = 200;

/**
 * Reads delimited text record by record (RFC 4180), strictly and line-aware: a fault costs the line it stands on and
 * nothing after it. A quoted cell runs on over lines only if it closes properly with as many cells as `width`;
 * otherwise the line with the opening quote alone is faulty, and reading goes on with the next line.
 * @param lines The physical lines from the header on.
 * @param delimiter One character.
 * @param width Cells a record must have for a quote to run over lines; null where not known (the header).
 */
export function* tokenise(
  lines: readonly PhysicalLine[],
  delimiter: string,
  width: number | null = null,
): Generator<Token> {
  for (let i = 0; i < lines.length; i++) {
    const { text, number } = lines[i]!;
    if (text === null) {
      yield { first: number, last: number, cells: null, fault: "encoding-error" };
      continue;
    }
    const parsed = parseRecord(text, delimiter);
    if (typeof parsed === "string") {
      yield { first: number, last: number, cells: null, fault: parsed };
      continue;
    }
    if (!parsed.open) {
      yield { first: number, last: number, cells: parsed.cells, fault: null };
      continue;
    }
    const whole = continueRecord(lines, i, delimiter, width);
    if (whole) {
      yield { first: number, last: lines[whole.index]!.number, cells: whole.cells, fault: null };
      i = whole.index;
    } else {
      yield { first: number, last: number, cells: null, fault: "unclosed-quote" };
    }
  }
}

function continueRecord(
  lines: readonly PhysicalLine[],
  from: number,
  delimiter: string,
  width: number | null,
): { index: number; cells: string[] } | null {
  let text = lines[from]!.text!;
  for (let j = from + 1; j < lines.length && j < from + longestRecord; j++) {
    const more = lines[j]!.text;
    if (more === null) return null;
    text += `\n${more}`;
    const parsed = parseRecord(text, delimiter);
    if (typeof parsed === "string") return null;
    if (!parsed.open)
      return width === null || parsed.cells.length === width ? { index: j, cells: parsed.cells } : null;
  }
  return null;
}

function parseRecord(text: string, delimiter: string): Parsed {
  if (!text.includes('"')) return { cells: text.split(delimiter), open: false };
  const cells: string[] = [];
  let i = 0;
  while (true) {
    if (text[i] === '"') {
      let cell = "";
      i++;
      while (true) {
        const quote = text.indexOf('"', i);
        if (quote < 0) return { cells, open: true };
        cell += text.slice(i, quote);
        i = quote + 1;
        if (text[i] !== '"') break;
        cell += '"';
        i++;
      }
      cells.push(cell);
      if (i < text.length && text[i] !== delimiter) return "stray-quote";
    } else {
      const next = text.indexOf(delimiter, i);
      const end = next < 0 ? text.length : next;
      const cell = text.slice(i, end);
      if (cell.includes('"')) return "stray-quote";
      cells.push(cell);
      i = end;
    }
    if (i >= text.length) return { cells, open: false };
    i++;
  }
}
