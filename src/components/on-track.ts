import type { ImpactPage } from "../../loaders/editions/page-data.ts";
import type { OnTrackOthers, Share, ShareDifference } from "../../loaders/evaluation/record.ts";
import { builder, card, type Options } from "./dom.js";
import { count, NOT_KNOWN, PERCENT_FROM, plural, pValue, share, shareInterval, yearGroup } from "./format.js";
import { at, linear } from "./scale.js";
import { type Cell, numberCell, tableDetails } from "./table.js";

/** On track before and after: mentees beside everyone in the same year groups, on one scale. */
export function onTrackCard(page: ImpactPage, options: Options = {}): Node {
  const b = builder(options);
  const { h, s } = b;
  const { onTrack } = page.record;
  if (!onTrack) return b.nothing();
  const { mentees, everyone } = onTrack;
  const groups = [
    { label: "Mentees", before: mentees.before, after: mentees.after },
    { label: "Everyone", before: everyone.before, after: everyone.after },
  ];
  const years = onTrack.yearGroups.map(yearGroup).join(", ");
  const percentages = groups.every((group) => Math.min(group.before.n, group.after.n) >= PERCENT_FROM);
  const x = linear([0, 1], [2, 97]);
  const marks: [number, string][] = percentages
    ? [0, 0.5, 1].map((tick) => [tick, `${tick * 100}%`])
    : [
        [0, "none"],
        [0.5, "half"],
        [1, "all"],
      ];
  const line = (when: "before" | "after", value: Share): Element =>
    h(
      "div",
      { class: `row ${when}` },
      h("span", { class: "row-label" }, when === "before" ? "Before" : "After"),
      s(
        "svg",
        { width: "100%", height: 24 },
        marks.map(([tick]) => s("line", { class: "grid", x1: at(x(tick)), x2: at(x(tick)), y1: 0, y2: 24 })),
        value.n > 0 &&
          value.ci95 &&
          s("line", { class: "whisker", x1: at(x(value.ci95[0])), x2: at(x(value.ci95[1])), y1: 12, y2: 12 }),
        value.n > 0 && s("circle", { class: "dot", cx: at(x(value.k / value.n)), cy: 12, r: 6 }),
      ),
      h("span", { class: "row-value" }, value.n > 0 ? share(value.k, value.n) : NOT_KNOWN),
    );
  const label = groups
    .map(
      (group) =>
        `${group.label}: ${share(group.before.k, group.before.n)} before, ${share(group.after.k, group.after.n)} after.`,
    )
    .join(" ");
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
    page.findings.onTrack && h("p", {}, page.findings.onTrack),
    h(
      "figure",
      { class: "chart share-chart" },
      h(
        "div",
        { role: "img", "aria-label": `Students on track. ${label}` },
        groups.map((group) => [
          h("p", { class: "group-label" }, `${group.label}, ${years}`),
          line("before", group.before),
          line("after", group.after),
        ]),
        h(
          "div",
          { class: "row axis" },
          s(
            "svg",
            { width: "100%", height: 20 },
            marks.map(([tick, text], i) =>
              s(
                "text",
                {
                  x: at(x(tick)),
                  y: 14,
                  "text-anchor": i === 0 ? "start" : i === marks.length - 1 ? "end" : "middle",
                },
                text,
              ),
            ),
          ),
        ),
      ),
      h(
        "figcaption",
        {},
        "Dots are shares; lines are 95% intervals where they are known. Everyone includes the mentees.",
      ),
    ),
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
