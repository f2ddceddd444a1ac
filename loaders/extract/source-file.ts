import { createHash } from "node:crypto";
import type { SourceSettings, TableName } from "../programme/schema.ts";
import { type Encoding, type PhysicalLine, physicalLines } from "./lines.ts";
import type { Problem } from "./problem.ts";

type Fate = "preamble" | "header" | "accepted" | "quarantined" | "blank" | "footer";

export type FileTable = TableName | "marksheet";

/** A record of a file with the lines it spans. */
export interface SourceRecord {
  file: SourceFile;
  first: number;
  last: number;
  cells: string[];
}

/** One export file while it is read: what became of each physical line, and what was wrong where. */
export class SourceFile {
  readonly sha256: string;
  readonly encoding: Encoding;
  readonly lines: readonly PhysicalLine[];
  readonly problems: Problem[] = [];
  readonly unmappedColumns: string[] = [];
  table: FileTable | null = null;
  delimiter = ",";
  layout: "long" | "wide" = "long";
  /** The header that gives each canonical column, for messages. */
  headers: ReadonlyMap<string, string> = new Map();
  private readonly fates: (Fate | undefined)[];

  constructor(
    /** Path inside the programme folder, with forward slashes. */
    readonly name: string,
    readonly bytes: Uint8Array,
    readonly source: SourceSettings | null,
  ) {
    this.sha256 = createHash("sha256").update(bytes).digest("hex");
    const { encoding, lines } = physicalLines(bytes, source?.encoding ?? "utf-8");
    this.encoding = encoding;
    this.lines = lines;
    this.fates = new Array(lines.length);
  }

  /** Settles what became of the lines first..last (1-based). Quarantine is final: nothing overrides it. */
  settle(first: number, last: number, fate: Fate): void {
    for (let line = first; line <= last; line++) {
      if (this.fates[line - 1] !== "quarantined") this.fates[line - 1] = fate;
    }
  }

  fateOf(line: number): Fate | undefined {
    return this.fates[line - 1];
  }

  /** Notes an error and quarantines the record it stands on. */
  quarantine(at: { first: number; last: number }, problem: Omit<Problem, "line" | "severity">): void {
    this.settle(at.first, at.last, "quarantined");
    this.problems.push({ line: at.first, severity: "error", ...problem });
  }

  /** Notes an error in one cell of a wide record; the record stays accepted without that fact. */
  lose(at: { first: number }, problem: Omit<Problem, "line" | "severity">): void {
    this.problems.push({ line: at.first, severity: "error", ...problem });
  }

  warn(line: number | null, problem: Omit<Problem, "line" | "severity">): void {
    this.problems.push({ line, severity: "warning", ...problem });
  }

  /** Refuses the whole file: every line that is not blank is quarantined, and this is the one error to mend first. */
  refuse(problem: Omit<Problem, "line" | "severity">): void {
    for (const line of this.lines)
      this.settle(line.number, line.number, isBlank(line) ? "blank" : "quarantined");
    this.problems.length = 0;
    this.problems.push({ line: null, severity: "error", ...problem });
  }

  /** Number of physical lines by fate; they sum to the total. */
  lineCounts(): Record<Fate | "total", number> {
    const counts = {
      total: this.lines.length,
      preamble: 0,
      header: 0,
      accepted: 0,
      quarantined: 0,
      blank: 0,
      footer: 0,
    };
    this.lines.forEach((line, i) => {
      const fate = this.fates[i];
      if (!fate) throw new Error(`Line ${line.number} of ${this.name} was not accounted for.`);
      counts[fate]++;
    });
    return counts;
  }

  /** The bytes of the quarantined lines, as they stand in the file. */
  quarantinedBytes(): Uint8Array {
    const kept = this.lines.filter((_, i) => this.fates[i] === "quarantined");
    return Buffer.concat(kept.map((line) => this.bytes.subarray(line.start, line.end)));
  }
}

/** A line without any text but spaces and delimiters. */
export function isBlank(line: PhysicalLine): boolean {
  return line.text !== null && /^[\s,;"]*$/.test(line.text);
}
