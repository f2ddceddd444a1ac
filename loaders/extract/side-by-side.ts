import { type ColumnMap, identityColumns } from "./columns.ts";
import type { SourceFile } from "./source-file.ts";

/** Columns that say whom or what the facts of a row are about: where one stands again, it is about something else. */
const about: ReadonlySet<string> = new Set([
  ...identityColumns,
  "surname",
  "forename",
  "preferred_name",
  "name_combined",
  "subject",
  "qualification",
  "review_date",
  "review",
]);

/** Columns that say more of the facts beside them; where one stands beside each subject, none is the whole row's. */
const beside: ReadonlySet<string> = new Set(["teacher"]);

/**
 * Leaves out the columns that stand again among facts and say more of those beside them, such as a teacher a subject: none
 * of them is of the whole row.
 * @param facts Columns of facts, by their place.
 * @returns the map without them, and the columns that were left out, by their place.
 */
export function withoutBeside(
  { index, repeated }: Pick<ColumnMap, "index" | "repeated">,
  facts: readonly number[],
): { index: Map<string, number>; repeated: ColumnMap["repeated"]; left: number[] } {
  const left = repeated.filter(({ column, at }) => {
    const [first, second] = [index.get(column)!, at].sort((a, b) => a - b) as [number, number];
    return beside.has(column) && facts.some((i) => i > first && i < second);
  });
  const names = new Set(left.map(({ column }) => column));
  return {
    index: new Map([...index].filter(([column]) => !names.has(column))),
    repeated: repeated.filter(({ column }) => !names.has(column)),
    left: [
      ...new Set(
        [...names].flatMap((column) => [
          index.get(column)!,
          ...repeated.filter((other) => other.column === column).map(({ at }) => at),
        ]),
      ),
    ].sort((a, b) => a - b),
  };
}

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
    .find(
      ([first, second]) =>
        facts.some((i) => i > first && i < second) && facts.some((i) => i > second || i < first),
    );
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
  const facts = repeated.filter(({ column }) => !about.has(column) && !beside.has(column));
  return facts.flatMap(({ column, at }) => [index.get(column)!, at]);
}

/** Tells of the columns that withoutBeside left out. */
export function warnOfColumnsBeside(
  file: SourceFile,
  labels: readonly string[],
  left: readonly number[],
): void {
  if (left.length === 0) return;
  const [first] = left as [number];
  const places = left.map((i) => i + 1);
  file.unmappedColumns.push(...left.map((i) => labels[i]!));
  file.warn(null, {
    column: labels[first]!,
    code: "duplicate-label",
    message: `"${labels[first]}" stands beside several subjects, in columns ${places.slice(0, -1).join(", ")} and ${places.at(-1)}, so none of them is of the whole row, and they are not read. Export one row a subject if they are needed.`,
  });
}
