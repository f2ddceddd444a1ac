import type { SourceSettings, TableName } from "../programme/schema.ts";
import type { LineStore } from "./line-store.ts";
import { MonthFirst } from "./month-first.ts";
import type { FileNames } from "./names/file-names.ts";
import type { Problem } from "./problem.ts";
import type { Encoding } from "./text/decode.ts";
import { YesNoCells } from "./values/yes-no-cells.ts";

const fates = ["accepted", "quarantined", "preamble", "header", "blank", "footer"] as const;
export type Fate = (typeof fates)[number];

export type FileTable = TableName | "marksheet";

/** A record of a file with the lines it spans. */
export interface SourceRecord {
  file: SourceFile;
  first: number;
  last: number;
  cells: string[];
}

/** What a file is before anything of it is read. */
export interface FileIdentity {
  /** Path inside the programme folder, with forward slashes. */
  name: string;
  /** The sheet of a workbook; null where the file is one table. */
  sheet: string | null;
  size: number;
  /** Null for a file whose bytes were not read. */
  sha256: string | null;
  encoding: Encoding | null;
  source: SourceSettings | null;
}

type Noted = Omit<Problem, "line" | "severity" | "value"> & { value?: string | null };

/** Problems that are listed of one file; a file with more of them has one cause, which the first ones show. */
const listedProblems = 20_000;

/** One export file while it is read: what became of each line, and what was wrong where. */
export class SourceFile {
  readonly name: string;
  readonly sheet: string | null;
  readonly size: number;
  readonly sha256: string | null;
  readonly encoding: Encoding | null;
  readonly source: SourceSettings | null;
  readonly problems: Problem[] = [];
  readonly unmappedColumns: string[] = [];
  table: FileTable | null = null;
  delimiter: string | null = ",";
  layout: "long" | "wide" = "long";
  /** Whether it is a Common Transfer File: it adds to the school's own list of students. */
  isTransferFile = false;
  /** How many sheets of its workbook are read under its source; 1 for a file of another kind. */
  sheets = 1;
  /** Names of the other files of its source. */
  siblings: readonly string[] = [];
  /** Whether it is of a workbook that counts days from 1904. */
  countsFrom1904 = false;
  /** The header that gives each canonical column, for messages. */
  headers: ReadonlyMap<string, string> = new Map();
  /** The line whose letters show the encoding, where neither the file nor a setting says it. */
  encodingShownOn: number | null = null;
  /** What its columns show of the order of day and month. */
  readonly monthFirst: MonthFirst;
  /** What its columns of yes and no hold. */
  readonly yesNo = new YesNoCells();
  /** The names of students in its rows; null where it has none, or nobody is known to judge them by. */
  names: FileNames | null = null;
  /** Identifiers of students who are not in the list, each after its column; they are counted, and never shown. */
  readonly unknownStudents = new Set<string>();
  /** Whether records of it were accepted and then taken back. */
  tookBack = false;
  /** Problems beyond those that are listed. */
  unlistedErrors = 0;
  unlistedWarnings = 0;
  /** Of the unlisted errors, those that cost a cell and not a line. */
  unlistedCells = 0;
  /** Fate of each line, 1 more than its place in `fates`; 0 where not yet settled. */
  private settled = new Uint8Array(256);
  private readonly warned = new Set<string>();
  private readonly spans = new Map<number, number>();

  constructor(
    about: FileIdentity,
    readonly lines: LineStore,
  ) {
    this.name = about.name;
    this.sheet = about.sheet;
    this.size = about.size;
    this.sha256 = about.sha256;
    this.encoding = about.encoding;
    this.source = about.source;
    this.monthFirst = new MonthFirst(about.source?.dateFormat === "d/m/y");
  }

  /** The file as messages name it. */
  get place(): string {
    return this.sheet === null ? this.name : `${this.name} sheet ${this.sheet}`;
  }

  /** Settles what became of the lines first..last (1-based). Quarantine is final: nothing overrides it. */
  settle(first: number, last: number, fate: Fate): void {
    if (last > this.settled.length) {
      const larger = new Uint8Array(Math.max(last, this.settled.length * 2));
      larger.set(this.settled);
      this.settled = larger;
    }
    const code = fates.indexOf(fate) + 1;
    for (let line = first; line <= last; line++) {
      if (this.settled[line - 1] !== quarantined) this.settled[line - 1] = code;
    }
  }

