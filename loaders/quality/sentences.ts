import { count, list } from "../evaluation/words.ts";
import { fates, type LineCounts, type LoadAccount } from "./account.ts";

type Totals = LoadAccount["totals"];

const digits = (n: number): string => n.toLocaleString("en-GB");
const figure = (n: number, one: string, many = `${one}s`): string => `${digits(n)} ${n === 1 ? one : many}`;

/** "412 lines = 400 accepted + 3 quarantined + 1 header": fates without a line are left out. */
export function lineSum(lines: LineCounts): string {
  const parts = fates.filter((fate) => lines[fate] > 0).map((fate) => `${digits(lines[fate])} ${fate}`);
  return `${figure(lines.total, "line")} = ${parts.length === 0 ? "0" : parts.join(" + ")}`;
}

/** The finding of a load: "All 12,345 lines of 58 files were accounted for; 3 could not be used." */
export function headline({ files, refusedFiles, lines, lostCells }: Totals): string {
  if (files === 0) return "No file of the folder was read.";
  const all = lines.total === 1 ? "The one line" : `All ${digits(lines.total)} lines`;
  const accounted = `${all} of ${figure(files, "file")} ${lines.total === 1 ? "was" : "were"} accounted for`;
  const { quarantined } = lines;
  const lost = [
    ...(quarantined > 0 ? [lostCells > 0 ? figure(quarantined, "line") : digits(quarantined)] : []),
    ...(quarantined === 0 && refusedFiles > 0 ? [figure(refusedFiles, "file")] : []),
    ...(lostCells > 0 ? [figure(lostCells, "cell")] : []),
  ];
  return lost.length === 0
    ? `${accounted}, and none was refused.`
    : `${accounted}; ${list(lost)} could not be used.`;
}

/** "31 lines quarantined (one whole file among them) and two cells left out"; null where nothing was refused. */
function refusals({ lines, lostCells, refusedFiles }: Totals): string | null {
  const files = count(refusedFiles, "whole file");
  const refused = [
    ...(lines.quarantined > 0
      ? [
          `${figure(lines.quarantined, "line")} quarantined${refusedFiles > 0 ? ` (${files} among them)` : ""}`,
        ]
      : refusedFiles > 0
        ? [`${files} refused`]
        : []),
    ...(lostCells > 0 ? [`${figure(lostCells, "cell")} left out`] : []),
  ];
  return refused.length === 0 ? null : list(refused);
}

/**
 * Whether it is safe to go on, in words, after a folder was loaded.
 * @param kept The folder that the quarantined lines were kept in; null where it could not be written to.
 */
export function safety(totals: Totals, kept: string | null): string {
  const { lines, unmapped, warnings } = totals;
  const refused = refusals(totals);
  const said: string[] = [];
  if (refused === null) {
    said.push("Safe to go on: every line was accounted for, and nothing was refused.");
    if (warnings > 0)
      said.push(`There ${warnings === 1 ? "is" : "are"} ${count(warnings, "warning")} to read.`);
  } else {
    said.push(`Loaded with ${refused}: nothing else was lost.`);
    if (lines.quarantined > 0) {
      const which = lines.quarantined === 1 ? "The line is" : "The lines are";
      said.push(kept === null ? `${which} only in the exports.` : `${which} kept in ${kept}.`);
    }
    said.push("Go on without them, or correct the exports and load again.");
  }
  if (unmapped > 0) {
    said.push(
      `Counted and not used: ${figure(unmapped, "value")} that ${unmapped === 1 ? "is" : "are"} not mapped.`,
    );
  }
  return said.join(" ");
}
