import { placeWords, refusalOfConflict } from "../conflicts.ts";
import { tables } from "../tables.ts";
import type { FactColumns } from "./fact-columns.ts";
import { repeatedRows } from "./repeated-rows.ts";

/**
 * Collapses rows with the same content, and refuses every row of a key that stands with different contents: what
 * `deduplicate` does, for a large table.
 * @returns how many duplicates were collapsed.
 */
export function deduplicateColumns(facts: FactColumns): number {
  const definition = tables[facts.table];
  const content = Object.keys(definition.columns);
  const key = definition.key ?? content;
  const others = content.filter((name) => !key.includes(name)).map((name) => facts.placeOf(name));

  const repeats = repeatedRows(facts, key);
  if (repeats.rows.length === 0) return 0;
  const { cells, stride } = facts;
  const conflicting = new Set<number>();
  repeats.rows.forEach((row, i) => {
    const head = repeats.heads[i]!;
    if (others.some((place) => cells[row * stride + place] !== cells[head * stride + place]))
      conflicting.add(head);
  });
  const dropped = new Uint8Array(facts.size);
  const groups = new Map<number, number[]>();
  let collapsed = 0;
  repeats.rows.forEach((row, i) => {
    const head = repeats.heads[i]!;
    dropped[row] = 1;
    if (!conflicting.has(head)) collapsed++;
    else if (groups.has(head)) groups.get(head)!.push(row);
    else groups.set(head, [head, row]);
  });
  for (const [head, rows] of groups) {
    dropped[head] = 1;
    refuseGroup(facts, key, rows);
  }
  facts.drop(dropped);
  return collapsed;
}

function refuseGroup(facts: FactColumns, key: readonly string[], rows: readonly number[]): void {
  const origins = rows.map((row) => facts.originOf(row));
  origins.forEach(({ file, line, column }, i) => {
    const problem = refusalOfConflict(key, placeWords(origins, i));
    if (column !== null) file.lose({ first: line }, { ...problem, column });
    else file.quarantine({ first: line, last: file.lastLineOf(line) }, { ...problem, column: null });
  });
}
