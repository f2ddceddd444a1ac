import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A figure counted from the files, with what it has to be; without, it is for information. */
export interface Figure {
  name: string;
  found: string | number;
  expected?: string | number;
}

const data = fileURLToPath(new URL("../../", import.meta.url));

export function list(folder: string): string[] {
  return readdirSync(join(data, folder))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** The cells of every line after the first `skip`, header included. */
export function cells(path: string, encoding = "utf-8", skip = 0): string[][] {
  const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(join(data, path)));
  const lines = text
    .split(/\r?\n/)
    .slice(skip)
    .filter((line) => line !== "");
  return lines.map((line) =>
    [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
      (match[1]?.replaceAll('""', '"') ?? match[2]!).trim(),
    ),
  );
}

/** One record a line, by header. */
export function records(path: string, encoding = "utf-8", skip = 0): Record<string, string>[] {
  const [header, ...lines] = cells(path, encoding, skip);
  return lines.map((line) => {
    if (line.length !== header!.length)
      throw new Error(`${path}: a line of ${line.length} cells under ${header!.length} headers`);
    return Object.fromEntries(header!.map((name, index) => [name, line[index]!]));
  });
}

export function iso(date: string): string {
  return date.includes("/") ? date.split("/").reverse().join("-") : date;
}

export function dateIn(path: string): string {
  return /\d{4}-\d{2}-\d{2}(?=\.csv$)/.exec(path)![0];
}

export function shift(date: string, days: number): string {
  const moved = new Date(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
