import { isAscii, isUtf8 } from "node:buffer";
import { applyEdit, type Edit, linesOf, type Span, shown } from "../../../support/mutate.ts";
import { bytesOf, contentOf, type Document, keyOf, type Part, type Row } from "./document.ts";
import { decode, likeFooter, strictCells } from "./oracle.ts";

/** What the reader said of one file, in the plain terms in which it is judged. */
export interface Reading {
  facts: Row[];
  lines: (Span & { fate: string })[];
  problems: { line: number | null; column: string | null; code: string; severity: string }[];
  unmappedColumns: string[];
  quarantined: Uint8Array;
}

/** In what way a reading was right. */
export type Verdict =
  | "the same facts"
  | "another valid value"
  | "the touched line named"
  | "the header changed, and said so"
  | "the encoding asked for";

/** A physical line of the changed file. */
interface Line extends Span {
  number: number;
  bytes: Uint8Array;
  /** Without the line end and the byte order mark; null where it is not text. */
  text: string | null;
}

/** What stands on some lines of the changed file. */
interface Place {
  lines: Line[];
  /** The part of the valid file, where its lines are all as they were; else null. */
  part: Part | null;
}

/**
 * Judges what a reader made of a valid document after one edit.
 *
 * A line is touched where it does not stand in the changed file as it stood in the valid one, byte for byte; a record
 * is touched where one of its lines is, or where a line came between them. Two lines that became one, or one that became
 * two, are touched lines. What may happen:
 * - every record that was not touched gives its facts, and no line of it is named (unless a touched line now gives the
 *   same key with other contents: then both are named, as two such lines always are);
 * - touched lines are read by the naive reading: a whole record with valid cells must give its facts, and any other
 *   line must be quarantined and named, or (wide) lose the bad cell and name it;
 * - below a repeated header that was touched nothing need be read, and the file may be refused, if that is said;
 * - where the header itself reads otherwise, no fact may change but by what the header now says, and each that is gone
 *   must be said: the file refused, its line named, or its column.
 * @throws Error with the changed lines and what was wrong.
 */
export function judge(document: Document, edit: Edit, reading: Reading): Verdict {
  const valid = bytesOf(document);
  const bytes = applyEdit(valid, edit);
  if (document.declared) return judgeBytes(document, edit, bytes, reading);
  if (isAsked(edit, reading)) return "the encoding asked for";
  // Where nothing says the encoding of a file without accents, one byte beyond ASCII may be of Windows-1252 or damage.
  if (!isAscii(valid) || isUtf8(bytes)) return judgeBytes(document, edit, bytes, reading);
  try {
    return judgeBytes({ ...document, encoding: "windows-1252" }, edit, bytes, reading);
  } catch {
    return judgeBytes(document, edit, bytes, reading);
  }
}

/** Whether an edit beyond ASCII made the file one of two encodings, and the reader asks which, and reads nothing. */
function isAsked({ inserted }: Edit, { facts, problems }: Reading): boolean {
  const asks = problems.some(({ line, code }) => line === null && code === "encoding-error");
  return asks && facts.length === 0 && !isAscii(inserted);
}

function judgeBytes(document: Document, edit: Edit, bytes: Buffer, reading: Reading): Verdict {
  const valid = bytesOf(document);
  const lines = decodedLines(document, bytes);
  const fail = (what: string): never => {
    const around = lines.filter(
      ({ start, end }) => end >= edit.at && start <= edit.at + edit.inserted.length,
    );
    throw new Error(
      `${document.name}: ${what} Byte ${edit.at}: ${shown(valid.subarray(edit.at, edit.at + edit.removed))} became ${shown(edit.inserted)}, on line ${around.map((line) => `${line.number} ${shown(line.bytes)}`).join(" and ")}.`,
    );
  };
  judgeAccount(lines, bytes, reading, fail);
  const places = findPlaces(document, valid, edit, lines);
  const refused = reading.problems.some(({ line, severity }) => line === null && severity === "error");
  const isBody = sameHeader(document, lines) && !otherEncoding(document, bytes);
  if (isBody && !(refused && isRepeatTouched(document, places)))
    return judgeBody(document, places, reading, fail);
  return judgeHeader(document, places, lines, reading, fail);
}

type Fail = (what: string) => never;

