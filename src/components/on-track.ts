import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { OnTrack, OnTrackOthers, Share, ShareDifference } from "../../loaders/evaluation/record.ts";
import { builder, card, type Options } from "./dom.js";
import { count, PERCENT_FROM, plain, plural, pValue, share, shareInterval } from "./format.js";
import { pairedSharesFigure } from "./paired-shares.js";
import { type Cell, numberCell, tableDetails } from "./table.js";

/** On track before and after: mentees beside everyone in the same year groups, on one scale. */
export function onTrackCard(page: ImpactPage, options: Options = {}): Node {
  const b = builder(options);
  const { h } = b;
  const { onTrack } = page.record;
  if (!onTrack) return b.nothing();
  const { mentees, everyone } = onTrack;
  const row = (name: string, value: Share): Cell[] => [
    name,
    numberCell(value.k, count),
    numberCell(value.n, count),
    {
      text: value.n >= PERCENT_FROM ? share(value.k, value.n).replace(/.*\((.*)\)/, "$1") : "–",
      value: value.k / value.n,
    },
    shareInterval(value.ci95, value.n),
  ];
  const difference = mentees.differenceCi95?.map(points).join(" to ");
  return card(
    b,
    "On track, mentees beside everyone",
    { class: "on-track" },
    h("p", { class: "note" }, measureWords(onTrack)),
    page.findings.onTrack && h("p", {}, page.findings.onTrack),
    pairedSharesFigure(b, onTrack, onTrack.yearGroups, "Students on track"),
    tableDetails(b, {
      caption: "Students on track before and after",
      filename: "on-track",
      columns: [
        { label: "Group" },
        { label: "On track", numeric: true },
        { label: "Of", numeric: true },
        { label: "Share", numeric: true },
        { label: "95% interval", numeric: true },
      ],
      rows: [
        row("Mentees, before", mentees.before),
        row("Mentees, after", mentees.after),
        row("Everyone, before", everyone.before),
        row("Everyone, after", everyone.after),
      ],
      notes: [
        `${plural(mentees.becameOnTrack, "mentee")} became on track; ${plural(mentees.ceasedOnTrack, "mentee")} ceased to be.`,
        `Status not known at one of the two times, and left out: ${plural(mentees.unknown, "mentee")}, ${count(everyone.unknown)} of everyone.`,
        ...(mentees.before.n >= PERCENT_FROM && difference
          ? [`Difference for mentees, in percentage points, 95% interval ${difference}.`]
          : []),
        ...againstOthers(onTrack.others, Math.min(mentees.before.n, onTrack.others.before.n)),
        ...(mentees.mcnemarP === null
          ? []
          : [`McNemar's exact test on mentees: ${pValue(mentees.mcnemarP)}.`]),
        ...(onTrack.why ? [onTrack.why] : []),
      ],
    }),
  );
}

/** A difference of two shares in whole percentage points, signed. */
function points(difference: number): string {
  const whole = Math.round(difference * 100);
  return `${whole > 0 ? "+" : ""}${count(whole)}`;
}

function againstOthers({ differenceBefore, differenceAfter }: OnTrackOthers, fewest: number): string[] {
  if (!differenceBefore || !differenceAfter || fewest < PERCENT_FROM) return [];
  const said = ({ estimate, ci95 }: ShareDifference, when: string): string =>
    `${points(estimate)} ${when} (95% interval ${ci95.map(points).join(" to ")})`;
  return [
    `Mentees less the other students of the year group, in percentage points: ${said(differenceBefore, "before")}, ${said(differenceAfter, "after")}.`,
  ];
}

const measures: Record<string, string> = {
  "five-passes-with-english-and-maths": "five passes with English and maths",
  "english-and-maths": "passes in English and maths",
  "attainment-8": "Attainment 8",
  "a-level-average-points": "A level average points",
};

/** What counts as on track: the measure that programme.json declares. */
function measureWords({ measure, pass, points }: OnTrack): string {
  const least = points === undefined ? `at ${pass} or above` : `of ${plain(points)} or more`;
  return `On track: ${measures[measure] ?? measure} ${least}, from predicted grades.`;
}
