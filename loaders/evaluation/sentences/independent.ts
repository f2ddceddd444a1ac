import type { IndependentOutcome } from "../record.ts";
import { fewestToJudge, fewestToSupport } from "../verdict-rule.ts";
import { designOf } from "../wording.ts";
import { count, sentenceCase, signed } from "../words.ts";

/** One paragraph for each outcome that neither the mentor nor the teachers who review produced. */
export function independentSentences(outcomes: readonly IndependentOutcome[]): string[] {
  return outcomes.map(({ id, label, change, comparison, supports }) => {
    const students = count(change.n, "mentored student");
    if (change.n < fewestToJudge) return `${label}: known before and after of ${students}, too few to judge.`;
    const size = sizes[id];
    const range = change.ci95 ? ` (plausibly ${size(change.ci95[0])} to ${size(change.ci95[1])})` : "";
    const moved = `${label}: a mean change of ${size(change.mean!)} ${units[id]}${range} among ${students}.`;
    return [moved, beside(id, comparison), support(change.n, supports)].join(" ");
  });
}

const units = { attendance: "percentage points of possible sessions", results: "grades" } as const;

const sizes = {
  attendance: (share: number) => points(share),
  results: (ranks: number) => signed(ranks),
} as const;

/** A share as percentage points with one decimal: "+0.9", "\u22121.7", "0.0". */
function points(share: number): string {
  const text = Math.abs(100 * share).toFixed(1);
  if (Number(text) === 0) return text;
  return `${share < 0 ? "\u2212" : "+"}${text}`;
}

function beside(id: IndependentOutcome["id"], comparison: IndependentOutcome["comparison"]): string {
  const { n, ancova, why } = comparison;
  if (n === null) return `There is no comparison. ${why.n}`;
  if (ancova === null) return `An adjusted difference cannot be given. ${why.ancova}`;
  const size = sizes[id];
  const apart =
    designOf(comparison) === "comparable"
      ? ""
      : ", but they stood too far apart before for a fair comparison";
  return `Adjusted for the start, the difference between the mentored and ${count(n[1], "other student")} was ${size(ancova.b)} (${size(ancova.ci95[0])} to ${size(ancova.ci95[1])})${apart}.`;
}

function support(n: number, supports: boolean): string {
  if (supports) return "By the same rule as the verdict's it supports a promising finding.";
  if (n < fewestToSupport)
    return `${sentenceCase(count(n, "student"))} are fewer than the ${fewestToSupport} that could support a finding.`;
  return "By the same rule as the verdict's it does not support a promising finding.";
}
