/** A row of a report that leaves out the student where it is the same as above: whether it prints one, and one cell. */
interface Row {
  prints: boolean;
  text: string;
}

const leastStudents = 3;
/** Rows that leave the student out. */
const leastBlank = 3;

/**
 * Whether the rows of a grouped report were sorted by a column after the report was made, so that a row without a student
 * may stand below another one: each value of the column stands in one run through the file, one of them runs on over
 * several students, and one begins in the middle of a student's rows. Where students have values in common, they come
 * again and again in a report as it was made.
 * @param least Rows from which on that is no chance.
 */
export function isSortedThrough(rows: readonly Row[], least: number): boolean {
  const filled = rows.filter(({ text }) => text !== "");
  const students = rows.filter(({ prints }) => prints).length;
  if (students < leastStudents || rows.length - students < leastBlank || filled.length < least) return false;
  let runs = 0;
  let runsOn = false;
  let beginsWithin = false;
  filled.forEach(({ prints, text }, i) => {
    const isSame = i > 0 && filled[i - 1]!.text === text;
    if (!isSame) runs++;
    if (isSame && prints) runsOn = true;
    if (!isSame && !prints) beginsWithin = true;
  });
  const distinct = new Set(filled.map(({ text }) => text)).size;
  return distinct > 1 && distinct * 2 <= filled.length && runs === distinct && runsOn && beginsWithin;
}
