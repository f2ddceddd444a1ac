import type { Fact } from "../fact.ts";
import type { SmallFacts } from "./small-tables.ts";

/** What the second byte of a letter of UTF-8 (80 to BF) is in Windows-1252. */
const upperHalf = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

/**
 * Letters of UTF-8 that were read as Windows-1252 and saved again: É, for one, is C3 89, and comes back as Ã‰. Letters of
 * Latin-1 and Latin Extended-A begin with Â, Ã, Ä or Å, the Romanian Ș and Ț with È, those of Vietnamese with áº or á»,
 * an apostrophe with â€. An Ã before a plain letter is a letter.
 */
const garbled = new RegExp(`[ÂÃÄÅ][${upperHalf}]|È[˜™š›]|á[º»][${upperHalf}]|â€`);

/** Names that were written in one encoding and read in another stay wrong on every page; each file is told once. */
export function checkGarbledNames({ students, staff }: SmallFacts): void {
  warnOfFiles(students, ["surname", "forename", "preferred_name"]);
  warnOfFiles(staff, ["name"]);
}

function warnOfFiles(facts: readonly Fact[], columns: readonly string[]): void {
  const found = new Map<Fact["record"]["file"], { line: number; column: string; count: number }>();
  for (const { row, record } of facts) {
    const column = columns.find((name) => garbled.test((row[name] as string | null) ?? ""));
    if (column === undefined) continue;
    const known = found.get(record.file);
    if (known) {
      known.count++;
      known.line = Math.min(known.line, record.first);
    } else found.set(record.file, { line: record.first, column, count: 1 });
  }
  for (const [file, { line, column, count }] of found) {
    const lines = count === 1 ? "On this line" : `On ${count} lines, this one first,`;
    file.warn(line, {
      column: file.headers.get(column) ?? file.headers.get("name_combined") ?? column,
      code: "encoding-error",
      message: `${lines} a name has pairs of signs such as Ã© or â€™ where a letter with an accent or an apostrophe was: the file was opened in the wrong encoding and saved again. Export it again, and do not open and save it in Excel on the way.`,
    });
  }
}
