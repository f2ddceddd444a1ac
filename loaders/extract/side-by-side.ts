import { type ColumnMap, identityColumns } from "./columns.ts";
import { lowerFirst, settingsHint } from "./layout/snippet.ts";
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

/** Columns of which a row has one, and which change what its facts are: one among the facts may be of those beside it. */
const ofTheRow: ReadonlySet<string> = new Set(["review_date", "review", "qualification"]);

/** Where a column of facts stands, and the subject it names. */
interface FactColumn {
  index: number;
  subject: string | null;
}

/** Whether subjects stand before a column that do not stand behind it, or the other way round. */
function dividesSubjects(at: number, facts: readonly FactColumn[]): boolean {
  const subjects = (isOnSide: (i: number) => boolean) =>
    new Set(facts.filter(({ index }) => isOnSide(index)).map(({ subject }) => subject));
  const [left, right] = [subjects((i) => i < at), subjects((i) => i > at)];
  return left.size > 0 && right.size > 0 && [...left, ...right].some((s) => !left.has(s) || !right.has(s));
}

/**
 * Leaves out the columns that say more of the facts beside them and not of the whole row, such as a teacher a subject:
 * those that stand again among facts, and one that stands between subjects unless the source declares it.
 * @param facts Columns of facts.
 * @param isDeclared Whether the source says what the header means.
 * @returns the map without them, and the columns that were left out, by their place.
 */
export function withoutBeside(
  { index, repeated }: Pick<ColumnMap, "index" | "repeated">,
  facts: readonly FactColumn[],
  isDeclared: (i: number) => boolean,
): { index: Map<string, number>; repeated: ColumnMap["repeated"]; left: number[] } {
  const left = repeated.filter(({ column, at }) => {
    const [first, second] = [index.get(column)!, at].sort((a, b) => a - b) as [number, number];
    return beside.has(column) && facts.some(({ index: i }) => i > first && i < second);
  });
  const lone = [...index].filter(
    ([column, at]) =>
      beside.has(column) &&
      !repeated.some((other) => other.column === column) &&
      !isDeclared(at) &&
      dividesSubjects(at, facts),
  );
  const names = new Set([...left.map(({ column }) => column), ...lone.map(([column]) => column)]);
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
 * Refuses a file in which a date, review or qualification stands between subjects, and the source does not declare that
 * it is of the whole row: it may be of the subject beside it alone.
 * @returns whether it was refused.
 */
export function refuseBetweenSubjects(
  file: SourceFile,
  labels: readonly string[],
  { index }: Pick<ColumnMap, "index">,
  facts: readonly FactColumn[],
  isDeclared: (i: number) => boolean,
): boolean {
  const found = [...index].find(
    ([column, at]) => ofTheRow.has(column) && !isDeclared(at) && dividesSubjects(at, facts),
  );
  if (!found) return false;
  const [column, at] = found;
  file.refuse({
    column: labels[at]!,
    code: "missing-label",
    message: `"${labels[at]}" (column ${at + 1}) stands between the columns of different subjects, so it may be of the subject beside it alone. If it is of the whole row: ${lowerFirst(settingsHint(file, file.table!, { columns: { [labels[at]!]: column } }))} If it is of one subject, leave it out of the export or export one row a subject.`,
  });
  return true;
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
  const where =
    places.length === 1
      ? `between subjects, in column ${places[0]}, so it may be of the subject beside it alone, and it is not read. Export one row a subject if it is needed.`
      : `beside several subjects, in columns ${places.slice(0, -1).join(", ")} and ${places.at(-1)}, so none of them is of the whole row, and they are not read. Export one row a subject if they are needed.`;
  file.unmappedColumns.push(...left.map((i) => labels[i]!));
  file.warn(null, {
    column: labels[first]!,
    code: "duplicate-label",
    message: `"${labels[first]}" stands ${where}`,
  });
}
