/** A row of the file as its cells; one that cannot be read is given as no cells. */
export type Row = readonly string[];

/** The number of cells that most rows with text have; of several the greatest. */
export function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (!isBlankRow(row)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 0;
}

/** A row without any text. */
export function isBlankRow(row: Row): boolean {
  return row.every((cell) => cell.trim() === "");
}

/** The line with which Excel is told the delimiter; it splits in two where the delimiter is a mark of the file's. */
export function isSepRow(row: Row): boolean {
  return /^sep=.?$/i.test(row[0]?.trim() ?? "") && row.slice(1).every((cell) => cell.trim() === "");
}

/** Number of cells with text. */
export function filled(row: Row): number {
  return row.filter((cell) => cell.trim() !== "").length;
}

export function trimmed(row: Row): string[] {
  return row.map((cell) => cell.trim());
}
