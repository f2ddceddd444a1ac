import { group, rollup } from "d3-array";
import type { ProgrammeSettings } from "../programme/schema.ts";
import { change } from "./change.ts";
import type { Models } from "./models.ts";
import type { Subgroups } from "./record.ts";
import type { StudentMeans } from "./student-means.ts";
import { fewestToJudge } from "./verdict-rule.ts";

type SubgroupName = ProgrammeSettings["subgroups"][number];

const labels: Record<SubgroupName, string> = {
  sex: "Sex",
  pupil_premium: "Pupil premium",
  sen: "Special educational needs",
  year_group: "Year group",
  reason: "Reason for referral",
  mentor_role: "Role of the mentor",
  mentor: "Mentor",
};

/** The group of the mentors of whom none has students enough to be looked at alone. */
const otherMentors = "Mentors of fewer students";

/**
 * The change of the primary outcome within each declared subgroup of the measured mentees. Exploratory: with several of
 * them, one often stands out by luck. Groups stand in alphabetical order, those of whom it is not known last. A mentor of
 * fewer students than can be judged is not shown alone.
 */
export function subgroups(
  names: readonly SubgroupName[],
  models: Models,
  students: readonly StudentMeans[],
): Subgroups[] {
  return names.map((by) => {
    const groupOf = groupsBy(
      by,
      models,
      students.map(({ studentId }) => studentId),
    );
    const byValue = group(students, ({ studentId }) => groupOf(studentId));
    return {
      by,
      label: labels[by],
      groups: inOrder([...byValue.keys()]).map((value) => {
        const { n, mean, ci95, signTest, why } = change(byValue.get(value)!);
        const { up, down, same } = signTest;
        return { value, n, up, down, same, mean, ci95, ...(ci95 === null ? { why: why! } : {}) };
      }),
    };
  });
}

/** What a mentee is called in a subgroup; null where it is not known. */
export function groupsBy(
  by: SubgroupName,
  { students, menteeProfiles }: Pick<Models, "students" | "menteeProfiles">,
  measured: readonly string[],
): (studentId: string) => string | null {
  const profiles = new Map(menteeProfiles.map((row) => [row.student_id, row]));
  const groupOf = (id: string): string | null => {
    if (by === "reason" || by === "mentor_role" || by === "mentor") return profiles.get(id)?.[by] ?? null;
    const value = students.get(id)![by];
    if (typeof value === "boolean") return value ? "yes" : "no";
    return value === null || value === "" ? null : value;
  };
  if (by !== "mentor") return groupOf;
  const sizes = rollup(
    measured,
    (own) => own.length,
    (id) => groupOf(id),
  );
  return (id) => {
    const mentor = groupOf(id);
    return mentor !== null && (sizes.get(mentor) ?? 0) < fewestToJudge ? otherMentors : mentor;
  };
}

/** Numbers by size, so that year 9 stands before year 10; other texts by their letters; those not known last. */
export function inOrder(values: readonly (string | null)[]): (string | null)[] {
  const last = [otherMentors, null];
  const known = values.filter((value): value is string => !last.includes(value));
  return [...known.sort(bySize), ...last.filter((value) => values.includes(value))];
}

function bySize(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return a < b ? -1 : 1;
}
