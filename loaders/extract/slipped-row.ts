import type { Programme } from "../programme/load-settings.ts";
import { gradeOnScale } from "../programme/scales.ts";
import type { GradeColumn } from "./read-marksheet.ts";
import type { SourceRecord } from "./source-file.ts";
import { wordsOf } from "./values/shown-value.ts";

const names = ["name_combined", "surname", "forename", "preferred_name"];

/**
 * The test for records of a wide marksheet whose cells have slipped, for a name with a comma makes two cells of one:
 * where a grade should be stands part of the student's name, or nothing but names of students. None of the grades of such
 * a record is certain, so it is quarantined.
 * @returns the test, which says whether a record was quarantined.
 */
export function slippedTest(
  { scales, settings }: Programme,
  index: ReadonlyMap<string, number>,
  grades: readonly GradeColumn[],
  isName: (word: string) => boolean,
): (record: SourceRecord) => boolean {
  const own = names.flatMap((name) => index.get(name) ?? []);
  const mayBeGrade = (text: string) =>
    settings.missing.includes(text) ||
    [...scales.values()].some((scale) => gradeOnScale(scale, text.normalize("NFC")) !== null);
  return (record) => {
    const { cells, file } = record;
    const slipped = grades.find(({ index: at }) => {
      const text = cells[at]!;
      const words = wordsOf(text).filter((word) => word.length >= 2);
      if (words.length === 0) return false;
      const ofStudent = new Set(own.flatMap((i) => wordsOf(cells[i]!)));
      return (words.every(isName) || words.some((word) => ofStudent.has(word))) && !mayBeGrade(text);
    });
    if (slipped)
      file.quarantine(record, {
        column: slipped.label,
        code: "constraint-error",
        message:
          "This cell should hold a grade and holds part of a student's name, so the cells of the line have slipped: a comma in a name makes two cells of it. Correct the line, or export again with quotation marks around the names.",
      });
    return slipped !== undefined;
  };
}
