import picomatch from "picomatch";
import type { Programme } from "../programme/load-settings.ts";
import { type SourceSettings, type TableName, tableNames } from "../programme/schema.ts";
import { aspectFinder, isDoubtful } from "./aspects.ts";
import { fold, headerKey, identityColumns, isSessionHeader, mapColumns } from "./columns.ts";
import { sourceSnippet } from "./layout/snippet.ts";
import type { FileTable } from "./source-file.ts";
import { type StoredTable, tables } from "./tables.ts";

/**
 * The source of programme.json whose `files` are this path or match it, and whose `sheet` is this sheet of a workbook;
 * the first one wins.
 */
export function sourceOf(
  sources: readonly SourceSettings[],
  path: string,
  sheet: string | null = null,
): SourceSettings | null {
  return (
    sources.find(
      (source) =>
        matchesPath(source.files, path) &&
        (source.sheet === undefined || (sheet !== null && fold(source.sheet) === fold(sheet))),
    ) ?? null
  );
}

/** Whether a path is this one or matches this glob of programme.json. */
export function matchesPath(files: string, path: string): boolean {
  return files === path || picomatch.isMatch(path, files, { nocase: true, dot: false });
}

/** The table a file's name gives away: students.csv, attendance-2012-09-03.csv, Meetings Autumn.csv. */
export function tableOfName(path: string): TableName | null {
  const stem = fold(
    path
      .split("/")
      .at(-1)!
      .replace(/\.[^.]*$/, ""),
  );
  return tableNames.find((name) => stem === name || new RegExp(`^${name}[ .-]`).test(stem)) ?? null;
}

/** What is read of a header: one label a column, and with two header rows the subject above each ("" where none). */
export interface HeaderLabels {
  labels: readonly string[];
  above: readonly string[] | null;
}

/**
 * Which table a file is. The first that answers: its source, its name, its header. Where the header has what two tables
 * need, or none, or where the name says one table and the header can only be another, a question comes back.
 * @param file Path inside the programme folder.
 */
export function recogniseTable(
  programme: Programme,
  source: SourceSettings | null,
  file: string,
  header: HeaderLabels,
): { table: FileTable } | { question: string } {
  if (source) return { table: source.table };
  const named = tableOfName(file);
  const found = tablesOfHeader(programme, null, header);
  const grades = gradesOfNothing(header.labels);
  if (grades !== null && found.length === 0 && (named ?? "students") === "students")
    return { question: whatIsGraded(file, grades) };
  if (named !== null) {
    const other = found.length === 1 ? found[0]! : null;
    const isOther =
      other !== null &&
      (contradicts(named, other, header.labels) || (named === "students" && isGraded(header.labels, null)));
    if (!isOther) return { table: named };
    return {
      question: `The file's name says ${named}, but its header is that of ${other}. ${choose(file, [other, named])}`,
    };
  }
  if (found.length === 1) return { table: found[0]! };
  if (found.length > 1)
    return { question: `The header has what ${either(found)} need. ${choose(file, found)}` };
  const placeholder = `<${[...tableNames, "marksheet"].join(" | ")}>`;
  return {
    question: `Neither its name nor its header says what this file holds. Add to "sources" in programme.json: ${sourceSnippet(placeholder, file)}.`,
  };
}

/**
 * The header of the grades where a header has subjects and grades, but says not what is graded; null otherwise. Names and
 * year groups would make a list of students of it, and every grade would be lost.
 */
function gradesOfNothing(labels: readonly string[]): string | null {
  const { index } = mapColumns(labels, new Set(["subject", "criterion", "grade"]), null);
  const at = index.get("grade");
  return at === undefined || !index.has("subject") || index.has("criterion") ? null : labels[at]!;
}

function whatIsGraded(file: string, grades: string): string {
  const columns = { "<header of the assessment>": "criterion" };
  const aspects = { [grades]: { predictions: "result" } };
  return `The column "${grades}" holds grades, but no column says what is graded in it. Add to "sources" in programme.json: ${sourceSnippet("marksheet", file, { columns })}. If every grade is of one kind, say which: ${sourceSnippet("marksheet", file, { aspects })}.`;
}

function choose(file: string, found: readonly FileTable[]): string {
  const snippets = found.map((table) => sourceSnippet(table, file));
  return `Add to "sources" in programme.json what it is: ${snippets.join(" or ")}.`;
}

function either(found: readonly string[]): string {
  return `${found.slice(0, -1).join(", ")} and ${found.at(-1)}`;
}

/**
 * The tables that a header can be, best knowledge first. A marksheet often has what a students file must have, names and
 * year groups; so it is looked for before. A report of results names its aspects in a column that MIS call differently
 * (AssessmentTypeName, Aspect); it holds criteria and predictions and is a marksheet, not reviews.
 */
