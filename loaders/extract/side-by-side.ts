import { type ColumnMap, identityColumns } from "./columns.ts";
import type { SourceFile } from "./source-file.ts";

/** Columns that say what the facts of a row are about. */
const about: ReadonlySet<string> = new Set([
  ...identityColumns,
  "subject",
  "review_date",
  "review",
  "teacher",
  "qualification",
]);

/**
 * Refuses a file in which a column that says what the facts are about stands again behind facts, and more facts follow:
 * tables side by side, of which those on the right are about other students, subjects or days.
 * @param facts Columns of facts, by their place.
 * @returns whether it was refused.
 */
export function refuseSideBySide(
  file: SourceFile,
  labels: readonly string[],
  { index, repeated }: Pick<ColumnMap, "index" | "repeated">,
  facts: readonly number[],
): boolean {
  const pair = repeated
    .filter(({ column }) => about.has(column))
    .map(({ column, at }) => [index.get(column)!, at].sort((a, b) => a - b) as [number, number])
    .find(([first, second]) => facts.some((i) => i > first && i < second) && facts.some((i) => i > second));
  if (!pair) return false;
  const [first, second] = pair;
  const names =
    labels[first] === labels[second]
      ? `"${labels[first]}" stands twice`
      : `"${labels[first]}" and "${labels[second]}" say the same`;
  file.refuse({
    column: labels[second]!,
    code: "duplicate-label",
    message: `The columns ${first + 1} and ${second + 1} (${names}) each have facts to their right, as where tables stand side by side. Put each table into a file of its own, or one below the other in one file with one header.`,
  });
  return true;
}

/** The columns of a long file that hold facts and stand twice, each by both of its places. */
export function factsTwice({ index, repeated }: Pick<ColumnMap, "index" | "repeated">): number[] {
  const facts = repeated.filter(({ column }) => !about.has(column));
  return facts.flatMap(({ column, at }) => [index.get(column)!, at]);
}
