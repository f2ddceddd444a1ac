import { type BulkPlan, scanLines } from "./bulk/scan-lines.ts";
import { fold, identityColumns, mapColumns } from "./columns.ts";
import { Blocks } from "./layout/blocks.ts";
import {
  carriesIdentity,
  type IdentityCarrier,
  identityCarrier,
  unknownDescribing,
} from "./layout/carry-identity.ts";
import { isPrintFooter, statisticsTest } from "./layout/footer.ts";
import { type HeaderInBody, headerInBody } from "./layout/header-in-body.ts";
import { type HeadingInBody, headingInBody } from "./layout/heading-in-body.ts";
import { titleTest } from "./layout/repeated-titles.ts";
import type { FileContext } from "./layout/vocabulary.ts";
import { type Heading, preambleOf } from "./read-heading.ts";
import type { RecordReader } from "./record-reader.ts";
import type { RecordStream } from "./record-stream.ts";
import type { FileTable, SourceFile } from "./source-file.ts";
import { studentColumns } from "./tables.ts";
import type { Fault, Token } from "./text/tokenise.ts";
import { longestCell } from "./text/tokenise.ts";

const faults: Record<Fault, string> = {
  "encoding-error":
    "This line holds bytes that are not text in the file's encoding. Declare the encoding in programme.json (for example windows-1252) or export the file again.",
  nul: "This line holds a NUL, a character that no text has: the file is damaged there. Export it again.",
  "stray-quote":
    "A quotation mark stands inside a cell that is not quoted, or text follows a closing quotation mark. Correct the line and export again.",
  "unclosed-quote":
    "A quotation mark opens on this line and never closes. Correct the line and export again.",
  "long-cell": `A cell of this line is longer than ${longestCell} characters. Shorten it and export again.`,
};

/** Rows of a file that are looked at to tell whether it leaves out what is the same as above. */
const carrySample = 2_000;

/**
 * Reads all records below the heading, settling the fate of every line that is not data: repeats of the header, blank
 * lines, statistics rows and print lines. Broken records are quarantined; below the header of another table everything is.
 * @param reader Reads what is data, in bulk where it has a plan.
 * @param proven Whether all bytes of the file are text.
 */
export function readBody(
  file: SourceFile,
  stream: RecordStream,
  heading: Heading,
  reader: RecordReader,
  context: FileContext,
  proven: boolean,
): void {
  const carrier = carrierOf(file, stream, heading, context);
  if (carrier && "question" in carrier) {
    file.refuse({ column: null, code: "missing-cell", message: carrier.question });
    return;
  }
  stream.skipTo(heading.last + 1);
  new Body(file, stream, heading, reader, context, carrier).read(reader.plan, proven);
}

/** What carries the student on, where the file is a grouped report that leaves it out where it is the same as above. */
function carrierOf(
  file: SourceFile,
  stream: RecordStream,
  heading: Heading,
  context: FileContext,
): IdentityCarrier | { question: string } | null {
  const { labels, found } = heading;
  const isHeader = found && headerInBody(found, context);
  const isStatistics = statisticsTest(labels, mapColumns(labels, new Set(studentColumns), file.source));
  const rows = stream.sample(carrySample, heading.last + 1).flatMap(({ cells }): (string[] | null)[] => {
    const trimmed = cells?.map((cell) => cell.trim());
    if (!trimmed) return [null];
    if (trimmed.every((cell) => cell === "")) return [];
    const isData =
      trimmed.length === labels.length &&
      !isStatistics(trimmed, "middle") &&
      isHeader?.(trimmed, null, true) !== "repeat";
    return [isData ? trimmed : null];
  });
  const carries = carriesIdentity(labels, rows, file.source);
  if (typeof carries !== "boolean") return carries;
  return carries ? identityCarrier(labels, file.source, unknownDescribing(labels, rows, file.source)) : null;
}

/** Tables whose records may take their date from outside. */
const datedTables: ReadonlySet<FileTable> = new Set(["marksheet", "reviews", "predictions", "attendance"]);

/** Lines above a repeated header that may be titles. */
const mostTitles = 20;

class Body {
  /** Rows that may be titles, until it is seen whether the header follows. */
  private titles: Token[] = [];
  private readonly titleOf: ReturnType<typeof titleTest>;
  /** Rows that are statistics only if no record follows. */
  private pending: Token[] = [];
  private readonly headerTest: HeaderInBody | null;
  private readonly headingTest: HeadingInBody | null;
  private readonly blocks: Blocks | null;
  /** The first heading among the records. */
  private firstHeading: string | null = null;
  private hasRecords = false;
  private readonly isStatistics: ReturnType<typeof statisticsTest>;
  private readonly hasIdentities: boolean;
  private readonly unlabelled: readonly number[];
  private readonly filled = new Set<number>();
  /** The row before, for telling the lower of two header rows. */
  private before: readonly string[] | null = null;
  /** Whether the row before lacks cells, so that this one may be the rest of it. */
  private short = false;
  /** Whether the row before is a statistics row. */
  private afterStatistics = false;
  /** Line on which the header of another table stands. */
  private foreign: number | null = null;

