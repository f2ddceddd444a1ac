import { headerKey } from "../columns.ts";
import type { SourceFile } from "../source-file.ts";
import { tables } from "../tables.ts";
import type { FactColumns } from "./fact-columns.ts";
import { repeatedRows } from "./repeated-rows.ts";

/** Columns of a key whose values people write in several ways, or leave out. */
const loose = ["teacher", "qualification"];

/** Rows of one group that are compared with each other; more teachers than these no subject has. */
const compared = 20;

/**
 * Warns on every file with grades that differ from another grade of the same student, subject and date, where the keys
 * are told apart by a teacher or qualification that is blank in one or written with other capitals and spaces: most likely
 * one grade was corrected, and both are used.
 * @param facts Reviews or predictions, without conflicts.
 */
export function warnAlikeKeys(facts: FactColumns): void {
  const key = tables[facts.table].key!;
  const columns = loose.filter((name) => key.includes(name)).map((name) => looseColumn(facts, name));
  if (!columns.some(({ hasAlike }) => hasAlike)) return;
  const gradeAt = facts.placeOf("grade");
  const { cells, stride } = facts;
  const at = (row: number, place: number) => cells[row * stride + place]!;
  const isSame = (row: number, other: number) =>
    columns.every(({ place, kinds }) => {
      const [one, two] = [kinds[at(row, place)]!, kinds[at(other, place)]!];
      return one === two || one === blank || two === blank;
    });

  const found = new Map<SourceFile, { row: number; other: number; count: number }>();
  const repeats = repeatedRows(
    facts,
    key.filter((name) => !loose.includes(name)),
  );
  const groups = new Map<number, number[]>();
  repeats.rows.forEach((row, i) => {
    const head = repeats.heads[i]!;
    const group = groups.get(head) ?? [head];
    groups.set(head, group);
    const other = group.find((each) => isSame(row, each) && at(row, gradeAt) !== at(each, gradeAt));
    if (group.length < compared) group.push(row);
    if (other === undefined) return;
    const { file } = facts.originOf(row);
    const known = found.get(file);
    if (known) known.count++;
    else found.set(file, { row, other, count: 1 });
  });
  for (const { row, other, count } of found.values()) warn(facts, row, other, count);
}

const blank = 0;

/** What each code of a column means for comparison, 0 for none, and whether rows have values that may mean the same. */
function looseColumn(
  facts: FactColumns,
  name: string,
): { place: number; kinds: Int32Array; hasAlike: boolean } {
  const place = facts.placeOf(name);
  const kindOf = new Map<string, number>();
  const { values } = facts.dictionary(name);
  const kinds = Int32Array.from(values, (value) => {
    if (value === null) return blank;
    const folded = headerKey(value);
    kindOf.set(folded, kindOf.get(folded) ?? kindOf.size + 1);
    return kindOf.get(folded)!;
  });
  const used = new Uint8Array(values.length);
  for (let at = place; at < facts.size * facts.stride; at += facts.stride) used[facts.cells[at]!] = 1;
  const usedKinds = [...kinds].filter((_, code) => used[code] === 1);
  const isMixed = usedKinds.includes(blank) && usedKinds.length > 1;
  return { place, kinds, hasAlike: isMixed || new Set(usedKinds).size < usedKinds.length };
}

function warn(facts: FactColumns, row: number, other: number, count: number): void {
  const { file, line, column } = facts.originOf(row);
  const { file: otherFile, line: otherLine } = facts.originOf(other);
  const more =
    count === 1 ? "" : ` So it is with ${count - 1} more ${count === 2 ? "grade" : "grades"} of this file.`;
  const by = facts.table === "reviews" ? "teacher" : "teacher or qualification";
  file.warn(line, {
    column: column ?? file.headers.get("grade") ?? "grade",
    code: "primary-key",
    message: `The same student has another grade of the same subject and date in ${otherFile.place} line ${otherLine}, and only a ${by} that is blank or written otherwise there tells the two apart, so both are used.${more} If one of them was corrected, keep that one alone; otherwise write the ${by} in full on both.`,
  });
}
