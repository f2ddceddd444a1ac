import type { Fact } from "./fact.ts";
import { refuseFact } from "./fact.ts";

/** Columns in which a transfer file and the school's list may differ without a word: the list is the newer one. */
const ofTheList = new Set([
  "student_id",
  "surname",
  "forename",
  "preferred_name",
  "year_group",
  "tutor_group",
]);

/**
 * Joins the pupils of Common Transfer Files to the school's own list of students, by UPN or ULN: what the list leaves
 * empty (prior attainment above all) is filled in, and nothing is overwritten. A pupil who is not in the list is a
 * student where the file gives a year group, and is refused where it does not.
 * @param students Facts of the students table, from all its files.
 * @returns the students, each once.
 */
export function mergeTransferFiles(students: readonly Fact[]): Fact[] {
  const isTransferred = ({ record }: Fact) => record.file.isTransferFile;
  if (!students.some(isTransferred)) return [...students];
  const listed = students.filter((fact) => !isTransferred(fact));
  const byNumber = new Map<string, Fact[]>();
  for (const fact of listed) {
    for (const key of numbersOf(fact)) byNumber.set(key, [...(byNumber.get(key) ?? []), fact]);
  }
  const own = students.filter(isTransferred).filter((fact) => {
    const found = [...new Set(numbersOf(fact).flatMap((key) => byNumber.get(key) ?? []))];
    if (found.length > 0) {
      for (const student of found) fill(student, fact);
      return false;
    }
    if (fact.row.year_group !== null) return true;
    refuseFact(fact, {
      column: "upn",
      code: "foreign-key",
      message:
        "This pupil of the transfer file is not in the list of students, by UPN or ULN, and the file gives no year group. Export the list of students with UPNs, or leave the pupil out.",
    });
    return false;
  });
  return [...listed, ...own];
}

function numbersOf({ row }: Fact): string[] {
  return ["upn", "uln"].flatMap((name) =>
    typeof row[name] === "string" ? [`${name} ${(row[name] as string).toUpperCase()}`] : [],
  );
}

/** Fills what the list leaves empty. */
function fill(student: Fact, transferred: Fact): void {
  const differing: string[] = [];
  for (const [column, value] of Object.entries(transferred.row)) {
    if (value === null) continue;
    const known = student.row[column] ?? null;
    if (known === null && column !== "student_id") student.row[column] = value;
    else if (known !== value && !ofTheList.has(column) && !/^u[pl]n$/.test(column)) differing.push(column);
  }
  if (differing.length === 0) return;
  const { file, first } = transferred.record;
  file.warn(first, {
    column: differing[0]!,
    code: "constraint-error",
    message: `The list of students says otherwise in ${differing.join(", ")}, and the list is used. Correct whichever is wrong.`,
  });
}
