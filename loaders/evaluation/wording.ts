import type { Comparison } from "./record.ts";
import { tooFarApart } from "./too-far-apart.ts";

/** What a comparison allows to be said: nothing about others, what moved alongside, or what was associated. */
export type Design = "no comparison" | "apart" | "comparable";

export function designOf(comparison: Comparison): Design {
  if (comparison.n === null || comparison.ancova === null) return "no comparison";
  return tooFarApart(comparison)?.length === 0 ? "comparable" : "apart";
}

/** Words that only a programme whose students were drawn by lot would earn, and words that mislead. */
const neverEarned =
  /\b(?:worked|impact of|effect of|effective(?:ly|ness)?|because|due to|causes?|caused|led to|leads to|results? (?:in|from)|resulted|prove[sdn]?|proof|thanks to|significant(?:ly)?|insignificant|successful(?:ly)?|best criterion|months of progress|months' progress)\b/i;
const associated = /\bassociated with\b/i;
const beside = /\balongside\b/i;

/**
 * The first word or phrase of a sentence that its design has not earned; null where there is none.
 * @example wordingProblem("Mentoring led to better grades.", "comparable") // => "led to"
 */
export function wordingProblem(sentence: string, design: Design): string | null {
  const barred = [
    neverEarned,
    ...(design === "comparable" ? [] : [associated]),
    ...(design === "no comparison" ? [beside] : []),
  ];
  for (const words of barred) {
    const found = words.exec(sentence);
    if (found) return found[0];
  }
  return null;
}

/**
 * Makes sure that no generated sentence says more than its design has earned.
 * @param quoted Texts of the school's own that sentences quote: labels, questions and answers.
 * @throws Error with the sentence: the program is wrong, not the data.
 */
export function checkWording(sentences: readonly string[], design: Design, quoted: readonly string[]): void {
  const longestFirst = [...quoted].filter((text) => text !== "").sort((a, b) => b.length - a.length);
  for (const sentence of sentences) {
    let own = sentence;
    for (const text of longestFirst) own = own.replaceAll(text, "").replaceAll(text.toLowerCase(), "");
    const found = wordingProblem(own, design);
    if (found) throw new Error(`"${found}" is more than the design (${design}) has earned, in: ${sentence}`);
  }
}
