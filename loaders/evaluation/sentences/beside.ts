import type { Comparison } from "../record.ts";
import { alike, count, numberWord, sentenceCase, signed } from "../words.ts";

/** Who stands beside the mentored, whether all of them have somebody, and how the others' grades changed. */
export function besideSentences({ group, n, notCompared, matching, comparisonGain }: Comparison): string[] {
  const [mentees, others] = n!;
  const changed = `grades changed by ${signed(comparisonGain!)} on average in the same weeks.`;
  const are = others === 1 ? "is" : "are";
  const left = notCompared === 1 ? "is left out" : "are left out";
  if (matching) {
    const [paired, all] = alike(mentees, mentees + notCompared);
    const characteristics = matching.covariates.length > 0 ? " and other characteristics" : "";
    const partner = `each with one other student whose chance of being mentored, judged by the grades before${characteristics}, was much the same`;
    const verb = mentees === 1 ? "is" : "are";
    return [
      notCompared === 0
        ? `All ${all} mentored students are paired, ${partner}.`
        : `${sentenceCase(paired!)} of the ${all} mentored students ${verb} paired, ${partner}; nobody was near enough to ${numberWord(notCompared)}, who ${left} of the comparison.`,
      `The partners' ${changed}`,
    ];
  }
  if (group === "all-others")
    return [
      `${sentenceCase(count(others, "other student"))} of the same year groups ${are} set beside them; their ${changed}`,
    ];
  const alone = `${sentenceCase(count(notCompared, "mentored student"))} ${notCompared === 1 ? "has" : "have"} nobody of their own year group to be set beside, and ${left} of the comparison.`;
  return [
    `${sentenceCase(count(others, "other student"))} ${are} set beside them, each mentored student beside those of the own year group; with as many in each year as were mentored, their ${changed}`,
    ...(notCompared > 0 ? [alone] : []),
  ];
}
