import type { ProgrammeSettings } from "../programme/schema.ts";
import type { AspectFinder } from "./aspects.ts";
import { isGiven, lowerFirst, settingsHint, sourceSnippet } from "./layout/snippet.ts";
import { subjectFinder } from "./layout/subjects.ts";
import type { Heading } from "./read-heading.ts";
import type { GradeColumn } from "./read-marksheet.ts";
import type { SourceFile } from "./source-file.ts";

/** What to add to programme.json where headers name aspects alone, such as Focus, and nothing says of which subject. */
export function subjectHint(
  file: SourceFile,
  finder: AspectFinder,
  labels: readonly string[],
): string | null {
  const bare = labels.find((label) => label !== "" && finder.whole(label) !== null);
  if (bare === undefined) return null;
  const subject = { subject: "<subject>" };
  const say = isOfManySheets(file)
    ? `give each sheet a source of its own in programme.json, before the one of the file: ${sourceSnippet(file.table!, file.name, { sheet: file.sheet, ...subject })}.`
    : lowerFirst(settingsHint(file, file.table!, subject));
  return `"${bare}" and the other columns name no subject. If all of them are of one: ${say}`;
}

/**
 * Refuses a sheet whose source gives several sheets one subject.
 * @returns whether it was refused.
 */
export function refuseSharedSubject(file: SourceFile): boolean {
  if (file.source?.subject === undefined || !isOfManySheets(file)) return false;
  file.refuse({
    column: "subject",
    code: "missing-label",
    message: `The source gives ${file.sheets} sheets of the workbook one subject, "${file.source.subject}", and each may be of another. Give each sheet a source of its own in programme.json: ${sourceSnippet(file.table!, file.name, { sheet: file.sheet, subject: "<subject>" })}.`,
  });
  return true;
}

function isOfManySheets({ sheet, sheets, source }: SourceFile): boolean {
  return sheet !== null && sheets > 1 && source?.sheet === undefined;
}

/**
 * Refuses a file that says of which subject it is where its source says another: by a row above the aspects, or by a
 * title such as "Subject: Biology".
 * @returns whether it was refused.
 */
export function refuseOtherSubject(
  settings: ProgrammeSettings,
  file: SourceFile,
  { above, titles }: Pick<Heading, "above" | "titles">,
  grades: readonly GradeColumn[],
): boolean {
  const declared = file.source?.subject;
  if (declared === undefined) return false;
  const nameOf = subjectFinder(settings);
  const isOther = (name: string) => nameOf(name) !== nameOf(declared);
  const said = `The source of this file says that it is of "${declared}" ("subject")`;
  const over = grades.find(({ index }) => above?.[index] && isOther(above[index]));
  const title = grades.some(({ subject }) => subject === declared)
    ? titles.flatMap(subjectOf).find(isOther)
    : undefined;
  const message = over
    ? `${said}, and the row above the aspects has "${above![over.index]}" in column ${over.index + 1}. If that row names the subjects, leave "subject" out of the source in programme.json. If it says whose the grades are, of when, or of what else, put each of them into a file of its own, without that row.`
    : title !== undefined
      ? `${said}, and a title above its header says "${title}". Correct "subject" in its source in programme.json. If the source is right for other files, give this one a source of its own before that one: ${snippetOf(file, title)}.`
      : null;
  if (message !== null) file.refuse({ column: "subject", code: "missing-label", message });
  return message !== null;
}

/** A source for this file alone that says what its source says, of another subject. */
function snippetOf({ name, sheet, source, table }: SourceFile, subject: string): string {
  const { table: _, files: __, ...settings } = source!;
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => isGiven(value)));
  return sourceSnippet(table!, name, { ...given, ...(sheet === null ? {} : { sheet }), subject });
}

/** The subject that a title line names, in the cell of the label or the next one. */
function subjectOf(cells: readonly string[]): string[] {
  return cells.flatMap((cell, i) => {
    const found = /^subject(?: name)?\s*(?:[:=]\s*(.*)|$)/i.exec(cell.trim());
    const name = found && (found[1] || cells.slice(i + 1).find((next) => next.trim() !== ""));
    return name && name.length <= 60 ? [name.trim()] : [];
  });
}
