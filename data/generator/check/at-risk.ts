import type { Figure } from "./files.ts";
import { shift } from "./files.ts";
import type { Reviews } from "./reviews.ts";

/** How many of the students on roll each rule flags, for judging whether the samples are plausible. */
export function atRisk(
  reviews: Reviews,
  students: readonly string[],
  criteria: readonly string[],
  attendance: ReadonlyMap<string, { possible: number; missed: number }>,
  asOf: string,
): Figure[] {
  const latest = (student: string, aspect: string, subject: string, back = 1): number | null => {
    const date = reviews.dates(student, aspect, subject).at(-back);
    return date === undefined ? null : reviews.last(student, aspect, subject, date, date);
  };
  const fell = (student: string, criterion: string) =>
    reviews.subjects(student, criterion).filter((subject) => {
      const [now, before] = [latest(student, criterion, subject), latest(student, criterion, subject, 2)];
      return before !== null && now! < before;
    });
  const offTarget = (student: string) =>
    reviews.subjects(student, "predicted").filter((subject) => {
      const target = latest(student, "target", subject);
      return target !== null && latest(student, "predicted", subject)! < target;
    });
  const fresh = (student: string) =>
    criteria.some((criterion) =>
      reviews
        .subjects(student, criterion)
        .some((subject) => reviews.dates(student, criterion, subject).at(-1)! >= shift(asOf, -42)),
    );
  const share = (name: string, rule: (student: string) => boolean): Figure => {
    const flagged = students.filter(rule).length;
    return {
      name,
      found: `${flagged} of ${students.length} (${((100 * flagged) / students.length).toFixed(1)}%)`,
    };
  };
  const absent = (student: string) => {
    const { possible, missed } = attendance.get(student) ?? { possible: 0, missed: 0 };
    return possible >= 40 && missed / possible >= 0.1;
  };
  const isOffTarget = (student: string) => offTarget(student).length >= 2;
  const declined = (student: string) => criteria.some((criterion) => fell(student, criterion).length >= 2);
  return [
    share("at risk, predicted below target in 2+ subjects", isOffTarget),
    share("at risk, one criterion down in 2+ subjects", declined),
    share(
      "at risk, any criterion down in 2+ subjects",
      (student) => new Set(criteria.flatMap((criterion) => fell(student, criterion))).size >= 2,
    ),
    share("at risk, a tenth of sessions missed", absent),
    share(
      "at risk, any of target, one criterion, attendance",
      (student) => isOffTarget(student) || declined(student) || absent(student),
    ),
    share("unknown, no review in 42 days", (student) => !fresh(student)),
    share("unknown, fewer than 40 sessions", (student) => (attendance.get(student)?.possible ?? 0) < 40),
  ];
}
