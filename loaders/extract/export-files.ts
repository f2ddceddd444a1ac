import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import type { SourceSettings } from "../programme/schema.ts";
import { idleSources } from "./idle-sources.ts";
import { type OpenedExport, openExport, openWorkbook, unreadable } from "./open-export.ts";
import { matchesPath, sourceOf } from "./recognise.ts";
import type { SourceFile } from "./source-file.ts";
import type { Workbooks } from "./unpack-workbooks.ts";

/** Extensions of files that are not exports and need no word. */
const silent = /\.(md|json|pdf|docx?|png|jpe?g)$/i;

/** Paths and globs of files that are neither read nor listed. */
type Ignored = readonly string[];

/**
 * What of the folder was not read at all: files of formats that are not read, and sources that no file uses.
 * @returns full sentences.
 */
export function unreadNotices(
  folder: string,
  sources: readonly SourceSettings[],
  files: readonly SourceFile[],
  workbooks: Workbooks,
  ignored: Ignored = [],
): string[] {
  const unread = find(folder, "", (name) => !isExport(name) && !silent.test(name), ignored);
  const others = unread
    .filter(({ trouble }) => trouble === null)
    .map(
      ({ name }) =>
        `${name} is not read: only .csv, .tsv, .txt, .xlsx and .xml files are. Save it as one of these, or move it out of the folder.`,
    );
  return [...others, ...idleSources(sources, files, workbooks)];
}

const isExport = (name: string): boolean => /\.(csv|tsv|txt|xlsx?|xlsm|xml)$/i.test(name);

/** A path inside the folder that looks like an export, and why it cannot be read, or null. */
interface Found {
  name: string;
  trouble: string | null;
}

/**
 * The export files of a folder, opened, sorted by path; hidden ones, notes and the settings are left out, unreadable
 * ones refused. The sheets of a workbook are a file each.
 */
export function exportFiles(
  folder: string,
  sources: readonly SourceSettings[],
  workbooks: Workbooks,
  ignored: Ignored = [],
): OpenedExport[] {
  return found(folder, ignored).flatMap(({ name, trouble }) => {
    const sourceFor = (sheet: string | null) => sourceOf(sources, name, sheet);
    const workbook = workbooks.get(name);
    if (trouble) return [unreadable(name, sourceFor(null), trouble)];
    if (workbook) return openWorkbook(folder, name, workbook, sourceFor);
    return [openExport(folder, name, sourceFor(null))];
  });
}

/** The paths of a folder's exports, without those that are no ordinary files. */
export function exportPaths(folder: string, ignored: Ignored = []): string[] {
  return found(folder, ignored).flatMap(({ name, trouble }) => (trouble === null ? [name] : []));
}

function found(folder: string, ignored: Ignored): Found[] {
  return find(folder, "", isExport, ignored).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function find(folder: string, inside: string, wanted: (name: string) => boolean, ignored: Ignored): Found[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(folder, inside), { withFileTypes: true });
  } catch (error) {
    return [{ name: inside || ".", trouble: `This folder cannot be opened (${codeOf(error)}). ${allow}` }];
  }
  return entries
    .filter(({ name }) => !name.startsWith(".") && !isExcelLock(name))
    .flatMap((entry) => {
      const name = inside ? `${inside}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return find(folder, name, wanted, ignored);
      if (!wanted(entry.name) || isIgnoredPath(name, ignored)) return [];
      return [{ name, trouble: entry.isFile() ? null : notOrdinary }];
    });
}

/** A file that Excel keeps beside a workbook while it is open. */
function isExcelLock(name: string): boolean {
  return name.startsWith("~$");
}

function isIgnoredPath(path: string, ignored: Ignored): boolean {
  return ignored.some((files) => matchesPath(files, path));
}

const allow = "Allow the user who runs this program to read it.";

const notOrdinary =
  "This is not an ordinary file but a link or a device, and was not read. Put a copy of the file in its place.";

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "error";
}
