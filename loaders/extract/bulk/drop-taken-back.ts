import type { FactColumns } from "./fact-columns.ts";

/** Drops the facts of records that were accepted and taken back when the whole file was known. */
export function dropTakenBack(facts: FactColumns): void {
  const dropped = new Uint8Array(facts.size);
  for (const { file, first, end } of facts.filesWithRows()) {
    if (!file.tookBack) continue;
    for (let row = first; row < end; row++)
      if (file.fateOf(facts.originOf(row).line) === "quarantined") dropped[row] = 1;
  }
  if (dropped.includes(1)) facts.drop(dropped);
}
