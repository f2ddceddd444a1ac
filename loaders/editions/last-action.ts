import { group } from "d3-array";
import { aimOf } from "../at-risk/aim.ts";
import type { FactsFinder, JudgedGradeRow } from "../at-risk/facts.ts";
import { type Moved, moved } from "../at-risk/moved.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";

export interface LastAction {
  agreedOn: string;
  agreedBy: "panel" | "mentor";
  action: string;
  owner: string | null;
  dueOn: string | null;
  status: "open" | "overdue" | "done" | "partly" | "not done" | "dropped";
  successMeasure: string | null;
  /** What was written down of its outcome. */
  outcome: string | null;
  moved: Moved;
}

interface LastActionRow {
  student_id: string;
  day: string;
  agreed_by: "panel" | "mentor";
  action: string;
  owner: string | null;
  due_on: string | null;
  success_measure: string | null;
  subject: string | null;
  status: string;
  outcome: string | null;
}

/** The last action agreed for each student, by a panel or with a mentor, and whether its measure moved since. */
export async function lastActions(
  programme: Programme,
  warehouse: Warehouse,
  facts: FactsFinder,
): Promise<Map<string, LastAction>> {
  const { asOf } = programme.settings;
  const rows = await warehouse.rows<LastActionRow>("last_actions", "student_id");
  const grades = group(
    await warehouse.rows<JudgedGradeRow>("last_action_grades", "student_id, day, subject, outcome"),
    (row) => row.student_id,
  );
  return new Map(
    rows.flatMap((row) => {
      const now = facts.of(row.student_id, asOf);
      if (!now) return [];
      const own = grades.get(row.student_id) ?? [];
      const on = (day: string) => own.filter((grade) => grade.day === day);
      const aim = aimOf(
        {
          action: row.action,
          successMeasure: row.success_measure,
          owner: row.owner,
          subject: row.subject,
        },
        programme.criteria,
        [...new Set(own.map(({ subject }) => subject))],
      );
      const said = moved(aim, facts.of(row.student_id, row.day), now, {
        before: on(row.day),
        after: on(asOf),
      });
      return [[row.student_id, { ...describe(row, asOf), moved: said }]];
    }),
  );
}

function describe(row: LastActionRow, asOf: string): Omit<LastAction, "moved"> {
  const open = row.status === "open";
  const late = open && row.due_on !== null && row.due_on < asOf;
  return {
    agreedOn: row.day,
    agreedBy: row.agreed_by,
    action: row.action,
    owner: row.owner,
    dueOn: row.due_on,
    status: late ? "overdue" : (row.status.replace("_", " ") as LastAction["status"]),
    successMeasure: row.success_measure,
    outcome: row.outcome,
  };
}
