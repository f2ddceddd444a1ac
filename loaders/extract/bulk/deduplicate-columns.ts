import { placeWords, refusalOfConflict } from "../conflicts.ts";
import { tables } from "../tables.ts";
import type { FactColumns } from "./fact-columns.ts";

/**
 * Collapses rows with the same content, and refuses every row of a key that stands with different contents: what
 * `deduplicate` does, for a table that is kept column by column.
 * @returns how many duplicates were collapsed.
 */
export function deduplicateColumns(facts: FactColumns): number {
  const definition = tables[facts.table];
  const content = Object.keys(definition.columns);
  const key = definition.key ?? content;
  const keyColumns = key.map((name) => facts.codesOf(name));
  const otherColumns = content.filter((name) => !key.includes(name)).map((name) => facts.codesOf(name));

  const { repeats, heads } = repeatsOf(keyColumns, facts.size);
  const conflicting = new Set<number>();
  repeats.forEach((row, i) => {
    const head = heads[i]!;
    if (otherColumns.some((column) => column[row] !== column[head])) conflicting.add(head);
  });
  const dropped = new Uint8Array(facts.size);
  const groups = new Map<number, number[]>();
  let collapsed = 0;
  repeats.forEach((row, i) => {
    const head = heads[i]!;
    dropped[row] = 1;
    if (!conflicting.has(head)) collapsed++;
    else if (groups.has(head)) groups.get(head)!.push(row);
    else groups.set(head, [head, row]);
  });
  for (const [head, rows] of groups) {
    dropped[head] = 1;
    refuseGroup(facts, key, rows);
  }
  if (repeats.length > 0) facts.drop(dropped);
  return collapsed;
}

/** Rows whose key stood before, and for each the first row of that key; by open addressing over the codes. */
function repeatsOf(key: readonly Int32Array[], size: number): { repeats: number[]; heads: number[] } {
  let capacity = 1024;
  while (capacity < size * 2) capacity *= 2;
  const slots = new Int32Array(capacity).fill(-1);
  const mask = capacity - 1;
  const repeats: number[] = [];
  const heads: number[] = [];
  for (let row = 0; row < size; row++) {
    let hash = 0;
    for (const column of key) {
      hash = Math.imul(hash ^ column[row]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & mask;
    while (true) {
      const other = slots[slot]!;
      if (other < 0) {
        slots[slot] = row;
        break;
      }
      let same = true;
      for (const column of key) {
        if (column[row] !== column[other]) {
          same = false;
          break;
        }
      }
      if (same) {
        repeats.push(row);
        heads.push(other);
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { repeats, heads };
}

function refuseGroup(facts: FactColumns, key: readonly string[], rows: readonly number[]): void {
  const origins = rows.map((row) => facts.originOf(row));
  origins.forEach(({ file, line, column }, i) => {
    const problem = refusalOfConflict(key, placeWords(origins, i));
    if (column !== null) file.lose({ first: line }, { ...problem, column });
    else file.quarantine({ first: line, last: file.lastLineOf(line) }, { ...problem, column: null });
  });
}
