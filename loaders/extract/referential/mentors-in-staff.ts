import type { SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/** A mentor who is not in the staff table is shown by identifier only. Without a staff table all are, and a view says so. */
export function checkMentorsInStaff(facts: SmallFacts, warnings: Warnings): void {
  if (facts.staff.length === 0) return;
  const staff = new Set(facts.staff.map(({ row }) => row.staff_id as string));
  const folded = new Set([...staff].map((id) => id.toLowerCase()));
  for (const table of ["agreements", "referrals"] as const) {
    for (const fact of facts[table]) {
      const mentor = fact.row.mentor_id as string | null;
      if (mentor === null || staff.has(mentor)) continue;
      warnings.warn(fact, `${table}-mentor-not-in-staff`, {
        column: "mentor_id",
        code: "foreign-key",
        message: folded.has(mentor.toLowerCase())
          ? "This mentor is not in the staff table, which has the identifier in other capital or small letters. Write it the same way in both."
          : "This mentor is not in the staff table. Add the mentor there, so that pages can show a name.",
      });
    }
  }
}
