import { createReadStream, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse";
import { parse as parseNow } from "csv-parse/sync";
import { type Extract, extract } from "../../loaders/extract/extract.ts";
import { loadSettings } from "../../loaders/programme/load-settings.ts";
import { loadExtract } from "../../loaders/warehouse/load-extract.ts";
import { Warehouse } from "../../loaders/warehouse/warehouse.ts";
import { reviewsHeader } from "./programme.ts";

/** What became of the lines of the reviews file. */
export interface Outcome {
  rows: number;
  refused: number;
}

/** The ways of reading the same reviews file that are measured against each other. */
export const contenders = {
  /** DuckDB reads the file into a typed table, and checks nothing but the types. */
  async duckdb(reviews: string): Promise<Outcome> {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const columns = reviewsHeader
      .split(",")
      .map((name) => `'${name}': '${name === "review_date" ? "DATE" : "VARCHAR"}'`);
    await connection.run(
      `create table reviews as select * from read_csv($path, columns = {${columns.join(", ")}},
        auto_detect = false, header = true, delim = ',', quote = '"', escape = '"')`,
      { path: reviews },
    );
    const counted = await connection.runAndReadAll("select count(*)::integer from reviews");
    return { rows: counted.getRows()[0]![0] as number, refused: 0 };
  },

  /** The project's own reader: reads and validates every line into typed columns in memory, and accounts for it. */
  async reader(reviews: string): Promise<Outcome> {
    return outcomeOf(extract(loadSettings(dirname(reviews))));
  },

  /** The same, and DuckDB's tables filled from the columns. */
  async warehouse(reviews: string): Promise<Outcome> {
    const programme = loadSettings(dirname(reviews));
    const warehouse = await Warehouse.open();
    const read = extract(programme);
    await loadExtract(warehouse, programme, read);
    return outcomeOf(read);
  },

  /**
   * csv-parse, row by row, with line numbers and the checks of single rows: cells, student, date, criterion, grade. It
   * is spared the search for repeated keys, the account of lines and the load.
   */
  async csvParse(reviews: string): Promise<Outcome> {
    const { scales, criteria } = loadSettings(dirname(reviews));
    const students = new Set<string>(
      parseNow(readFileSync(join(dirname(reviews), "students.csv")), { columns: true }).map(
        (row) => (row as Record<string, string>).student_id!,
      ),
    );
    const grades = new Map(criteria.map(({ id, scale }) => [id, new Set(scales.get(scale)!.bestFirst)]));
    const parser = createReadStream(reviews).pipe(
      parse({ columns: true, info: true, skip_records_with_error: true }),
    );
    const outcome = { rows: 0, refused: 0 };
    const problems: { line: number; column: string }[] = [];
    for await (const { record, info } of parser) {
      const column = faultOf(record, students, grades);
      if (column === null) outcome.rows++;
      else problems.push({ line: info.lines, column });
    }
    return { ...outcome, refused: problems.length };
  },
} as const satisfies Record<string, (reviews: string) => Promise<Outcome>>;

function outcomeOf({ files, counts }: Extract): Outcome {
  const file = files.find(({ name }) => name === "reviews.csv")!;
  return { rows: counts.reviews.rows, refused: file.lineCounts().quarantined };
}

export type Contender = keyof typeof contenders;

function faultOf(
  row: Record<string, string>,
  students: ReadonlySet<string>,
  grades: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  if (!students.has(row.student_id!)) return "student_id";
  if (row.subject === "") return "subject";
  if (!isDay(row.review_date!)) return "review_date";
  const scale = grades.get(row.criterion!);
  if (!scale) return "criterion";
  return scale.has(row.grade!) ? null : "grade";
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
  );
}