/** The lines are those of the bytes (a file that begins with the mark of UTF-16 has others), each has one fate, and the quarantined bytes are those lines'. */
function judgeAccount(lines: readonly Line[], bytes: Buffer, reading: Reading, fail: Fail): void {
  const spans = (all: readonly Span[]) => all.map(({ start, end }) => `${start}-${end}`).join(" ");
  if (!/^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString("latin1")) && spans(reading.lines) !== spans(lines))
    fail(`The lines are at ${spans(reading.lines)}, not ${spans(lines)}.`);
  const ends = [0, ...reading.lines.map(({ end }) => end)];
  if (reading.lines.some(({ start }, i) => start !== ends[i]) || ends.at(-1) !== bytes.length)
    fail("The lines do not tile the file.");
  const kept = reading.lines.filter(({ fate }) => fate === "quarantined");
  const keptBytes = Buffer.concat(kept.map(({ start, end }) => bytes.subarray(start, end)));
  if (!keptBytes.equals(reading.quarantined)) fail("The quarantined bytes are not those lines'.");
}

function decodedLines({ encoding, marked }: Document, bytes: Buffer): Line[] {
  const bom = bytes.subarray(0, 3).equals(Buffer.from("\uFEFF")) ? 3 : 0;
  return linesOf(bytes).map(({ start, end }, i) => {
    const own = bytes.subarray(start, end);
    const from = i === 0 && (marked || encoding === "utf-8") ? bom : 0;
    const ending = /(?:\r\n|\n|\r)?$/.exec(own.toString("latin1"))![0].length;
    return {
      start,
      end,
      number: i + 1,
      bytes: own,
      text: decode(own.subarray(from, own.length - ending), encoding),
    };
  });
}

/** Lays the changed file's lines out in places: untouched parts, and runs of touched lines between them. */
function findPlaces(document: Document, valid: Buffer, edit: Edit, lines: readonly Line[]): Place[] {
  const byStart = new Map(lines.map((line) => [line.start, line]));
  const validLines = linesOf(valid);
  const shift = edit.inserted.length - edit.removed;
  const unchanged = ({ start, end }: Span): Line | null => {
    if (end > edit.at && start < edit.at + edit.removed) return null;
    const moved = start >= edit.at + edit.removed && end > edit.at ? shift : 0;
    if (moved === 0 && end > edit.at) return null;
    const found = byStart.get(start + moved);
    return found?.end === end + moved ? found : null;
  };
  const places: Place[] = [];
  let next = 0;
  let line = 0;
  const touchedUpTo = (end: number) => {
    if (end > next) places.push({ lines: lines.slice(next, end), part: null });
    next = end;
  };
  for (const part of document.parts) {
    const count = part.text.split("\n").length;
    const found = validLines.slice(line, line + count).map(unchanged);
    line += count;
    const first = found[0];
    if (!first || found.some((other, i) => other?.number !== first.number + i)) continue;
    touchedUpTo(first.number - 1);
    places.push({ lines: found as Line[], part });
    next += count;
  }
  touchedUpTo(lines.length);
  return places;
}

function headerIndex({ parts }: Pick<Document, "parts">): number {
  return parts.findIndex(({ fate }) => fate === "header");
}

/** Whether the line at the header's own place still reads as the same header. */
function sameHeader(document: Document, lines: readonly Line[]): boolean {
  const text = lines[headerIndex(document)]?.text;
  return text != null && isHeader(document, strictCells(text, document.delimiter));
}

/** Whether the file now begins with the mark of another encoding, which then is its encoding. */
function otherEncoding({ encoding }: Document, bytes: Buffer): boolean {
  const [, utf8, utf16] = /^(?:(\xef\xbb\xbf)|(\xff\xfe|\xfe\xff))?/.exec(bytes.toString("latin1"))!;
  return utf16 !== undefined || (utf8 !== undefined && encoding !== "utf-8");
}

function isHeader({ labels }: Document, cells: readonly string[] | null): boolean {
  return cells !== null && cells.length === labels.length && cells.every((cell, i) => cell === labels[i]);
}

/** What the naive reading expects of some lines. */
interface Expected {
  lines: Line[];
  fates: string[];
  facts: Row[];
  /** Whether an error must name the first of these lines, and in which columns; null for the line itself. */
  named: (string | null)[];
}