export function tablesOfHeader(
  programme: Programme,
  source: SourceSettings | null,
  header: HeaderLabels,
): FileTable[] {
  if (header.labels.some(isSessionHeader)) return ["attendance"];
  const fits = fittingTables(header.labels, source);
  if (fits.includes("predictions")) return ["predictions"];
  if (fits.includes("reviews") && header.labels.some((label) => headerKey(label) === "criterion"))
    return ["reviews"];
  if (isMarksheetHeader(programme, source, header)) return ["marksheet"];
  return fits;
}

/** What a header needs besides its required columns to be of a table that requires little. */
const alsoNeeds: Partial<Record<StoredTable, readonly string[]>> = { feedback: ["tone", "comment"] };

/** Whether a header has grades of subjects or of criteria: then it lists no students, whatever it says of them. */
function isGraded(labels: readonly string[], source: SourceSettings | null): boolean {
  const { index } = mapColumns(labels, new Set(["subject", "criterion", "grade"]), source);
  return index.has("grade") && (index.has("subject") || index.has("criterion"));
}

/** The tables whose required columns a header holds, without those that another of them includes. */
function fittingTables(headers: readonly string[], source: SourceSettings | null): FileTable[] {
  const fits = (Object.keys(tables) as StoredTable[]).filter((name) => {
    const columns = Object.entries(tables[name].columns);
    const known = new Set([...columns.map(([column]) => column), "upn", "uln", "name_combined"]);
    const { index } = mapColumns(headers, known, source);
    const also = alsoNeeds[name];
    if (also && !also.some((column) => index.has(column))) return false;
    if (name === "students" && isGraded(headers, source)) return false;
    return columns.every(([column, definition]) => {
      if (!definition.required || index.has(column)) return true;
      if (column === "student_id") return identityColumns.some((identity) => index.has(identity));
      return name === "students" && ["surname", "forename"].includes(column) && index.has("name_combined");
    });
  });
  const requires = (name: StoredTable, column: string) => tables[name].columns[column]?.required === true;
  const facts = (name: StoredTable) =>
    Object.keys(tables[name].columns).filter((column) => column !== "student_id" && requires(name, column));
  const includes = (name: StoredTable, other: StoredTable) =>
    name !== other && facts(other).every((column) => requires(name, column));
  const narrowest = fits.filter((name) => !fits.some((other) => includes(other, name)));
  // Names and year groups describe the student in many a report: two facts more say what it is about.
  const about = narrowest.filter((name) => name !== "students" && facts(name).length >= 2);
  const kept = about.length > 0 ? narrowest.filter((name) => name !== "students") : narrowest;
  return [
    ...new Set(kept.map((name) => (name.startsWith("attendance_") ? "attendance" : name) as FileTable)),
  ];
}

/** Whether a header names students and aspects: then it is a marksheet's, with no more said. */
export function isMarksheetHeader(
  programme: Programme,
  source: SourceSettings | null,
  header: HeaderLabels,
): boolean {
  const { index } = mapColumns(header.labels, new Set([...identityColumns, "criterion", "grade"]), source);
  if (!identityColumns.some((column) => index.has(column))) return false;
  return (index.has("criterion") && index.has("grade")) || hasAspects(programme, source, header);
}

/**
 * Whether a header has no one column of grades, but columns of subjects and aspects. Doubtful ones count too, so that a
 * marksheet of nothing else is not taken for a list of students; but not "KS2 Result" or "Attendance Target", which such
 * a list may have.
 */
export function hasAspects(
  programme: Programme,
  source: SourceSettings | null,
  { labels, above }: HeaderLabels,
): boolean {
  const { index } = mapColumns(labels, new Set(["grade", "subject"]), source);
  if (index.has("grade")) return false;
  const finder = aspectFinder(programme, source);
  const own = new Set(Object.keys(source?.columns ?? {}).map(headerKey));
  const judged = finder.judgeAll(labels);
  return labels.some((label, i) => {
    if (own.has(headerKey(label))) return false;
    const found = judged[i];
    if (isDoubtful(found))
      return found.of !== "ignored" && (found.about !== "meaning" || "criterion" in found.of);
    const isWhole = index.has("subject") || above?.[i] || (source?.subject !== undefined && found === null);
    const aspect = isWhole ? finder.whole(label) : found?.aspect;
    return aspect !== undefined && aspect !== null && aspect !== "ignored";
  });
}

/**
 * Whether a header cannot be of the table that the file's name says: it has none of the columns that table requires
 * besides the student. Reviews and predictions may be marksheets.
 */
function contradicts(named: TableName, found: FileTable, labels: readonly string[]): boolean {
  if (found === named || (["reviews", "predictions"].includes(named) && found === "marksheet")) return false;
  const stored: StoredTable[] = named === "attendance" ? ["attendance_marks", "attendance_totals"] : [named];
  const required = stored.flatMap((name) =>
    Object.entries(tables[name].columns).flatMap(([column, { required }]) =>
      required && column !== "student_id" ? [column] : [],
    ),
  );
  return mapColumns(labels, new Set([...required, "name_combined"]), null).index.size === 0;
}
