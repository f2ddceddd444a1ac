import type { TextLines } from "./line-store.ts";
import type { LineWindow } from "./text/lines.ts";
import { nextToken, type Token, tokenise } from "./text/tokenise.ts";

/** The records of a file in order, whatever kind of file it is. */
export interface RecordStream {
  /** The first records from a line on, without taking them. */
  sample(count: number, from: number): Token[];
  /** The records from a line on, one after another, without taking them. */
  from(line: number): Iterable<Token>;
  /** Takes every record that starts before a line. */
  skipTo(line: number): void;
  /** Takes the next record; null at the end. */
  next(): Token | null;
  /** What can be read in bulk, or null. */
  readonly bulk: { window: LineWindow; delimiter: string } | null;
}

/** Records of delimited text. */
export class TextStream implements RecordStream {
  delimiter = ",";
  /** Cells of the header: a quoted cell may run over lines only where its record has as many. */
  width: number | null = null;

  constructor(readonly lines: TextLines) {}

  sample(count: number, from: number): Token[] {
    const window = this.lines.windowAt(from, sampleBytes);
    const tokens: Token[] = [];
    for (const token of tokenise(window, this.delimiter)) {
      tokens.push(token);
      if (tokens.length === count) break;
    }
    return tokens;
  }

  from(line: number): Iterable<Token> {
    return tokenise(this.lines.windowAt(line, sampleBytes), this.delimiter, this.width);
  }

  /** The texts of the first lines; null for one that is not text. */
  sampleLines(count: number): (string | null)[] {
    const window = this.lines.windowAt(1, sampleBytes);
    const texts: (string | null)[] = [];
    for (let i = 0; i < count; i++) {
      const line = window.peek(i);
      if (!line) break;
      texts.push(line.text);
    }
    return texts;
  }

  skipTo(line: number): void {
    while (this.lines.window.line < line && this.lines.window.skip());
  }

  next(): Token | null {
    return nextToken(this.lines.window, this.delimiter, this.width);
  }

  get bulk(): RecordStream["bulk"] {
    const { window } = this.lines;
    return window.encoding.startsWith("utf-16") ? null : { window, delimiter: this.delimiter };
  }
}

const sampleBytes = 64 * 1024;

/** Records that are in memory already: rows of a sheet, elements of a document. */
export class RowStream implements RecordStream {
  readonly bulk = null;
  private at = 0;

  constructor(private readonly rows: readonly Token[]) {}

  /** Rows that hold nothing stand between the others, so that places in the sample are those of the sheet. */
  sample(count: number, from: number): Token[] {
    const sample: Token[] = [];
    let line = from;
    for (const row of this.rows) {
      if (row.first < from) continue;
      for (; line < row.first && sample.length < count; line++)
        sample.push({ first: line, last: line, cells: [], fault: null });
      if (sample.length === count) break;
      sample.push(row);
      line = row.last + 1;
    }
    return sample;
  }

  *from(line: number): Iterable<Token> {
    for (const row of this.rows) if (row.first >= line) yield row;
  }

  skipTo(line: number): void {
    while (this.at < this.rows.length && this.rows[this.at]!.first < line) this.at++;
  }

  next(): Token | null {
    return this.rows[this.at++] ?? null;
  }
}
