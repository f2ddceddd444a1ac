import { group } from "d3-array";
import type { ProgrammeSettings } from "../programme/schema.ts";
import { change } from "./change.ts";
import type { Models } from "./models.ts";
import type { Subgroups } from "./record.ts";
import type { StudentMeans } from "./student-means.ts";

type SubgroupName = ProgrammeSettings["subgroups"][number];

const labels: Record<SubgroupName, string> = {
  sex: "Sex",
  pupil_premium: "Pupil premium",
  sen: "Special educational needs",
  year_group: "Year group",
  reason: "Reason for referral",
  mentor_role: "Role of the mentor",
};

/**
 * The change of the primary outcome within each declared subgroup of the measured mentees. Exploratory: with several of
 * them, one often stands out by luck. Groups stand in alphabetical order, those of whom it is not known last.
 */
export function subgroups(
  names: readonly SubgroupName[],
  models: Models,
  students: readonly StudentMeans[],
): Subgroups[] {
  const profiles = new Map(models.menteeProfiles.map((row) => [row.student_id, row]));
  return names.map((by) => {
    const groupOf = (id: string): string | null => {
      if (by === "reason" || by === "mentor_role") return profiles.get(id)?.[by] ?? null;
      const value = models.students.get(id)![by];
      if (typeof value === "boolean") return value ? "yes" : "no";
      return value === null || value === "" ? null : value;
    };
    const byValue = group(students, ({ studentId }) => groupOf(studentId));
    const known = [...byValue.keys()].filter((value) => value !== null).sort(inOrder);
    return {
      by,
      label: labels[by],
      groups: [...known, ...(byValue.has(null) ? [null] : [])].map((value) => {
        const { n, mean, ci95, signTest, why } = change(byValue.get(value)!);
        const { up, down, same } = signTest;
        return { value, n, up, down, same, mean, ci95, ...(ci95 === null ? { why: why! } : {}) };
      }),
    };
  });
}

/** Numbers by size, so that year 9 stands before year 10; other texts by their letters. */
function inOrder(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return a < b ? -1 : 1;
}
