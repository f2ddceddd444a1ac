import type { FactColumns } from "./fact-columns.ts";

/** Rows whose key stood before, in order, and for each the first row with that key. */
export interface RepeatedRows {
  rows: number[];
  heads: number[];
}

/** Bits of the largest sieve: 64 MiB. */
const sieveBits = 2 ** 29;

/**
 * Finds the rows whose key stood before. A sieve goes first: one bit for each combination of codes of as many key
 * columns as fit. Where no combination comes twice, no key does; only rows of one that does are looked at closely.
 * @param key Names of the key columns.
 */
export function repeatedRows(facts: FactColumns, key: readonly string[]): RepeatedRows {
  const places = key.map((name) => facts.placeOf(name));
  const suspects = sieve(facts, key);
  return suspects ? closely(facts, places, suspects) : { rows: [], heads: [] };
}

/** Marks the rows whose combination of sieved columns comes more than once; null where none does. */
function sieve(facts: FactColumns, key: readonly string[]): Uint8Array | null {
  const { cells, stride, size } = facts;
  const sieved: { place: number; count: number }[] = [];
  let combinations = 1;
  for (const name of key) {
    const count = facts.dictionary(name).values.length;
    if (combinations * count > sieveBits) continue;
    combinations *= count;
    sieved.push({ place: facts.placeOf(name), count });
  }
  const combinationOf = (row: number): number => {
    let combination = 0;
    for (let i = 0; i < sieved.length; i++) {
      const { place, count } = sieved[i]!;
      combination = combination * count + cells[row * stride + place]!;
    }
    return combination;
  };
  const seen = new Uint32Array((combinations >>> 5) + 1);
  let twice: Uint32Array | null = null;
  for (let row = 0; row < size; row++) {
    const combination = combinationOf(row);
    const word = combination >>> 5;
    const bit = 1 << (combination & 31);
    if ((seen[word]! & bit) === 0) seen[word]! |= bit;
    else {
      twice ??= new Uint32Array(seen.length);
      twice[word]! |= bit;
    }
  }
  if (!twice) return null;
  const suspects = new Uint8Array(size);
  for (let row = 0; row < size; row++) {
    const combination = combinationOf(row);
    if ((twice[combination >>> 5]! & (1 << (combination & 31))) !== 0) suspects[row] = 1;
  }
  return suspects;
}

/** Compares the whole keys of the suspects, by open addressing. */
function closely(facts: FactColumns, places: readonly number[], suspects: Uint8Array): RepeatedRows {
  const { cells, stride, size } = facts;
  let count = 0;
  for (const suspect of suspects) count += suspect;
  let capacity = 1024;
  while (capacity < count * 2) capacity *= 2;
  const slots = new Int32Array(capacity).fill(-1);
  const mask = capacity - 1;
  const repeated: RepeatedRows = { rows: [], heads: [] };
  for (let row = 0; row < size; row++) {
    if (suspects[row] === 0) continue;
    let hash = 0;
    for (const place of places) {
      hash = Math.imul(hash ^ cells[row * stride + place]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & mask;
    while (slots[slot]! >= 0 && !sameKey(cells, row * stride, slots[slot]! * stride, places))
      slot = (slot + 1) & mask;
    if (slots[slot]! < 0) slots[slot] = row;
    else {
      repeated.rows.push(row);
      repeated.heads.push(slots[slot]!);
    }
  }
  return repeated;
}

function sameKey(cells: Int32Array, one: number, other: number, places: readonly number[]): boolean {
  for (const place of places) if (cells[one + place] !== cells[other + place]) return false;
  return true;
}
