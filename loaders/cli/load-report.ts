import type { Extract } from "../extract/extract.ts";
import type { Problem } from "../extract/problem.ts";

const shownPerFile = 10;

/** Problems of a load as lines of text: every file with its first few errors, each with its place. */
export function problemLines(extract: Extract): string[] {
  const problems = extract.files.flatMap((file) => {
    const shown = file.problems.slice(0, shownPerFile).map((problem) => problemLine(file.name, problem));
    const more = file.problems.length - shown.length;
    return more > 0
      ? [...shown, `${file.name}: ${more} more problems of this file are in check --json.`]
      : shown;
  });
  return [...problems, ...extract.notices];
}

function problemLine(file: string, { line, column, message, severity }: Problem): string {
  const place = [file, line === null ? null : `line ${line}`, column === null ? null : `column ${column}`];
  return `${place.filter((part) => part !== null).join(", ")}: ${severity === "warning" ? "warning: " : ""}${message}`;
}

/** Whether anything was refused: then check ends with 1. */
export function hasErrors(extract: Extract): boolean {
  return extract.files.some((file) => file.problems.some((problem) => problem.severity === "error"));
}
