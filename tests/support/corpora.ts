import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readArchive } from "./read-archive.ts";
import { corpora } from "./shared.ts";

/** A data set of files that are read as if a school had exported them. */
interface Corpus {
  /** For the title of its tests: its name, and that it is skipped where it is not on this computer. */
  title: string;
  missing: boolean;
}

function corpus(name: string): Corpus & { folder: string } {
  const folder = join(corpora, name);
  const missing = !existsSync(folder);
  return {
    folder,
    missing,
    title: missing ? `${name} (skipped: ../shared/corpora/${name} is not on this computer)` : name,
  };
}

/** csv-spectrum: the bytes of each file by name, and the objects it holds. */
export function csvSpectrum(): Corpus & { files: Map<string, { bytes: Buffer; expected: object[] }> } {
  const { folder, ...about } = corpus("csv-spectrum");
  const names = about.missing ? [] : readdirSync(join(folder, "csvs"));
  const files = names.map((name) => {
    const json = readFileSync(join(folder, "json", name.replace(/csv$/, "json")), "utf8");
    return [name, { bytes: readFileSync(join(folder, "csvs", name)), expected: JSON.parse(json) }] as const;
  });
  return { ...about, files: new Map(files) };
}

/** The CSV files of DuckDB's own tests, most of them odd or broken, by their path below data/csv. */
export async function duckdbCsv(): Promise<Corpus & { files: Map<string, Buffer> }> {
  const { folder, ...about } = corpus("duckdb-csv");
  const files = new Map<string, Buffer>();
  if (about.missing) return { ...about, files };
  const root = "./data/csv/";
  for (const [name, bytes] of await readArchive(join(folder, "duckdb_data_csv_under24k.tar.xz")))
    if (name.startsWith(root)) files.set(name.slice(root.length), bytes);
  return { ...about, files };
}