function judgeBody(document: Document, places: readonly Place[], reading: Reading, fail: Fail): Verdict {
  const headerLines = headerIndex(document) + 1;
  const expected = places.flatMap(({ lines, part }): Expected[] => {
    if (part && part.fate !== "footer") return [{ lines, fates: [part.fate], facts: part.facts, named: [] }];
    if (part) return [{ lines, fates: ["footer", "quarantined"], facts: [], named: [] }];
    return readTouched(document, lines, headerLines);
  });
  const cut = cutBelow(document, places, reading);
  const body = expected.filter(({ lines: [first] }) => first!.number < cut);
  const below = expected.filter(({ lines: [first] }) => first!.number > cut).flatMap(({ lines }) => lines);
  for (const { number } of below) {
    const { fate } = reading.lines[number - 1]!;
    if (fate !== "quarantined" && fate !== "blank") fail(`Line ${number} is ${fate}, below another header.`);
  }
  settleKeys(body);
  sameRows(
    body.flatMap(({ facts }) => facts),
    reading.facts,
    fail,
  );
  const errors = reading.problems.filter(({ severity }) => severity === "error");
  if (errors.some(({ line }) => line === null)) fail("The file was refused, though its header stands.");
  for (const { lines, fates, named } of body) {
    const first = lines[0]!.number;
    for (const { number } of lines) {
      const fate = reading.lines[number - 1]!.fate;
      if (!fates.includes(fate)) fail(`Line ${number} is ${fate}, not ${fates.join(" or ")}.`);
    }
    const quarantined = reading.lines[first - 1]!.fate === "quarantined";
    const here = reading.problems.filter(({ line }) => line === first);
    const wanted = quarantined && named.length === 0 ? [null] : named;
    for (const column of wanted) {
      if (!here.some((problem) => column === null || problem.column === column))
        fail(`Line ${first} is not named${column ? ` for its ${column}` : ""}.`);
    }
    if (wanted.length === 0 && here.some(({ severity }) => severity === "error"))
      fail(`Line ${first} is named, though nothing is wrong with it.`);
  }
  for (const { line } of errors) {
    if (line !== cut && !body.some(({ lines }) => lines[0]!.number === line))
      fail(`An error names line ${line}, at which no record begins.`);
  }
  if (cut < Number.POSITIVE_INFINITY || body.some(({ named }) => named.length > 0))
    return "the touched line named";
  const before = document.parts.flatMap(({ facts }) => facts).map(contentOf);
  const after = new Set(reading.facts.map(contentOf));
  return before.every((content) => after.has(content)) && before.length === reading.facts.length
    ? "the same facts"
    : "another valid value";
}

/**
 * The line from which on a file is refused because a repeated header was touched and now looks like another table's;
 * infinity where it is not.
 */
function cutBelow(document: Document, places: readonly Place[], { problems }: Reading): number {
  const line = problems.find(({ code }) => code === "unknown-table")?.line ?? null;
  const isTouched = places.some(
    ({ part, lines }) => part === null && lines.some(({ number }) => number === line),
  );
  return line !== null && isTouched && isRepeatTouched(document, places) ? line : Number.POSITIVE_INFINITY;
}

/** Whether a line that repeats the header was touched: it may look like another table's, or like the header itself. */
function isRepeatTouched({ parts }: Document, places: readonly Place[]): boolean {
  const repeats = parts.slice(headerIndex({ parts }) + 1).filter(({ fate }) => fate === "header");
  return repeats.some((repeat) => !places.some(({ part }) => part === repeat));
}

/** Reads touched lines one record after another; a line that begins no whole record is bad, and the next is tried. */
function readTouched(document: Document, lines: readonly Line[], headerLines: number): Expected[] {
  const expected: Expected[] = [];
  const identities = document.labels.flatMap((label, i) => (/^(upn|student_?id)$/i.test(label) ? [i] : []));
  for (let i = 0; i < lines.length; ) {
    if (lines[i]!.number < headerLines) {
      expected.push({ lines: [lines[i++]!], fates: ["preamble"], facts: [], named: [] });
      continue;
    }
    const record = wholeRecord(document, lines.slice(i));
    const own = lines.slice(i, i + (record?.count ?? 1));
    i += own.length;
    const quarantined = (column: string | null = null): Expected => ({
      lines: own,
      fates: ["quarantined"],
      facts: [],
      named: [column],
    });
    if (!record) {
      expected.push(quarantined());
      continue;
    }
    const { cells } = record;
    if (cells.every((text) => text === "")) {
      expected.push({ lines: own, fates: ["blank"], facts: [], named: [] });
    } else if (isHeader(document, cells)) {
      expected.push({ lines: own, fates: ["header"], facts: [], named: [] });
    } else if (likeFooter(cells, identities)) {
      expected.push({ lines: own, fates: ["footer", "quarantined"], facts: [], named: [] });
    } else if (cells.length !== document.labels.length) {
      expected.push(quarantined());
    } else {
      const read = document.read(cells);
      if (read === "refused") expected.push(quarantined());
      else expected.push({ lines: own, fates: ["accepted"], facts: read.facts, named: read.lost });
    }
  }
  return expected;
}

