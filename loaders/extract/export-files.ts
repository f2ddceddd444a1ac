import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceSettings } from "../programme/schema.ts";
import { sourceOf } from "./recognise.ts";
import { SourceFile } from "./source-file.ts";

/** A path inside the folder that looks like an export, and why it cannot be read, or null. */
interface Found {
  name: string;
  trouble: string | null;
}

/** The export files of a folder, sorted by path; hidden ones, notes and the settings are left out, unreadable ones refused. */
export function exportFiles(folder: string, sources: readonly SourceSettings[]): SourceFile[] {
  return find(folder, "")
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, trouble }) => {
      const bytes = trouble ?? bytesOf(join(folder, name));
      const file = new SourceFile(
        name,
        typeof bytes === "string" ? new Uint8Array() : bytes,
        sourceOf(sources, name),
      );
      if (typeof bytes === "string") file.refuse({ column: null, code: "file-error", message: bytes });
      return file;
    });
}

function find(folder: string, inside: string): Found[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(folder, inside), { withFileTypes: true });
  } catch (error) {
    return [{ name: inside || ".", trouble: `This folder cannot be opened (${codeOf(error)}). ${allow}` }];
  }
  return entries
    .filter((entry) => !entry.name.startsWith("."))
    .flatMap((entry) => {
      const name = inside ? `${inside}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return find(folder, name);
      if (!/\.(csv|tsv|txt)$/i.test(entry.name)) return [];
      return [{ name, trouble: entry.isFile() ? null : notOrdinary }];
    });
}

const allow = "Allow the user who runs this program to read it.";

const notOrdinary =
  "This is not an ordinary file but a link or a device, and was not read. Put a copy of the file in its place.";

/** The bytes of a file, or a sentence that says why it cannot be read. */
function bytesOf(path: string): Uint8Array | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return `This file cannot be read (${codeOf(error)}). ${allow}`;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "error";
}