  /** Accepts a record, and remembers the lines it runs over. */
  accept(first: number, last: number): void {
    this.settle(first, last, "accepted");
    if (last > first) this.spans.set(first, last);
  }

  fateOf(line: number): Fate | undefined {
    return fates[this.settled[line - 1]! - 1];
  }

  /** The last line of the record that starts on a line. */
  lastLineOf(first: number): number {
    return this.spans.get(first) ?? first;
  }

  /** Notes an error and quarantines the record it stands on. */
  quarantine(at: { first: number; last: number }, problem: Noted): void {
    this.settle(at.first, at.last, "quarantined");
    this.note(at.first, problem, "error");
  }

  /** Quarantines a record that was accepted before all of the file was known, once; its facts are to be dropped. */
  takeBack(first: number, problem: Noted): void {
    if (this.fateOf(first) === "quarantined") return;
    this.tookBack = true;
    this.quarantine({ first, last: this.lastLineOf(first) }, problem);
  }

  /** Refuses the whole file after its records were accepted; their facts are to be dropped. */
  takeBackAll(problem: Noted): void {
    this.tookBack = true;
    this.refuse(problem);
  }

  /** Notes an error in one cell of a wide record; the record stays accepted without that fact. */
  lose(at: { first: number }, problem: Noted): void {
    if (this.problems.length >= listedProblems) this.unlistedCells++;
    this.note(at.first, problem, "error");
  }

  warn(line: number | null, problem: Noted): void {
    this.note(line, problem, "warning");
  }

  /** Warns of something that holds for many lines, where it is first seen. */
  warnOnce(about: string, problem: Noted): void {
    if (this.warned.has(about)) return;
    this.warned.add(about);
    this.warn(null, problem);
  }

  /** Puts a message in place of one that was noted before all it has to say was known. */
  reword(before: string, after: string): void {
    for (const problem of this.problems) if (problem.message === before) problem.message = after;
  }

  hasWarned(about: string): boolean {
    return this.warned.has(about);
  }

  /** Refuses the whole file: every line that is not blank is quarantined, and this is the one error to mend first. */
  refuse(problem: Noted): void {
    let line = 0;
    for (const blank of this.lines.blanks()) this.settle(++line, line, blank ? "blank" : "quarantined");
    this.problems.length = 0;
    this.unlistedErrors = this.unlistedWarnings = this.unlistedCells = 0;
    this.note(null, problem, "error");
  }

  /** Whether anything of it was refused. */
  get hasErrors(): boolean {
    return this.unlistedErrors > 0 || this.problems.some(({ severity }) => severity === "error");
  }

  /** Number of lines by fate; they sum to the total. */
  lineCounts(): Record<Fate | "total", number> {
    const total = this.lines.total();
    const counts = { total, preamble: 0, header: 0, accepted: 0, quarantined: 0, blank: 0, footer: 0 };
    for (let line = 1; line <= total; line++) {
      const fate = this.fateOf(line);
      if (!fate) throw new Error(`Line ${line} of ${this.place} was not accounted for.`);
      counts[fate]++;
    }
    return counts;
  }

  /** The bytes of the quarantined lines, as they stand in the file, in pieces. */
  *quarantinedPieces(): Generator<Uint8Array> {
    const total = this.lines.total();
    for (let line = 1; line <= total; line++) {
      if (this.settled[line - 1] !== quarantined) continue;
      const first = line;
      while (line < total && this.settled[line] === quarantined) line++;
      yield* this.lines.bytesOf(first, line);
    }
  }

  private note(
    line: number | null,
    { value = null, ...problem }: Noted,
    severity: Problem["severity"],
  ): void {
    if (this.problems.length < listedProblems) this.problems.push({ line, value, severity, ...problem });
    else if (severity === "error") this.unlistedErrors++;
    else this.unlistedWarnings++;
  }
}

const quarantined = fates.indexOf("quarantined") + 1;
