import type { Fact } from "../fact.ts";
import type { SmallFacts } from "./small-tables.ts";

/** Scales whose results lie between two numbers, by words that their names have. */
const known: readonly { name: RegExp; lowest: number; highest: number }[] = [
  { name: /\bscaled\b/i, lowest: 80, highest: 120 },
  { name: /\bfine\b|\b(?:ks ?2|key stage 2) levels?\b/i, lowest: 0, highest: 7 },
];

/** Values by which one is seen to be far outside the others, and how many times their middle half it may lie beside it. */
const fewestValues = 8;
const farSpreads = 6;
/** The least that the middle half of the values counts for, as a share of their median. */
const leastSpread = 0.1;

type Doubt = "zero" | "scale" | "far";

/**
 * Warns once a file of prior attainment that is no result: 0 and below, which often stand for none, what lies outside the
 * scale that the file says, and what lies far from all other values of its scale (999).
 */
export function checkPriorAttainment({ students }: SmallFacts): void {
  const files = new Map<Fact["record"]["file"], Fact[]>();
  for (const fact of students) {
    const { file } = fact.record;
    if (typeof fact.row.prior_attainment !== "number" || !file.headers.has("prior_attainment")) continue;
    const facts = files.get(file);
    if (facts) facts.push(fact);
    else files.set(file, [fact]);
  }
  for (const [file, facts] of files) {
    const doubts = doubtsOf(facts);
    if (doubts.size === 0) continue;
    const counts = (Object.keys(words) as Doubt[]).flatMap((doubt) => {
      const count = [...doubts.values()].filter((each) => each === doubt).length;
      return count === 0 ? [] : [`${count} ${count === 1 ? "is" : "are"} ${words[doubt]}`];
    });
    const header = file.headers.get("prior_attainment")!;
    file.warn(Math.min(...[...doubts.keys()].map(({ record }) => record.first)), {
      column: header,
      code: "constraint-error",
      message: `Of ${facts.length} values of "${header}", ${counts.join(", ")}; the first is on this line. They are used as they are. Correct those that are wrong, and empty those that stand for no result.`,
    });
  }
}

const words: Record<Doubt, string> = {
  zero: "0 or below",
  scale: "outside the scale that the line gives",
  far: "far from all others",
};

function doubtsOf(facts: readonly Fact[]): Map<Fact, Doubt> {
  const doubts = new Map<Fact, Doubt>();
  const scales = new Map<string, Fact[]>();
  for (const fact of facts) {
    const scale = (fact.row.prior_scale as string | null) ?? "";
    const ofScale = scales.get(scale);
    if (ofScale) ofScale.push(fact);
    else scales.set(scale, [fact]);
  }
  for (const [scale, ofScale] of scales) {
    const bounds = known.find(({ name }) => name.test(scale));
    const isFar = farTest(ofScale.map(resultOf));
    for (const fact of ofScale) {
      const value = resultOf(fact);
      if (value <= 0) doubts.set(fact, "zero");
      else if (bounds && (value < bounds.lowest || value > bounds.highest)) doubts.set(fact, "scale");
      else if (isFar(value)) doubts.set(fact, "far");
    }
  }
  return doubts;
}

function resultOf({ row }: Fact): number {
  return row.prior_attainment as number;
}

/** Whether a value lies far outside the middle half of the values above zero. */
function farTest(values: readonly number[]): (value: number) => boolean {
  const inOrder = values.filter((value) => value > 0).sort((a, b) => a - b);
  if (inOrder.length < fewestValues) return () => false;
  const at = (share: number) => inOrder[Math.floor(share * (inOrder.length - 1))]!;
  const [lower, upper] = [at(0.25), at(0.75)];
  const spread = Math.max(upper - lower, at(0.5) * leastSpread) * farSpreads;
  return (value) => value < lower - spread || value > upper + spread;
}
