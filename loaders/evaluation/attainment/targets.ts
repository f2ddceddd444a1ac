import { group } from "d3-array";
import type { Programme } from "../../programme/load-settings.ts";
import { meanChange } from "./mean-change.ts";
import type { GapRow } from "./models.ts";
import type { People } from "./people.ts";
import type {
  AgainstTargets,
  Attainment,
  MeanChange,
  Standing,
  Standings,
  TargetsOnScale,
} from "./record.ts";
import { countReasons } from "./uncounted.ts";

/** A student-subject whose predicted grades before and after are on the scale of its target. */
interface Gap {
  student: string;
  subject: string;
  scale: string;
  before: { sum: number; count: number };
  after: { sum: number; count: number };
}

/** Predicted against target before and after, a scale at a time; grades on different scales are never set side by side. */
export function targets(
  { scales }: Programme,
  people: People,
  rows: readonly GapRow[],
): Pick<Attainment, "targets" | "targetsUncounted"> & { why: Record<string, string> } {
  const everyone = new Set(people.everyone);
  const gaps: Gap[] = [];
  const reasons: string[] = [];
  for (const row of rows) {
    if (!everyone.has(row.student_id)) continue;
    const gap = gapOf(row);
    if (typeof gap !== "string") gaps.push(gap);
    else if (people.isMeasuredMentee(row.student_id)) reasons.push(gap);
  }
  const mentored = gaps.filter(({ student }) => people.isMeasuredMentee(student));
  const used = [...scales.keys()].filter((id) => mentored.some(({ scale }) => scale === id));
  return {
    targets: used.map((id): TargetsOnScale => {
      const [all, some] = [gaps, mentored].map((list) => list.filter(({ scale }) => scale === id));
      return {
        scale: id,
        label: scales.get(id)!.label,
        mentees: against(some!),
        everyone: against(all!),
        subjects: [...group(some!, ({ subject }) => subject)]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([subject, mentees]) => ({
            subject,
            mentees: standings(mentees),
            everyone: standings(all!.filter((gap) => gap.subject === subject)),
          })),
      };
    }),
    targetsUncounted: countReasons(reasons),
    why:
      used.length > 0
        ? {}
        : { targets: "No measured mentee has a target and predicted grades on its scale before and after." },
  };
}

/** The gaps of a row, or why it has none at both times. */
function gapOf(row: GapRow): Gap | string {
  const { scale, before_gap, before_count, after_gap, after_count } = row;
  if (scale === null) return "The subject has no target.";
  if (before_count === null || after_count === null)
    return "The subject has no predicted grade at one of the two times.";
  if (before_gap === null || after_gap === null)
    return "The predicted grade and the target are on different scales.";
  return {
    student: row.student_id,
    subject: row.subject,
    scale,
    before: { sum: before_gap, count: before_count },
    after: { sum: after_gap, count: after_count },
  };
}

function against(gaps: readonly Gap[]): AgainstTargets {
  const below = (moment: "before" | "after") =>
    new Set(gaps.flatMap((gap) => (gap[moment].sum < 0 ? [gap.student] : []))).size;
  return {
    students: new Set(gaps.map(({ student }) => student)).size,
    pairs: standings(gaps),
    studentsBelow: { before: below("before"), after: below("after") },
    gap: meanGap(gaps),
  };
}

function standings(gaps: readonly Gap[]): Standings {
  const standing = (moment: "before" | "after"): Standing => ({
    below: gaps.filter((gap) => gap[moment].sum < 0).length,
    at: gaps.filter((gap) => gap[moment].sum === 0).length,
    above: gaps.filter((gap) => gap[moment].sum > 0).length,
  });
  return { n: gaps.length, before: standing("before"), after: standing("after") };
}

/** One number a student: the mean gap of the student's subjects. */
function meanGap(gaps: readonly Gap[]): MeanChange {
  const mean = (of: readonly Gap[], moment: "before" | "after") =>
    of.reduce((sum, gap) => sum + gap[moment].sum / gap[moment].count, 0) / of.length;
  return meanChange(
    [...group(gaps, ({ student }) => student).values()].map((of) => ({
      before: mean(of, "before"),
      after: mean(of, "after"),
    })),
  );
}
