import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalPdf from "@stdlib/stats-base-dists-normal-pdf";

/** Where students were chosen for standing below a cut-off, in one unit throughout. */
export interface CutOff {
  /** Students below it were chosen. */
  below: number;
  /** Of all students they were chosen from. */
  mean: number;
  sd: number;
  /** Of the scores before with the scores after, among students who were not mentored. */
  correlation: number;
}

/**
 * The gain that students chosen for standing below a cut-off make without mentoring, where scores are normal and all
 * students together stay where they are: sd (1 - correlation) phi(z) / Phi(z), z the cut-off in standard deviations
 * from the mean. With a correlation of 0 they end at the mean of all.
 * Source: Barnett, van der Pols and Dobson (2005), International Journal of Epidemiology 34: 215-220, equation 1.
 *
 * @throws RangeError where the sd is not above 0, the correlation not within -1 and 1, or below more than 30 sd away.
 * @example regressionToMean({ below: 40, mean: 60, sd: 15, correlation: 0.8 }) // => 5.39440460841068
 */
export function regressionToMean({ below, mean, sd, correlation }: CutOff): number {
  if (!(sd > 0)) throw new RangeError(`The argument sd is ${sd}; give a standard deviation above 0.`);
  if (!(Math.abs(correlation) <= 1))
    throw new RangeError(`The argument correlation is ${correlation}; give a correlation within -1 and 1.`);
  const z = (below - mean) / sd;
  if (!(Math.abs(z) <= 30))
    throw new RangeError(
      `The argument below is ${below}, with a mean of ${mean} and an sd of ${sd}; give a cut-off within 30 sd of the mean.`,
    );
  return (sd * (1 - correlation) * normalPdf(z, 0, 1)) / normalCdf(z, 0, 1);
}
