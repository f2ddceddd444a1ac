import { type BulkPlan, scanLines } from "./bulk/scan-lines.ts";
import { identityColumns, mapColumns } from "./columns.ts";
import type { Heading } from "./read-heading.ts";
import type { RecordStream } from "./record-stream.ts";
import type { SourceFile, SourceRecord } from "./source-file.ts";
import { studentColumns } from "./tables.ts";
import type { Fault, Token } from "./text/tokenise.ts";
import { longestCell } from "./text/tokenise.ts";
import { readNumber } from "./values.ts";

const faults: Record<Fault, string> = {
  "encoding-error":
    "This line holds bytes that are not text in the file's encoding. Declare the encoding in programme.json (for example windows-1252) or export the file again.",
  "stray-quote":
    "A quotation mark stands inside a cell that is not quoted, or text follows a closing quotation mark. Correct the line and export again.",
  "unclosed-quote":
    "A quotation mark opens on this line and never closes. Correct the line and export again.",
  "long-cell": `A cell of this line is longer than ${longestCell} characters. Shorten it and export again.`,
};

const footerWords =
  /^(mean|average|median|minimum|maximum|min|max|total|totals|count|std\.? ?dev\.?|standard deviation)$/i;

/**
 * Reads all records below the heading, settling the fate of every line that is not data: repeats of the header, blank
 * lines and statistics rows. Broken records are quarantined.
 * @param plan How lines are read in bulk, or null where every record is read by itself.
 * @param proven Whether all bytes of the file are text.
 * @param read Takes each record that was not read in bulk.
 */
export function readBody(
  file: SourceFile,
  stream: RecordStream,
  heading: Heading,
  plan: BulkPlan | null,
  proven: boolean,
  read: (record: SourceRecord) => void,
): void {
  const { labels } = heading;
  const unlabelled = labels.flatMap((label, i) => (label === "" ? [i] : []));
  const seen = new Set<number>();
  const isStatistics = statisticsRow(file, labels);
  const take = (token: Token): void => {
    const record = settle(file, token, labels, isStatistics);
    if (!record) return;
    for (const i of unlabelled) if (record.cells[i] !== "") seen.add(i);
    read(record);
  };
  if (plan && stream.bulk) {
    const { window, delimiter } = stream.bulk;
    const filled = scanLines(
      window,
      delimiter,
      plan,
      proven,
      unlabelled,
      (first, last) => file.settle(first, last, "accepted"),
      () => take(stream.next()!),
    );
    for (const i of filled) seen.add(i);
  } else {
    for (let token = stream.next(); token; token = stream.next()) take(token);
  }
  for (const i of [...seen].sort((a, b) => a - b)) {
    file.warn(heading.last, {
      column: null,
      code: "blank-header",
      message: `Column ${i + 1} has no header, so its cells are not read. Give it a header in the export.`,
    });
  }
}

function settle(
  file: SourceFile,
  token: Token,
  labels: readonly string[],
  isStatistics: (cells: readonly string[]) => boolean,
): SourceRecord | null {
  const { first, last } = token;
  if (!token.cells) {
    file.quarantine(token, { column: null, code: token.fault!, message: faults[token.fault!] });
    return null;
  }
  const cells = token.cells.map((cell) => cell.trim());
  if (cells.every((cell) => cell === "")) {
    file.settle(first, last, "blank");
    return null;
  }
  if (cells.length === labels.length && cells.every((cell, i) => cell === labels[i])) {
    file.settle(first, last, "header");
    return null;
  }
  if (cells.length !== labels.length) {
    const more = cells.length > labels.length;
    file.quarantine(token, {
      column: null,
      code: more ? "extra-cell" : "missing-cell",
      message: `This line has ${cells.length} cells where the header has ${labels.length}. ${more ? "A cell may hold a delimiter without quotation marks." : "Cells are missing."} Correct the line and export again.`,
    });
    return null;
  }
  if (isStatistics(cells)) {
    file.settle(first, last, "footer");
    return null;
  }
  file.accept(first, last);
  return { file, first, last, cells };
}

/**
 * Statistics rows: Mean, Total and the like in the first cell, nobody's identity, and nothing but numbers in what
 * describes a student; so a student called Max is never taken for one. A file without identities (costs) must hold
 * nothing but numbers in such a row.
 */
function statisticsRow(file: SourceFile, labels: readonly string[]): (cells: readonly string[]) => boolean {
  const { index } = mapColumns(labels, new Set(studentColumns), file.source);
  const identities = identityColumns.flatMap((column) => index.get(column) ?? []);
  const numeric = identities.length > 0 ? [...index.values()] : labels.map((_, i) => i);
  return (cells) =>
    footerWords.test(cells[0]!) &&
    identities.every((i) => i === 0 || cells[i] === "") &&
    numeric.every((i) => i === 0 || cells[i] === "" || readNumber(cells[i]!) !== null);
}
