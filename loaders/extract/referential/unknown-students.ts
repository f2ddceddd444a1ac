import type { SourceFile } from "../source-file.ts";

/**
 * How many students that two files or more name are not in the list of students: one cause, however many lines it costs.
 * @returns one sentence, or none. A student whom files name by different identifiers cannot be counted once.
 */
export function unknownStudents(files: readonly Pick<SourceFile, "unknownStudents">[]): string[] {
  const named = new Map<string, number>();
  for (const { unknownStudents } of files)
    for (const student of unknownStudents) named.set(student, (named.get(student) ?? 0) + 1);
  const repeated = [...named].flatMap(([student, count]) => (count > 1 ? [student] : []));
  if (repeated.length === 0) return [];
  const places = files.filter((file) => repeated.some((student) => file.unknownStudents.has(student))).length;
  const kinds = new Set(repeated.map((student) => student.slice(0, student.indexOf(" ")))).size;
  const what =
    kinds > 1
      ? `${repeated.length} identifiers of students`
      : repeated.length === 1
        ? "1 student"
        : `${repeated.length} students`;
  return [
    `${what}, named in ${places} files, ${repeated.length === 1 ? "is" : "are"} not in the student list. One cause may explain them all: look at the student list first, and export it again with those who left.`,
  ];
}
