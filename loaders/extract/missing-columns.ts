import { lowerFirst, settingsHint } from "./layout/snippet.ts";
import type { FileTable, SourceFile } from "./source-file.ts";
import { readDate, readNumber } from "./values.ts";

/** What to do where a report names students and does not identify them. */
export const addIdentifier =
  "Names never identify a student: add the admission number (Adno) or UPN to the report and export it again.";

const mostHeaders = 12;
const longestHeader = 60;

/**
 * Says which columns a file lacks, with a snippet that has a place for each, and the headers that may be meant by them.
 * @param subject What lacks them: "The meetings file".
 * @param absent Canonical column names, one or more.
 * @param known How many of its headers are known: with fewer than two, its first row may be no header but a student's.
 */
export function missingColumns(
  file: SourceFile,
  table: FileTable,
  subject: string,
  absent: readonly string[],
  known: number,
): string {
  const columns = Object.fromEntries(absent.map((name) => [`<header of ${name}>`, name]));
  const hint = lowerFirst(settingsHint(file, table, { columns }));
  const [lacks, them] =
    absent.length > 1
      ? [`has no columns for ${absent.join(", ")}`, "them under other headers"]
      : absent[0] === "student_id"
        ? ["has no column that identifies the student (student_id, UPN or ULN)", "one under another header"]
        : [`has no column for ${absent[0]}`, "it under another header"];
  const identify = absent.includes("student_id") ? ` ${addIdentifier}` : "";
  return `${subject} ${lacks}.${identify} If it has ${them}: ${hint}${unusedHeaders(file, known)}`;
}

/** " Its headers that are not used: Date, Result and 3 more."; nothing where there are none, or none can be shown. */
export function unusedHeaders({ unmappedColumns }: SourceFile, known: number): string {
  if (known < 2) return "";
  const shown = unmappedColumns.filter(
    (label) => label.length <= longestHeader && !isValue(label) && !/\d{4}/.test(label),
  );
  if (shown.length === 0) return "";
  const more = shown.length - mostHeaders;
  const list = shown.slice(0, mostHeaders).join(", ");
  return ` Its headers that are not used: ${list}${more > 0 ? ` and ${more} more` : ""}.`;
}

function isValue(label: string): boolean {
  return readNumber(label) !== null || readDate(label, "d/m/yy") !== null;
}
