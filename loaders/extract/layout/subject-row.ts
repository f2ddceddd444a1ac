/**
 * Tells the upper row of another header of two among the records: it may stand there without the lower one, where that
 * would say the same.
 * @param above The subject above each column of the file's own header, "" over the student's columns.
 * @param isGrade Whether a text may be a grade.
 * @returns the test for a row: other texts stand where the subjects begin, one a subject, and nothing else. One text
 * stands where the first begins, for a narrower table begins at the left too.
 */
export function subjectRow(
  above: readonly string[],
  isGrade: (text: string) => boolean,
): (cells: readonly string[]) => boolean {
  const starts = above.flatMap((subject, i) => (subject !== "" && subject !== above[i - 1] ? [i] : []));
  const startOf = above.map((subject, i) => (subject === "" ? -1 : starts.findLast((start) => start <= i)!));
  return (cells) => {
    const texts = new Map<number, string>();
    for (const [i, text] of cells.entries()) {
      if (text === "") continue;
      const start = startOf[i] ?? -1;
      // A cell merged over the aspects of a subject shows its name above each of them.
      if (start === i && !texts.has(start)) texts.set(start, text);
      else if (texts.get(start) !== text) return false;
    }
    const names = new Set(texts.values());
    return (
      names.size === texts.size &&
      (texts.size > 1 || texts.has(starts[0]!)) &&
      [...names].every((name) => /\p{L}{2}/u.test(name) && !isGrade(name))
    );
  };
}
