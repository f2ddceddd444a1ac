import { sampleStandardDeviation } from "simple-statistics";
import { logistic } from "../statistics/logistic.ts";
import { nearestNeighbours } from "../statistics/nearest-neighbours.ts";
import { balance, baselineLabel } from "./balance.ts";
import type { ComparedStudent } from "./compared-students.ts";
import type { Covariate } from "./covariates.ts";
import { lot } from "./lot.ts";
import type { Matching } from "./record.ts";
import { usableCovariates } from "./usable-covariates.ts";
import { withinSentence } from "./words.ts";

/** Width of the caliper in standard deviations of the chance of being mentored. */
const caliperInDeviations = 0.2;

/** Chances that are no further apart than this differ by rounding alone, and count as equal. */
const rounding = 1e-10;

/** Mentees, then their partners in the same order, with the pair of each. */
interface MatchedStudents {
  students: ComparedStudent[];
  pairs: number[];
  covariates: Covariate[];
  matching: Matching;
}

/**
 * Pairs mentees with others whose chance of being mentored, estimated from the outcome before and the covariates that
 * can be used, was nearest; of others as near, as if by lot. Others of whom one of those is not known are no partners.
 */
export function matchedStudents(
  students: readonly ComparedStudent[],
  covariates: readonly Covariate[],
): MatchedStudents {
  const { used, notUsed } = usableCovariates(students, covariates);
  const known = students.flatMap((student) => {
    const values = used.map(({ numberOf }) => numberOf(student.student));
    return values.includes(null) ? [] : [{ student, row: [1, student.before, ...(values as number[])] }];
  });
  // Of mentees with one chance it is decided as if by lot who chooses first.
  const idOf = ({ student }: (typeof known)[number]) => student.student.student_id;
  const mentees = known.filter(({ student }) => student.mentored).sort((a, b) => lot(idOf(a)) - lot(idOf(b)));
  const others = known.filter(({ student }) => !student.mentored);
  const about = {
    others: others.length,
    covariates: used.map(({ id }) => id),
    notUsed,
    balanceBefore: balance(students, covariates),
  };
  const none = (why: string, caliper: number | null = null): MatchedStudents => ({
    students: [],
    pairs: [],
    covariates: used,
    matching: { matched: 0, unmatched: mentees.length, caliper, ...about, why },
  });
  const fitted = logistic(
    [...mentees, ...others].map(({ row }) => row),
    [...mentees, ...others].map(({ student }) => student.mentored),
  );
  if (fitted === "singular")
    return none(
      "The chance of being mentored cannot be estimated: there are too few students, or all are alike before, or one characteristic follows from the others.",
    );
  if (fitted === "separated") return none(toldApart(known, used));
  const chances = fitted.probabilities.map((chance) => Math.round(chance / rounding) * rounding);
  const caliper = caliperInDeviations * sampleStandardDeviation(chances);
  const partners = nearestNeighbours(
    chances.slice(0, mentees.length),
    chances.slice(mentees.length),
    caliper,
    (mentee, other) => lot(idOf(mentees[mentee]!), idOf(others[other]!)),
  );
  const pairs = mentees.flatMap(({ student }, i) => {
    const partner = partners[i];
    return typeof partner === "number" ? [[student, others[partner]!.student] as const] : [];
  });
  if (pairs.length === 0)
    return none("No other student was near enough to a mentored one before the start.", caliper);
  return {
    students: [...pairs.map(([mentee]) => mentee), ...pairs.map(([, other]) => other)],
    pairs: [...pairs.keys(), ...pairs.keys()],
    covariates: used,
    matching: { matched: pairs.length, unmatched: mentees.length - pairs.length, caliper, ...about },
  };
}

/** What told the mentored from the others: one characteristic by itself, or only several together. */
function toldApart(
  known: readonly { student: ComparedStudent; row: readonly number[] }[],
  used: readonly Covariate[],
): string {
  const mentored = known.map(({ student }) => student.mentored);
  const alone = [baselineLabel, ...used.map(({ label }) => label)].find(
    (_, i) =>
      logistic(
        known.map(({ row }) => [1, row[i + 1]!]),
        mentored,
      ) === "separated",
  );
  return alone === undefined
    ? "Nobody can be paired: taken together, the grades before and the other characteristics tell the mentored students from the others."
    : `Nobody can be paired: one characteristic alone tells the mentored students from the others (${withinSentence(alone)}).`;
}
