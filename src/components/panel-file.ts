import type { PanelRow } from "../../loaders/editions/agenda.ts";
import type { CsvValue } from "./csv.js";

const columns = [
  "panel_date",
  "student_id",
  "action",
  "owner",
  "due_on",
  "success_measure",
  "status",
  "outcome",
] as const;

export interface NewAction {
  student_id: string;
  action: string;
  owner: string;
  due_on: string;
  success_measure: string;
}

/** What was entered for an open action: its status now, and its outcome in words. */
export interface Review {
  status: string;
  outcome: string;
}

/** The key by which an action of the panel's file is found again. */
export const actionKey = (row: Pick<PanelRow, "panel_date" | "student_id" | "action">): string =>
  JSON.stringify([row.panel_date, row.student_id, row.action]);

/**
 * The panel's file as it stands after the panel: every row of before, open ones with what was entered, and the new
 * actions. It takes the place of the file that was read.
 * @param panelDate Day of the panel that agreed the new actions.
 */
export function panelFile(
  panel: readonly PanelRow[],
  reviews: ReadonlyMap<string, Review>,
  agreed: readonly NewAction[],
  panelDate: string,
): CsvValue[][] {
  const before = panel.map((row) => {
    const review = (row.status ?? "open") === "open" ? reviews.get(actionKey(row)) : undefined;
    return review ? { ...row, status: review.status, outcome: review.outcome || row.outcome } : row;
  });
  const added = agreed.map(
    (one): PanelRow => ({
      ...one,
      panel_date: panelDate,
      due_on: one.due_on || null,
      success_measure: one.success_measure || null,
      status: "open",
      outcome: null,
    }),
  );
  return [[...columns], ...[...before, ...added].map((row) => columns.map((name) => row[name]))];
}
