/** What a file's review or prediction grades say, apart from when. */
export interface Fingerprint {
  /** The dates its grades stand under, each once. */
  dates: readonly string[];
  /** Number of grades. */
  grades: number;
  /** Number of different grades among them. */
  differentGrades: number;
  /** A digest of the grades with student, subject and criterion (or kind) but no date, the same in any order of rows. */
  content: string;
}

/** Fewer grades, or grades all alike, can be the same in two reviews by chance. */
const fewestGrades = 20;
const fewestDifferentGrades = 2;

/**
 * Whether two files hold the same grades under different dates: most likely an earlier term's export, saved again as this
 * term's. No two reviews of a class of twenty come out equal in every grade, order apart.
 */
export function sameContentSuspect(a: Fingerprint, b: Fingerprint): boolean {
  return (
    a.content === b.content &&
    a.grades === b.grades &&
    a.grades >= fewestGrades &&
    a.differentGrades >= fewestDifferentGrades &&
    !a.dates.some((date) => b.dates.includes(date))
  );
}

/** What to say, without a line, on the later of two such files. */
export function sameContentMessage(earlierFile: string): string {
  return `Every grade of this file is the same as in ${earlierFile}, under another date. It may be an earlier export, saved again under a new name or date. Export it again; if nothing has changed since, leave it.`;
}
