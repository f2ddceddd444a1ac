import { type Bench, type Reading, readings } from "./bench.ts";
import { compare, median } from "./compare.ts";

const names: Record<Reading, string> = {
  duckdb: "DuckDB, unvalidated typed load",
  reader: "this reader",
  warehouse: "this reader, into DuckDB",
  damaged: "this reader, damaged file",
  csvParse: "csv-parse, row by row",
};

/** The result of a bench as a table for a terminal: what each reading took, then each ratio against its bar. */
export function report({ whole, damaged, rounds }: Bench): string {
  const taken = (Object.keys(readings) as Reading[]).map((reading) => {
    const of = (value: "cpu" | "wall" | "peak") => median(rounds.map((round) => round[reading][value]));
    const { rows, refused } = rounds[0]![reading];
    return [
      names[reading],
      of("cpu").toFixed(2),
      of("wall").toFixed(2),
      megabytes(of("peak")),
      `${rows}`,
      `${refused}`,
    ];
  });
  const ratios = compare(rounds).map(({ what, ratio, most, met }) => [
    what,
    ratio.toFixed(2),
    most === null ? "none" : `<= ${most.toFixed(2)}`,
    most === null ? "" : met ? "pass" : "MISS",
  ]);
  return [
    `${whole.rows} rows, ${megabytes(whole.bytes)} MB; ${damaged.damaged} lines of the copy damaged; median of ${rounds.length} rounds.`,
    "",
    ...aligned([["reading", "CPU s", "wall s", "peak MB", "rows", "refused"], ...taken]),
    "",
    ...aligned([["CPU ratio", "is", "bar", ""], ...ratios]),
  ].join("\n");
}

/** The result as one row of the history in docs/bench.md. */
export function historyRow(bench: Bench, date: string, machine: string): string {
  const [reader, warehouse, damaged, csvParse] = compare(bench.rounds);
  const peak = median(bench.rounds.map((round) => round.warehouse.peak));
  const cells = [
    date,
    machine,
    `${bench.whole.rows}`,
    megabytes(bench.whole.bytes),
    reader!.ratio.toFixed(2),
    warehouse!.ratio.toFixed(2),
    damaged!.ratio.toFixed(2),
    csvParse!.ratio.toFixed(2),
    megabytes(peak),
  ];
  return `| ${cells.join(" | ")} |`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join("  ")
      .trimEnd(),
  );
}
