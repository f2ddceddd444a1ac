import { type Fingerprint, sameContentMessage, sameContentSuspect } from "../referential/same-content.ts";
import type { SourceFile } from "../source-file.ts";
import type { FactColumns } from "./fact-columns.ts";

/**
 * Warns on every file of reviews that says the same as an earlier one under another date: most likely last term's export
 * under this term's name. Only files with as many grades are looked at closely. (Predicted and target grades may well
 * stay as they are from one review to the next.)
 */
export function warnSameContent(facts: FactColumns): void {
  const byCount = new Map<number, { file: SourceFile; first: number; end: number }[]>();
  for (const run of facts.filesWithRows()) {
    const count = run.end - run.first;
    byCount.set(count, [...(byCount.get(count) ?? []), run]);
  }
  for (const runs of byCount.values()) {
    if (runs.length < 2) continue;
    const earlier: { file: SourceFile; print: Fingerprint }[] = [];
    for (const { file, first, end } of runs) {
      const print = fingerprint(facts, first, end);
      const twin = earlier.find((other) => sameContentSuspect(other.print, print));
      if (twin) {
        file.warn(null, {
          column: null,
          code: "duplicate-file",
          message: sameContentMessage(twin.file.place),
        });
      }
      earlier.push({ file, print });
    }
  }
}

function fingerprint(facts: FactColumns, first: number, end: number): Fingerprint {
  const { cells, stride } = facts;
  const places = ["student_id", "subject", "criterion", "grade"].map((name) => facts.placeOf(name));
  const dateAt = facts.placeOf("review_date");
  const dates = new Set<number>();
  const grades = new Set<number>();
  // Sums do not depend on the order of rows; two of different hashes make a chance meeting next to impossible.
  let sum = 0;
  let other = 0;
  for (let at = first * stride; at < end * stride; at += stride) {
    let hash = 0;
    for (const place of places) {
      hash = Math.imul(hash ^ cells[at + place]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    sum = (sum + hash) | 0;
    other = (other + Math.imul(hash, hash ^ 0x85ebca6b)) | 0;
    dates.add(cells[at + dateAt]!);
    grades.add(cells[at + places[3]!]!);
  }
  const { values } = facts.dictionary("review_date");
  return {
    dates: [...dates].map((code) => values[code]!),
    grades: end - first,
    differentGrades: grades.size,
    content: `${sum} ${other}`,
  };
}