  constructor(
    private readonly file: SourceFile,
    private readonly stream: RecordStream,
    private readonly heading: Heading,
    private readonly reader: RecordReader,
    context: FileContext,
    private readonly carrier: IdentityCarrier | null,
  ) {
    const { labels, found } = heading;
    this.unlabelled = labels.flatMap((label, i) => (label === "" ? [i] : []));
    const described = mapColumns(labels, new Set(studentColumns), file.source);
    this.hasIdentities = identityColumns.some((column) => described.index.has(column));
    this.isStatistics = statisticsTest(labels, described);
    this.headerTest = found && headerInBody(found, context);
    // Where each record has its own date, or the list has none, no heading can change what it means.
    const isDatedOutside = this.headerTest && !reader.isDated && datedTables.has(file.table!);
    this.headingTest = isDatedOutside ? headingInBody(labels, preambleOf(heading), context) : null;
    this.blocks = isDatedOutside ? new Blocks(file, stream, heading, reader, this.headerTest!) : null;
    this.titleOf = titleTest(heading.titles, reader.isDated);
  }

  read(plan: BulkPlan | null, proven: boolean): void {
    const { stream, file } = this;
    if (plan && stream.bulk && !this.carrier) {
      const { window, delimiter } = stream.bulk;
      const filled = scanLines(
        window,
        delimiter,
        plan,
        proven,
        this.unlabelled,
        (first, last) => {
          this.flush();
          this.before = null;
          this.short = false;
          this.afterStatistics = false;
          this.hasRecords = true;
          file.settle(first, last, "accepted");
        },
        () => {
          this.take(stream.next()!);
          return this.foreign === null;
        },
      );
      for (const i of filled) this.filled.add(i);
    }
    for (let token = stream.next(); token; token = stream.next()) this.take(token);
    this.flushTitles();
    for (const { first, last } of this.pending) file.settle(first, last, "footer");
    this.warnOfUnlabelled();
    this.reader.settle?.();
  }

  /** Takes one record that was not read in bulk. */
  private take(token: Token): void {
    const { file } = this;
    const { first, last } = token;
    const { short, afterStatistics } = this;
    this.short = false;
    this.afterStatistics = false;
    if (this.foreign !== null) {
      file.settle(first, last, "quarantined");
      return;
    }
    if (!token.cells) {
      this.flush();
      this.interrupt("quarantined");
      file.quarantine(token, {
        column: null,
        code: token.fault === "nul" ? "encoding-error" : token.fault!,
        message: faults[token.fault!],
      });
      return;
    }
    const cells = token.cells.map((cell) => cell.trim());
    if (cells.every((cell) => cell === "")) {
      file.settle(first, last, "blank");
      return;
    }
    const header = this.headerTest?.(cells, this.before, this.hasRecords) ?? null;
    this.before = cells;
    if (header === "repeat") {
      if (!this.reader.isDated && this.titles.some((title) => this.isOtherTitle(title))) {
        this.refuseExport(
          token,
          "Another export begins here: its title lines are not those at the top of the file, and the header stands again below them. This line and all below it are not read. Put each export into a file of its own.",
        );
        return;
      }
      const why = this.blocks?.whyOther(first) ?? null;
      if (why !== null) {
        this.refuseExport(
          token,
          `Another export seems to begin here: ${why}. This line and all below it are not read, for nothing says of when they are. Put each export into a file of its own.`,
        );
        return;
      }
      for (const title of this.titles.splice(0)) this.settleTitle(title);
      this.flush();
      this.interrupt("header");
      file.settle(first, last, "header");
      return;
    }
    if (header === "other") {
      this.refuseRest(token);
      return;
    }
    if (cells.length === this.heading.labels.length && this.reader.isOfStudent(cells)) {
      this.flush();
      this.takeData(token, cells);
      return;
    }
    const isStatistics = this.isStatistics(cells, afterStatistics ? "below" : "middle");
    if (isPrintFooter(cells) || isStatistics) {
      this.afterStatistics = isStatistics;
      this.interrupt("statistics");
      file.settle(first, last, "footer");
      return;
    }
    if (this.isStatistics(cells, "foot")) {
      this.flushTitles();
      this.pending.push(token);
      return;
    }
    if (!short && this.isOtherHeading(cells)) {
      this.refuseExport(
        token,
        "Another export begins here: this text alone in its row names a review, a term or a date, so the records below it may be of another time than those above. This line and all below it are not read. Put each review into a file of its own, or export a column with the date of the review.",
      );
      return;
    }
    if (this.headerTest && !short && this.titleOf(cells) !== null && this.titles.length < mostTitles) {
      this.titles.push(token);
      return;
    }
    this.flush();
    this.takeData(token, cells);
  }

