import type { Problem, Severity } from "../extract/problem.ts";
import { kindInWords } from "./kinds.ts";
import { excerpt } from "./visible.ts";

/** Problems of one file with the same reason in the same column: one entry, however many lines they stand on. */
export interface ProblemGroup {
  severity: Severity;
  code: Problem["code"];
  /** How many problems these are. */
  count: number;
  /** "line 17", "lines 17, 18, 19 and 204 more", "whole file". */
  place: string;
  column: string | null;
  /** The cells' texts, the first few where they differ: "31/02/2011, 30/02/2011 and 5 more"; null where none may be shown. */
  value: string | null;
  /** The reason and the remedy. */
  message: string;
}

/** How many problems of one kind a file has. */
export interface KindCount {
  kind: string;
  severity: Severity;
  count: number;
}

const longest = { column: 80, value: 60, message: 2_000 };
const firstFew = 3;

/** The entries of a file's problems: errors first, then by the first line each stands on. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { severity, code, column, message } = problem;
    const key = JSON.stringify([severity, code, column, message]);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  const firstLine = (group: readonly Problem[]) =>
    group.reduce((low, { line }) => Math.min(low, line ?? 0), Infinity);
  return [...groups.values()]
    .map((group) => ({ group, first: firstLine(group) }))
    .sort((a, b) => bySeverity(a.group[0]!, b.group[0]!) || a.first - b.first)
    .map(({ group }) => entry(group));
}

/** How many problems of each kind there are, errors first, then the most frequent. */
export function countKinds(problems: readonly Problem[]): KindCount[] {
  const kinds = new Map<string, KindCount>();
  for (const { code, severity } of problems) {
    const key = `${severity} ${code}`;
    const known = kinds.get(key);
    if (known) known.count++;
    else kinds.set(key, { kind: kindInWords(code), severity, count: 1 });
  }
  return [...kinds.values()].sort(
    (a, b) => bySeverity(a, b) || b.count - a.count || (a.kind < b.kind ? -1 : 1),
  );
}

function bySeverity(a: { severity: Severity }, b: { severity: Severity }): number {
  return a.severity === b.severity ? 0 : a.severity === "error" ? -1 : 1;
}

function entry(group: readonly Problem[]): ProblemGroup {
  const { severity, code, column, message, remedy } = group[0]!;
  const values = new Set(group.flatMap(({ value }) => value ?? []));
  return {
    severity,
    code,
    count: group.length,
    place: place(group),
    column: column === null ? null : excerpt(column, longest.column),
    value: values.size === 0 ? null : few([...values].map((value) => excerpt(value, longest.value))),
    message: excerpt(remedy ? `${message} ${remedy}` : message, longest.message),
  };
}

function place(group: readonly Problem[]): string {
  const lines = [...new Set(group.flatMap(({ line }) => line ?? []))].sort((a, b) => a - b);
  if (lines.length === 0) return "whole file";
  return `${lines.length === 1 ? "line" : "lines"} ${few(lines.map(String))}`;
}

/** "17", "17 and 18", "17, 18, 19 and 204 more". */
export function few(items: readonly string[]): string {
  const shown = items.slice(0, firstFew);
  const more = items.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more.toLocaleString("en-GB")} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
