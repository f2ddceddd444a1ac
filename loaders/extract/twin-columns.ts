import type { Programme } from "../programme/load-settings.ts";
import { fold } from "./columns.ts";
import { lowerFirst, settingsHint } from "./layout/snippet.ts";
import { type SubjectFinder, subjectFinder } from "./layout/subjects.ts";
import type { GradeColumn, UnreadColumns } from "./read-marksheet.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * Takes away the columns that give one subject the same aspect as another column does: which of them holds the grade
 * cannot be told, and their blanks must not decide it. Sets of columns that differ in the subject alone are one problem.
 * @param headerRows With two, the subject stands above the aspect.
 */
export function takeTwins(
  programme: Programme,
  file: SourceFile,
  columns: readonly GradeColumn[],
  headerRows: 1 | 2,
): { grades: GradeColumn[]; twins: UnreadColumns[] } {
  // A finder of its own: the spelling of a subject that is not read must not become the one that is kept.
  const subject = subjectFinder(programme.settings);
  const same = groupBy(columns, (column) => meaningOf(column, subject));
  const sets = [...same.values()].filter((set) => set.length > 1);
  const taken = new Set(sets.flat());
  const alike = groupBy(sets, (set) => set.map((column) => fold(endOf(column))).join("\u001f"));
  return {
    grades: columns.filter((column) => !taken.has(column)),
    twins: [...alike.values()].map((group) => twinsOf(file, group, headerRows)),
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function meaningOf({ subject, aspect }: GradeColumn, find: SubjectFinder): string {
  return JSON.stringify([subject === null ? null : find(subject), aspect]);
}

/** The header without its subject: "Target (KS4)" of "Maths Target (KS4)". */
function endOf({ label, subject }: GradeColumn): string {
  const spaced = (text: string) => text.normalize("NFC").replace(/[\s_]+/g, " ");
  if (subject === null) return spaced(label);
  const end = spaced(label)
    .replace(spaced(subject), "")
    .replace(/^[\s:|/–—(*#~^!-]+|[\s:|/–—-]+$/g, "");
  return end.includes("(") ? end : end.replace(/[()]/g, "");
}

function twinsOf(file: SourceFile, group: readonly GradeColumn[][], headerRows: 1 | 2): UnreadColumns {
  const [first] = group as [GradeColumn[]];
  const places = first.map(({ label, index }) => `"${label}" (column ${index + 1})`);
  const list = `${places.slice(0, -1).join(", ")} and ${places.at(-1)}`;
  const more = group.length === 1 ? "" : `, and so for ${group.length - 1} more of the subjects`;
  const message = `${list} give the same aspect of ${first[0]!.subject === null ? "the same subject" : "one subject"}${more}. Which of them holds the grade cannot be told, so none of them is read. ${remedyOf(file, first, headerRows)}`;
  return {
    labels: group.flat().map(({ label }) => label),
    problem: { column: first[0]!.label, code: "duplicate-label", message },
  };
}

function remedyOf(file: SourceFile, twins: readonly GradeColumn[], headerRows: 1 | 2): string {
  const differ = (names: string[]) => new Set(names.map(fold)).size === names.length;
  const ends = twins.map(endOf);
  // A whole header can be ignored only where it stands in one cell.
  const whole = headerRows === 1 ? [twins.map(({ label }) => label)] : [];
  const names = [ends, ...whole].find(differ);
  if (names === undefined)
    return "Rename all but one of them in the export, or leave them out, and export again.";
  const quoted = names.map((name) => JSON.stringify(name));
  const ignore = `Leave all but one of them out of the export, or add their names to "ignoreCriteria" in programme.json: they are ${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}.`;
  if (names !== ends) return ignore;
  const aspects = { [names.at(-1)!]: "<criterion id>" };
  return `${ignore} If one of them is of another aspect, say so: ${lowerFirst(settingsHint(file, file.table!, { aspects }))}`;
}
