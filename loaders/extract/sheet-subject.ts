import type { AspectFinder } from "./aspects.ts";
import { lowerFirst, settingsHint, sourceSnippet } from "./layout/snippet.ts";
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
