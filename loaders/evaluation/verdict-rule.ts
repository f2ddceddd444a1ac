import type { Obstacle, Verdict } from "./record.ts";

/** Fewer measured students than this are described, not judged. */
export const fewestToJudge = 6;

/** Fewest students of whom an independent outcome can support a verdict. */
export const fewestToSupport = 30;

/** What "promising" needs, in the order in which it is looked at; what is missing is an obstacle. */
export const promisingNeeds: Readonly<Record<Obstacle, string>> = {
  "no clear rise": "the interval of the mean change lies above zero, and more students rose than fell",
  "depends on the scoring": "the change is there with other distances between the grades too",
  leavers: "it would be above zero had everybody who was not measured ended at the worst grade",
  "no comparison": "there is a comparison group",
  "few compared": `at least ${fewestToJudge} of the mentored students, and no fewer than half of them, could be compared with it`,
  "baseline fails":
    "its grades before were no more than a quarter of a standard deviation away, nor, of matched students, what they could not be matched on",
  "no clear difference": "the interval of the adjusted difference lies above zero",
};

/** When each verdict is given: the first that fits counts. */
export const verdictRules: readonly { verdict: Verdict; when: string; needs?: readonly string[] }[] = [
  { verdict: "not enough data", when: `Fewer than ${fewestToJudge} students were measured.` },
  { verdict: "fell", when: "The interval of the mean change lies below zero." },
  {
    verdict: "supported",
    when: `All that promising needs holds, and holds too for an outcome that neither the mentor nor the teachers who review produced (attendance, or results of tests and exams), in at least ${fewestToSupport} students.`,
  },
  { verdict: "promising", when: "All of these hold.", needs: Object.values(promisingNeeds) },
  { verdict: "inconclusive", when: "Everything else." },
];

/** The rule in words, as the record gives it. */
export const verdictRule = verdictRules
  .map(({ verdict, when, needs }) => {
    const text = needs ? `${when.slice(0, -1)}: ${needs.join("; ")}.` : when;
    return `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  })
  .join(" ");
