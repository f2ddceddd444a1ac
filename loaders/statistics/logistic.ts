import { leastSquares } from "./least-squares.ts";

/** A logistic regression at its maximum of likelihood. */
export interface Logistic {
  /** In logits, one a column of the design. */
  coefficients: number[];
  /** Of each row, the probability of a yes, above 0 and below 1. */
  probabilities: number[];
}

/** A maximum is reached where no row's logit moves by more than this. */
const tolerance = 1e-10;
/** Where there is a maximum a dozen steps find it; where there is none every step moves a logit by about 1. */
const steps = 50;
/** A logit beyond this is a probability of 0 or 1 for all that a sum of likelihoods can tell. */
const decided = 25;
/** Share of the likelihood by which two sums of it differ for no other reason than rounding. */
const rounding = 1e-12;

/**
 * Logistic regression by iteratively reweighted least squares, a step halved while it lowers the likelihood.
 * "separated" where there is no maximum: some combination of the columns tells the yes from the no without a mistake, or
 * with none but on its border. "singular" where there are not more rows than columns, or a column follows from the others.
 * Source: McCullagh and Nelder (1989), Generalized Linear Models, 2nd ed., section 4.4; Albert and Anderson (1984),
 * Biometrika 71: 1-10 (separation).
 *
 * @param design One row a student, the column of ones included.
 * @throws RangeError where the rows differ in length, or there is not one answer a row.
 * @example logistic([[1, 0], [1, 0], [1, 0], [1, 1], [1, 1]], [true, false, false, true, false]).coefficients // => [-0.6931471805599453, 0.6931471805599453]
 * @example logistic([[1, 0], [1, 1], [1, 2], [1, 3]], [false, false, true, true]) // => "separated"
 */
export function logistic(
  design: readonly (readonly number[])[],
  yes: readonly boolean[],
): Logistic | "separated" | "singular" {
  const answers = yes.map(Number);
  if (!leastSquares(design, answers)) return "singular";
  let coefficients = design[0]!.map(() => 0);
  let logits = design.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const newton = direction(design, yes, logits);
    let furthest = newton ? Math.max(...product(design, newton).map(Math.abs)) : Number.NaN;
    if (!newton || !Number.isFinite(furthest)) return "separated";
    const likelihood = logLikelihood(yes, logits);
    const before = { coefficients, least: likelihood - rounding * Math.abs(likelihood) };
    for (let share = 1; ; share /= 2, furthest /= 2) {
      coefficients = before.coefficients.map((value, i) => value + share * newton[i]!);
      logits = product(design, coefficients);
      if (furthest <= tolerance)
        return isDetermined(design, logits)
          ? { coefficients, probabilities: logits.map((logit) => probability(logit)) }
          : "separated";
      if (logLikelihood(yes, logits) >= before.least) break;
    }
  }
  return "separated";
}

/**
 * Whether the rows whose answer is still open determine the coefficients. Where only rows on the border of a separation
 * are open, the others went so far that rounding lets no step move them any more, which looks like a maximum.
 */
function isDetermined(design: readonly (readonly number[])[], logits: readonly number[]): boolean {
  const open = design.filter((_, i) => Math.abs(logits[i]!) <= decided);
  return (
    open.length === design.length ||
    leastSquares(
      open,
      open.map(() => 0),
    ) !== null
  );
}

/** Newton's step: the least squares fit of the working residuals, each row weighted by p (1 - p). */
function direction(
  design: readonly (readonly number[])[],
  yes: readonly boolean[],
  logits: readonly number[],
): number[] | undefined {
  const roots = logits.map((logit) => Math.sqrt(probability(logit) * probability(-logit)));
  const fitted = leastSquares(
    design.map((row, i) => row.map((value) => value * roots[i]!)),
    yes.map((answer, i) => (answer ? probability(-logits[i]!) : -probability(logits[i]!)) / roots[i]!),
  );
  return fitted?.coefficients;
}

function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function logLikelihood(yes: readonly boolean[], logits: readonly number[]): number {
  return logits.reduce((total, logit, i) => total - Math.log1p(Math.exp(yes[i] ? -logit : logit)), 0);
}

function product(design: readonly (readonly number[])[], coefficients: readonly number[]): number[] {
  return design.map((row) => row.reduce((total, value, i) => total + value * coefficients[i]!, 0));
}
