import type { Extract } from "../extract/extract.ts";
import { type FileAccount, fileAccounts, fileName, type LoadAccount } from "../quality/account.ts";
import { headline, lineSum } from "../quality/sentences.ts";
import { visible } from "../quality/visible.ts";
import { textTable, wrap } from "./text-table.ts";

/** Problems of a load as lines of text: every file with its first few, each with its place. */
export function problemLines(extract: Pick<Extract, "files" | "notices">): string[] {
  const problems = fileAccounts(extract.files).flatMap((file) => {
    const name = nameOf(file);
    const shown = file.problems.first.map(({ place, column, message, severity }) => {
      const where = [
        name,
        ...(place === "whole file" ? [] : [place]),
        ...(column ? [`column ${column}`] : []),
      ];
      return `${where.join(", ")}: ${severity === "warning" ? "warning: " : ""}${message}`;
    });
    return [...shown, ...more(file).map((text) => `${name}: ${text}`)];
  });
  return [...problems, ...extract.notices.map(visible)];
}

/** Whether anything was refused: then check ends with 1. */
export function hasErrors(extract: Extract): boolean {
  return extract.files.some((file) => file.hasErrors);
}

/**
 * The account of a load for people.
 * @param title The programme's own line.
 * @param last Whether it is safe to go on.
 * @param width Characters of a terminal's line; Infinity where the report goes elsewhere.
 */
export function loadReport(account: LoadAccount, title: string, last: string, width: number): string {
  const { files, totals, unusedColumns, notices, viewsOff } = account;
  const withProblems = files.filter((file) => file.problems.total > 0);
  const sections = [
    [visible(title), headline(totals)],
    filesTable(account, width),
    ["What was kept", ...indent(keptTable(account, width - 2))],
    withProblems.length === 0
      ? ["No problems."]
      : [`Problems: ${counted(totals.errors, "error")}, ${counted(totals.warnings, "warning")}`],
    ...withProblems.map((file) => problemSection(file, width)),
    ...(unusedColumns.length === 0 ? [] : [["Columns not used", ...sentences(unusedColumns, width)]]),
    ...(notices.length === 0 ? [] : [["Not read at all", ...sentences(notices, width)]]),
    viewsOff.length === 0
      ? ["Every view has what it needs."]
      : [
          "Views that are off",
          ...sentences(
            viewsOff.map(({ sentence }) => sentence),
            width,
          ),
        ],
    wrap(last, width),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function filesTable({ files, totals }: LoadAccount, width: number): string[] {
  const row = (
    name: string,
    table: string,
    { lines, errors, warnings }: Pick<FileAccount, "lines" | "errors" | "warnings">,
  ) => [
    name,
    table,
    digits(lines.total),
    digits(lines.accepted),
    digits(lines.quarantined),
    digits(lines.total - lines.accepted - lines.quarantined),
    digits(errors + warnings),
  ];
  const table = textTable(
    [
      { label: "File", atMost: 40 },
      { label: "Holds" },
      { label: "Lines", number: true },
      { label: "Accepted", number: true },
      { label: "Quarantined", number: true },
      { label: "Other", number: true },
      { label: "Problems", number: true },
    ],
    [...files.map((file) => row(nameOf(file), file.table, file)), row("All files", "", totals)],
    width,
  );
  return [...table, "", ...wrap(`${lineSum(totals.lines)}.`, width)];
}

function keptTable({ tables }: LoadAccount, width: number): string[] {
  return textTable(
    [
      { label: "Table" },
      { label: "Facts kept", number: true },
      { label: "Duplicates collapsed", number: true },
      { label: "Without a value", number: true },
      { label: "Not mapped", number: true },
    ],
    tables.map((counts) => [
      counts.table,
      digits(counts.rows),
      digits(counts.collapsedDuplicates),
      digits(counts.missing),
      digits(counts.unmapped),
    ]),
    width,
  );
}

function problemSection(file: FileAccount, width: number): string[] {
  const read = [file.table, file.layout, file.encoding, file.delimiter].filter((part) => part !== null);
  const kinds = file.kinds.map(({ kind, severity, count }) => `${kind} (${counted(count, severity)})`);
  const table = textTable(
    [
      { label: "" },
      { label: "Where", atMost: 20 },
      { label: "Column", atMost: 18 },
      { label: "Value", atMost: 14 },
      { label: "Why, and what to do" },
    ],
    file.problems.first.map(({ severity, place, column, value, message }) => [
      severity === "error" ? "Error" : "Warning",
      place,
      column ?? "-",
      value ?? "-",
      message,
    ]),
    width - 2,
  );
  return [
    ...wrap(`${nameOf(file)} (${read.join(", ")})`, width),
    ...indent([
      ...wrap(lineSum(file.lines), width - 2),
      ...wrap(kinds.join("; "), width - 2),
      ...table,
      ...more(file).flatMap((text) => wrap(text, width - 2)),
    ]),
  ];
}

/** Says how many problems of a file are not shown, and where they are. */
function more({ problems }: FileAccount): string[] {
  const left = problems.total - problems.first.length;
  return left === 0 ? [] : [`${counted(left, "more entry", "more entries")} of this file: see check --json.`];
}

const nameOf = ({ path, sheet }: FileAccount): string => fileName(path, sheet);
const digits = (n: number): string => n.toLocaleString("en-GB");
const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n === 0 ? "no" : digits(n)} ${n === 1 ? one : many}`;
const indent = (lines: readonly string[]): string[] => lines.map((line) => (line === "" ? "" : `  ${line}`));
const sentences = (texts: readonly string[], width: number): string[] =>
  indent(texts.flatMap((text) => wrap(text, width - 2)));