/** The shortest run of lines from the first on that is one record by RFC 4180, of one line or of the right width. */
function wholeRecord(
  { labels, delimiter }: Document,
  lines: readonly Line[],
): { count: number; cells: string[] } | null {
  const texts: string[] = [];
  for (const { text } of lines) {
    if (text === null) return null;
    texts.push(text);
    const cells = strictCells(texts.join("\n"), delimiter);
    if (cells && (texts.length === 1 || cells.length === labels.length))
      return { count: texts.length, cells };
  }
  return null;
}

/** Rows with the same key: equal ones count once, others are all lost, and their lines named. */
function settleKeys(expected: readonly Expected[]): void {
  const byKey = new Map<string, { row: Row; of: Expected }[]>();
  for (const of of expected) {
    for (const row of of.facts) {
      const key = keyOf(row);
      byKey.set(key, [...(byKey.get(key) ?? []), { row, of }]);
    }
  }
  for (const rows of byKey.values()) {
    if (rows.length === 1) continue;
    const alike = rows.every(({ row }) => contentOf(row) === contentOf(rows[0]!.row));
    for (const { row, of } of alike ? rows.slice(1) : rows) {
      of.facts = of.facts.filter((other) => other !== row);
      if (alike) continue;
      of.named.push(row.column);
      if (row.column === null) of.fates = ["quarantined"];
    }
  }
}

function sameRows(expected: readonly Row[], read: readonly Row[], fail: Fail): void {
  const wanted = expected.map(contentOf).sort();
  const given = read.map(contentOf).sort();
  const absent = without(wanted, given);
  const extra = without(given, wanted);
  if (absent.length > 0) fail(`Lost: ${absent.join(" ")}.`);
  if (extra.length > 0) fail(`Not in the file: ${extra.join(" ")}.`);
}

function without(all: readonly string[], some: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of some) left.set(text, (left.get(text) ?? 0) + 1);
  return all.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

/**
 * Where the header reads otherwise: no fact but those of the valid file, of touched lines, or what the changed header
 * makes of a valid one; and each that is gone is said.
 */
function judgeHeader(
  document: Document,
  places: readonly Place[],
  lines: readonly Line[],
  { facts, problems, unmappedColumns }: Reading,
  fail: Fail,
): Verdict {
  const errors = problems.filter(({ severity }) => severity === "error");
  const refused = errors.some(({ line }) => line === null);
  if (refused && facts.length > 0) fail("The file was refused, but gave facts.");
  const labels = lines.flatMap(({ text }, i) =>
    [text, `${text}\n${lines[i + 1]?.text}`].flatMap(
      (record) => strictCells(record ?? "", document.delimiter) ?? [],
    ),
  );
  const untouched = places.flatMap(({ lines: [first], part }) =>
    (part?.facts ?? []).map((row) => ({ row, line: first!.number })),
  );
  const touched = places
    .filter(({ part }) => part === null)
    .flatMap((place) => readTouched(document, place.lines, 0).flatMap((expected) => expected.facts));
  const given = facts.map(contentOf);
  const allowed = [...untouched.map(({ row }) => row), ...touched].map(contentOf);
  const others = facts.filter((row) => !allowed.includes(contentOf(row)));
  const whole = document.parts.flatMap((part) => part.facts);
  for (const other of others) {
    if (!whole.some((row) => document.follows(other, row, labels)))
      fail(`Not in the file, nor what its header now says: ${contentOf(other)}.`);
  }
  if (new Set(given).size !== given.length) fail("A fact was given twice.");
  const newLabels = [...unmappedColumns, ...problems.map(({ column }) => column)].filter(
    (label) => label !== null && !document.labels.includes(label),
  );
  for (const { row, line } of untouched) {
    if (refused || given.includes(contentOf(row))) continue;
    const named = errors.some(
      (error) =>
        error.line === line || (error.code === "unknown-table" && error.line !== null && error.line <= line),
    );
    const replaced = others.some((other) => document.follows(other, row, labels));
    const ofChanged = row.column === null ? replaced : !labels.includes(row.column);
    // The header of a column may have come onto the next line; the column is then told of as one without a header.
    const isBlank = problems.some(({ code }) => code === "blank-header");
    const toldOf = (newLabels.length > 0 && ofChanged) || (isBlank && (ofChanged || row.column !== null));
    if (!named && !toldOf && !(replaced && row.column !== null))
      fail(`Lost, and nothing says so: ${contentOf(row)}.`);
  }
  return "the header changed, and said so";
}
