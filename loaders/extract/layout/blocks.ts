import { identityColumns, mapColumns } from "../columns.ts";
import type { Heading } from "../read-heading.ts";
import type { RecordReader } from "../record-reader.ts";
import type { RecordStream } from "../record-stream.ts";
import type { SourceFile } from "../source-file.ts";
import { printedOn } from "./footer.ts";
import type { HeaderInBody } from "./header-in-body.ts";

/** What says, beside the student, what a record without a date is about. */
const about = ["subject", "criterion", "qualification", "teacher"];

/**
 * The blocks of a file between its repeated headers, for records that take their date from outside. A page of the same
 * export says each thing once and was printed on one day; a block that says again what stood above, or that was printed
 * on another day, is of a second export, whose date nobody knows.
 */
export class Blocks {
  private readonly identities: readonly number[];
  private readonly keyCells: readonly number[];
  private readonly above = new Set<string>();
  private readonly printed: Set<string>;
  /** Last line that was looked at. */
  private until: number;

  /** @param isHeader The test for the file's own header among its records. */
  constructor(
    file: SourceFile,
    private readonly stream: RecordStream,
    private readonly heading: Heading,
    private readonly reader: Pick<RecordReader, "isOfStudent">,
    private readonly isHeader: HeaderInBody,
  ) {
    const { index } = mapColumns(heading.labels, new Set([...identityColumns, ...about]), file.source);
    const placesOf = (names: readonly string[]) => names.flatMap((name) => index.get(name) ?? []);
    this.identities = placesOf(identityColumns);
    this.keyCells = placesOf([...identityColumns, ...about]);
    this.printed = new Set(heading.titles.flatMap(printedOn));
    this.until = heading.last;
  }

  /**
   * Why the records below a repeated header are another export's, as the beginning of a sentence; null where they are not.
   * @param line The line of the header; to be asked of each in turn.
   */
  whyOther(line: number): string | null {
    if (this.until === this.heading.last) this.look(this.until + 1);
    // The lower of two header rows was looked at with the upper one.
    if (line < this.until) return null;
    const { repeats, days } = this.look(line);
    if (repeats !== null)
      return `the student of line ${repeats} stands above this header too, as where one week or review follows another`;
    return days > 1 ? "the lines that say when the pages were printed give different days" : null;
  }

  /**
   * Looks at the block that begins at a line, to its end.
   * @returns the first line of it that says again what was said above, or null; and the number of days on which the file
   * was printed so far.
   */
  private look(from: number): { repeats: number | null; days: number } {
    const block: string[] = [];
    let repeats: number | null = null;
    let before: readonly string[] | null = null;
    for (const { first, last, cells: raw } of this.stream.from(from)) {
      const cells = raw?.map((cell) => cell.trim()) ?? [];
      const header = this.isHeader(cells, before, true);
      if (header === "other" || (header === "repeat" && block.length > 0)) break;
      before = cells;
      this.until = last;
      if (header === "repeat") continue;
      for (const day of printedOn(cells)) this.printed.add(day);
      const key = this.keyOf(cells);
      if (key === null) continue;
      block.push(key);
      if (repeats === null && this.above.has(key)) repeats = first;
    }
    for (const key of block) this.above.add(key);
    return { repeats, days: this.printed.size };
  }

  /** What a record is about; null for a row that is no record or does not name its student. */
  private keyOf(cells: readonly string[]): string | null {
    if (cells.length !== this.heading.labels.length || !this.identities.some((i) => cells[i] !== ""))
      return null;
    if (!this.reader.isOfStudent(cells)) return null;
    return JSON.stringify(this.keyCells.map((i) => cells[i]!.toLowerCase()));
  }
}
