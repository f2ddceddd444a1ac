import { group } from "d3-array";
import type { Programme } from "../programme/load-settings.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";

export interface AgendaSubject {
  subject: string;
  /** Date of the latest grade. */
  newest: string;
  predicted: string | null;
  target: string | null;
  /** Grades below (+) or above (-) the target; null where they cannot be compared. */
  gap: number | null;
  /** One a criterion, in the programme's order: the latest grade, and whether it is up, down or the same. */
  criteria: { grade: string | null; direction: number | null }[];
}

interface GradeRow {
  student_id: string;
  subject: string;
  outcome: string;
  review_date: string;
  grade: string;
  scale: string | null;
  rank_sum: number;
  rank_count: number;
  direction: number | null;
}

interface TargetRow {
  student_id: string;
  subject: string;
  scale: string;
  grade: string;
  rank: number;
}

/** The latest grades of some students, by subject. */
export async function agendaSubjects(
  programme: Programme,
  warehouse: Warehouse,
  ids: ReadonlySet<string>,
): Promise<Map<string, AgendaSubject[]>> {
  const own = <T extends { student_id: string }>(rows: T[]) => rows.filter((row) => ids.has(row.student_id));
  const grades = own(await warehouse.rows<GradeRow>("recent_grades", "student_id, subject, outcome"));
  const targets = own(await warehouse.rows<TargetRow>("targets", "student_id, subject"));
  return new Map(
    [...group(grades, (row) => row.student_id)].map(([id, rows]) => [
      id,
      [...group(rows, (row) => row.subject)].map(([subject, cells]) => {
        const at = (outcome: string) => cells.find((cell) => cell.outcome === outcome);
        const predicted = at("predictions");
        const target = targets.find((row) => row.student_id === id && row.subject === subject);
        const comparable = predicted && target && predicted.scale === target.scale;
        return {
          subject,
          newest: cells
            .map(({ review_date }) => review_date)
            .sort()
            .at(-1)!,
          predicted: predicted?.grade ?? null,
          target: target?.grade ?? null,
          gap: comparable ? target.rank - predicted.rank_sum / predicted.rank_count : null,
          criteria: programme.criteria.map((criterion) => ({
            grade: at(criterion.id)?.grade ?? null,
            direction: at(criterion.id)?.direction ?? null,
          })),
        };
      }),
    ]),
  );
}