  private takeData(token: Token, cells: string[]): void {
    const { file, heading } = this;
    const { first, last } = token;
    this.short = cells.length < heading.labels.length;
    if (cells.length !== heading.labels.length) {
      this.interrupt("quarantined");
      const more = cells.length > heading.labels.length;
      file.quarantine(token, {
        column: null,
        code: more ? "extra-cell" : "missing-cell",
        message: `This line has ${cells.length} cells where the header has ${heading.labels.length}. ${more ? "A cell may hold a delimiter without quotation marks." : "Cells are missing."} Correct the line and export again.`,
      });
      return;
    }
    const carried = this.carrier?.carry(cells) ?? { cells };
    if ("refused" in carried) {
      file.quarantine(token, { column: null, code: "missing-cell", message: carried.refused });
      return;
    }
    for (const i of this.unlabelled) if (cells[i] !== "") this.filled.add(i);
    this.hasRecords = true;
    file.accept(first, last);
    this.reader.read({ file, first, last, cells: carried.cells });
  }

  /**
   * Rows that looked like the foot are data after all, since data follow. In a file without identifiers (costs) nothing
   * else tells a sum from an item, so such a row is refused.
   */
  private flush(): void {
    for (const token of this.pending.splice(0)) {
      const cells = token.cells!.map((cell) => cell.trim());
      if (this.hasIdentities) this.takeData(token, cells);
      else {
        this.file.quarantine(token, {
          column: null,
          code: "constraint-error",
          message:
            "This line looks like a sum or average, but lines with data follow it. Put it at the end of the file or leave it out; if it is an item, give it another name.",
        });
      }
    }
    for (const token of this.titles.splice(0))
      this.takeData(
        token,
        token.cells!.map((cell) => cell.trim()),
      );
  }

  /** Rows that looked like titles are data after all, since no header follows; so is the foot that stands before them. */
  private flushTitles(): void {
    if (this.titles.length > 0) this.flush();
  }

  private interrupt(by: "quarantined" | "header" | "statistics"): void {
    this.carrier?.interrupt(by);
  }

  private isOtherTitle({ cells }: Token): boolean {
    return this.titleOf(cells!) === "other";
  }

  /** A line above a repeated header, where no title can change what the records below it mean. */
  private settleTitle(title: Token): void {
    if (this.isOtherTitle(title)) {
      this.file.quarantine(title, {
        column: null,
        code: "missing-cell",
        message:
          "This line stands above a repeat of the header and is none of the titles at the top of the file, so it is not read: it is another title, or the end of the line above it. If it is the end of that line, join the two and export again.",
      });
    } else this.file.settle(title.first, title.last, "header");
  }

  /**
   * Whether a row is a heading from which on the records may be of another time: one that names a review other than the
   * file's own, or any other than the first. The first that stands above all records may be the file's own.
   */
  private isOtherHeading(cells: readonly string[]): boolean {
    const heading = this.headingTest?.(cells) ?? null;
    if (!heading) return false;
    const text = fold(heading.text);
    if (this.firstHeading === null && (heading.kind === "own" || !this.hasRecords)) this.firstHeading = text;
    return heading.kind === "review" && text !== this.firstHeading;
  }

  /**
   * A heading, or the titles above a repeated header, are others than those of the file, and the records take their date
   * or their meaning from them or the file: from there on it is another export.
   * @param last The heading, or the header below the titles.
   */
  private refuseExport(last: Token, message: string): void {
    const { file } = this;
    const lines = [...this.titles.splice(0), last];
    const [begin] = lines as [Token];
    for (const token of this.pending.splice(0)) file.settle(token.first, token.last, "footer");
    for (const token of lines) file.settle(token.first, token.last, "quarantined");
    this.foreign = begin.first;
    file.quarantine(begin, { column: null, code: "unknown-table", message });
  }

  private refuseRest(token: Token): void {
    this.flush();
    this.foreign = token.first;
    this.file.quarantine(token, {
      column: null,
      code: "unknown-table",
      message:
        "Here the header of another table stands, so this line and all below it are not read by the header of this file. Put each table into a file of its own.",
    });
  }

  /** A column without a header that holds something is not read, so the data manager is told. */
  private warnOfUnlabelled(): void {
    for (const i of [...this.filled].sort((a, b) => a - b)) {
      this.file.warn(this.heading.last, {
        column: null,
        code: "blank-header",
        message: `Column ${i + 1} has no header, so its cells are not read. Give it a header in the export.`,
      });
    }
  }
}
