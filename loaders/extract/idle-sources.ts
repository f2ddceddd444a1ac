import type { SourceSettings } from "../programme/schema.ts";
import { fold } from "./columns.ts";
import { ContainerError } from "./container-error.ts";
import { matchesPath } from "./recognise.ts";
import type { SourceFile } from "./source-file.ts";
import type { Workbooks } from "./unpack-workbooks.ts";

/**
 * Why each source of programme.json that no file uses is not used, as sentences: nothing matches its path; the workbook
 * has no such sheet, or nothing on it; another source that stands before takes every file.
 * @param files Of the folder; the sheets of a workbook are a file each.
 */
export function idleSources(
  sources: readonly SourceSettings[],
  files: readonly Pick<SourceFile, "name" | "source">[],
  workbooks: Workbooks,
): string[] {
  const said = sources.flatMap((source, i) => {
    if (files.some((file) => file.source === source)) return [];
    const paths = [...new Set(files.map(({ name }) => name))].filter((path) =>
      matchesPath(source.files, path),
    );
    if (paths.length === 0)
      return [
        `No file matches the source "${source.files}" of programme.json. Correct its path, or remove it.`,
      ];
    const bySheet = source.sheet === undefined ? null : withoutSheet(source.sheet, paths, workbooks);
    if (bySheet !== null) return bySheet;
    const taker = sources
      .slice(0, i)
      .find((earlier) => files.some((file) => file.source === earlier && paths.includes(file.name)));
    if (!taker) return [];
    return [
      `The source ${nameOf(source)} of programme.json is not used: ${nameOf(taker)} stands before it and takes every file that it matches. Put the narrower of the two first, or remove one.`,
    ];
  });
  return [...new Set(said)];
}

/** What to say where no workbook has the sheet; nothing of workbooks that cannot be opened; null where one has it. */
function withoutSheet(sheet: string, paths: readonly string[], workbooks: Workbooks): string[] | null {
  const said: string[] = [];
  for (const path of paths) {
    const sheets = workbooks.get(path);
    if (sheets instanceof ContainerError) continue;
    const found = sheets?.find(({ name }) => fold(name) === fold(sheet));
    if (found && found.lastRow > 0) return null;
    said.push(
      found
        ? `The sheet "${found.name}" of ${path}, which a source of programme.json names, holds nothing. Correct "sheet", or remove the source.`
        : sheets
          ? `The workbook ${path} has no sheet "${sheet}", which a source of programme.json names; it has ${sheets.map(({ name }) => `"${name}"`).join(", ")}. Correct "sheet".`
          : `${path} is no workbook, so it has no sheet "${sheet}", which a source of programme.json names. Remove "sheet" from that source.`,
    );
  }
  return said;
}

function nameOf({ files, sheet }: SourceSettings): string {
  return sheet === undefined ? `"${files}"` : `"${files}", sheet "${sheet}"`;
}
