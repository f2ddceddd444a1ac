/** One StageAssessment of a Common Transfer File at key stage 2; "" where an element is absent. */
export interface StageResult {
  line: number;
  locale: string;
  year: string;
  subject: string;
  method: string;
  component: string;
  status: string;
  qualifier: string;
  result: string;
}

export interface PriorAttainment {
  /** A number as text, "" for none. */
  score: string;
  /** What the number is, in words; "" for none. */
  scale: string;
  /** Results of one subject that contradict each other. */
  conflicts: { subject: Subject; line: number }[];
  /** Numbers that no scaled score can be. */
  impossible: { subject: Subject; line: number; result: string }[];
  /** Test outcomes that are no score, such as A for absent, where the subject has no score. */
  outcomes: { line: number; result: string }[];
  /** The line of the first result of reading, English or maths of another kind (a level, a mark), if that is all there is. */
  unscaled: number | null;
}

type Subject = "reading" | "maths";

/** Scaled scores replaced levels in the tests of this year. */
const firstScaledYear = 2016;
const lowest = 80;
const highest = 120;

/**
 * Prior attainment from the national tests at the end of key stage 2: the mean of the scaled scores in reading and in
 * maths, as the Department for Education's progress measures use it. With a score in one subject only, that score, and
 * the scale says which.
 *
 * A scaled score is a test result (Method TT) of 2016 or later in England (Locale ENG), with Component SS or
 * ResultQualifier NS, in Subject MAT, in REA, or in ENG with Component REA. It is a whole number from 80 to 120. Only
 * ResultStatus R, a result, counts: estimates, targets and provisional results never do. Grammar, punctuation and
 * spelling, writing, science and teacher assessments do not enter. 0 and blank are a missing result. Two different
 * results of one subject contradict each other: neither is used. Levels, fine levels, points and raw marks are not
 * turned into scaled scores.
 */
export function priorAttainment(results: readonly StageResult[]): PriorAttainment {
  const found: PriorAttainment = {
    score: "",
    scale: "",
    conflicts: [],
    impossible: [],
    outcomes: [],
    unscaled: null,
  };
  const counted = results.filter(({ status }) => status === "R");
  const reading = scoreOf("reading", counted, found);
  const maths = scoreOf("maths", counted, found);
  if (reading !== null && maths !== null) {
    found.score = String((reading + maths) / 2);
    found.scale = "KS2 scaled score (mean of reading and maths)";
  } else if (reading !== null || maths !== null) {
    found.score = String(reading ?? maths);
    found.scale = `KS2 ${reading !== null ? "reading" : "maths"} scaled score`;
  } else if (!counted.some((result) => isScaledScore(result))) {
    found.unscaled = counted.find(({ subject }) => /^(?:ENG|REA|MAT)$/.test(subject))?.line ?? null;
  }
  return found;
}

function subjectOf({ subject, component }: StageResult): Subject | null {
  if (subject === "MAT") return /^(?:SS|MAT|)$/.test(component) ? "maths" : null;
  if (subject === "REA") return /^(?:SS|REA|)$/.test(component) ? "reading" : null;
  return subject === "ENG" && component === "REA" ? "reading" : null;
}

function isScaledScore(result: StageResult): boolean {
  const { locale, year, method, component, qualifier } = result;
  return (
    (locale === "ENG" || locale === "") &&
    /^\d{4}$/.test(year) &&
    Number(year) >= firstScaledYear &&
    method === "TT" &&
    (qualifier === "NS" || (qualifier === "" && component === "SS")) &&
    subjectOf(result) !== null
  );
}

function scoreOf(subject: Subject, results: readonly StageResult[], found: PriorAttainment): number | null {
  const given = results.filter(
    (result) =>
      isScaledScore(result) && subjectOf(result) === subject && !/^(?:0+(?:\.0+)?)?$/.test(result.result),
  );
  const distinct = new Map(given.map((result) => [canonical(result.result), result]));
  const [last] = distinct.values();
  if (!last) return null;
  if (distinct.size > 1) {
    const other = given.find(({ result }) => canonical(result) !== canonical(given[0]!.result))!;
    found.conflicts.push({ subject, line: other.line });
    return null;
  }
  if (/^[A-Z]{1,3}$/.test(last.result)) {
    found.outcomes.push({ line: given[0]!.line, result: last.result });
    return null;
  }
  const score = /^\d{2,3}(?:\.0+)?$/.test(last.result) ? Number(last.result) : Number.NaN;
  if (!(score >= lowest && score <= highest)) {
    found.impossible.push({ subject, line: given[0]!.line, result: last.result });
    return null;
  }
  return score;
}

/** 104 and 104.0 are the same result. */
function canonical(result: string): string {
  return result.replace(/\.0+$/, "");
}
