import type { StudentPage } from "../../loaders/editions/student.ts";
import type { GradeCell, GradeLine, StudentDetails } from "../../loaders/editions/student-details.ts";
import { csvButton } from "./csv.js";
import { builder, type Options, quiet, uniqueId } from "./dom.js";
import { date, plain, shortDate } from "./format.js";
import { type HeatCell, heatMap } from "./heat-map.js";
import { sparkLine } from "./spark-line.js";

const MARKS = { B: "baseline", F: "follow-up" } as const;

/** Review dates that paper has room for: those of the baseline and the follow-up, then the latest. */
const DATES_ON_PAPER = 10;

/** A heat map per criterion, subjects by review dates, in the programme's order of criteria. */
export function studentHeatMaps(
  page: StudentPage,
  details: StudentDetails,
  options: Options = {},
): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const criteria = page.outcomes.flatMap(({ id, label }, outcome) =>
    id === "predictions" || id === "test results" ? [] : [{ label, outcome }],
  );
  const isCriterion = ({ outcome }: GradeLine): boolean => criteria.some((one) => one.outcome === outcome);
  const lines = details.grades.filter(isCriterion);
  if (lines.length === 0) return quiet(b, "No review grade is known.");
  const places = [...new Set(lines.flatMap(({ cells }) => cells.map(([place]) => place)))].sort(
    (x, y) => x - y,
  );
  const used = new Set(
    lines.flatMap(({ cells }) => cells.flatMap(([place, , , , , mark]) => (mark === "" ? [] : [place]))),
  );
  const latest = places
    .filter((place) => !used.has(place))
    .slice(-Math.max(0, DATES_ON_PAPER - used.size) || Infinity);
  const onPaper = new Set([...used, ...latest]);
  const left = places.filter((place) => !onPaper.has(place)).length;
  const subjects = [...new Set(lines.map(({ subject }) => subject))];
  return h(
    "div",
    { class: "heat" },
    h(
      "div",
      { class: "heat-maps" },
      criteria
        .filter(({ outcome }) => lines.some((line) => line.outcome === outcome))
        .map(({ label, outcome }) =>
          heatMap(
            {
              title: label,
              rowHeader: "Subject",
              columns: places.map((place) => {
                const [day = "", month = ""] = shortDate(details.dates[place]).split(" ");
                return {
                  lines: [day, month] as const,
                  words: date(details.dates[place]),
                  onPaper: onPaper.has(place),
                };
              }),
              rows: subjects.map((subject) => {
                const own = lines.find((line) => line.subject === subject && line.outcome === outcome);
                return {
                  label: subject,
                  cells: places.map((place) =>
                    heatCell(
                      page,
                      own?.cells.find(([at]) => at === place),
                    ),
                  ),
                };
              }),
            },
            options,
          ),
        ),
    ),
    h(
      "p",
      { class: "note" },
      "The stronger the colour, the better the grade stands on its scale. ↑ ↓: up or down since the review before.",
      used.size > 0 && " Outlined: taken by the evaluation as the baseline (B) or the follow-up (F).",
      left > 0 && h("span", { class: "paper-only" }, ` ${left} earlier review dates are on the screen.`),
    ),
    csvButton(b, "student-review-grades", "review grades", () => [
      ["Criterion", "Subject", "Date", "Grade", "Change", "Used as"],
      ...lines.flatMap(({ subject, outcome, cells }) =>
        cells.map(([place, grade, , , direction, mark]) => [
          page.outcomes[outcome]!.label,
          subject,
          details.dates[place]!,
          grade,
          direction,
          mark === "" ? null : MARKS[mark],
        ]),
      ),
    ]),
  );
}

function heatCell(page: StudentPage, cell: GradeCell | undefined): HeatCell | null {
  if (!cell) return null;
  const [, text, rank, scale, direction, mark] = cell;
  const size = scale === null ? null : page.scales[scale]!.size;
  return {
    text,
    level: rank === null || size === null ? null : size === 1 ? 1 : (rank - 1) / (size - 1),
    direction,
    mark: mark === "" ? null : { letter: mark, words: MARKS[mark] },
  };
}

/** Predicted against target by subject: over time as a line, the gap in words. */
export function studentTargets(
  page: StudentPage,
  details: StudentDetails,
  options: Options = {},
): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const place = (id: string) => page.outcomes.findIndex((outcome) => outcome.id === id);
  const lineOf = (subject: string, id: string) =>
    details.grades.find((line) => line.subject === subject && line.outcome === place(id))?.cells ?? [];
  const subjects = [
    ...new Set([
      ...details.grades
        .filter(({ outcome }) => [place("predictions"), place("test results")].includes(outcome))
        .map(({ subject }) => subject),
      ...details.targets.map(({ subject }) => subject),
    ]),
  ].sort();
  if (subjects.length === 0) return quiet(b, "No predicted grade and no target is known.");
  const rows = subjects.map((subject) => {
    const predicted = lineOf(subject, "predictions");
    const target = details.targets.find((one) => one.subject === subject);
    return {
      subject,
      predicted,
      latest: predicted.at(-1)?.[1] ?? null,
      target,
      result: lineOf(subject, "test results").at(-1)?.[1] ?? null,
      words: gapWords(predicted.at(-1)?.[1], target),
    };
  });
  const hasResults = rows.some(({ result }) => result !== null);
  const id = uniqueId("targets");
  const head = (text: string) => h("th", { scope: "col" }, text);
  return h(
    "div",
    { class: "data-table targets-table" },
    h(
      "div",
      { class: "scroll", role: "region", tabindex: 0, "aria-labelledby": id },
      h(
        "table",
        {},
        h("caption", { id }, h("span", {}, "Predicted grades over time, and the target as a dashed line")),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            head("Subject"),
            head("Over time"),
            head("Predicted"),
            head("Target"),
            hasResults && head("Result"),
            head("In words"),
          ),
        ),
        h(
          "tbody",
          {},
          rows.map(({ subject, predicted, latest, target, result, words }) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, subject),
              h("td", { class: "over-time" }, spark(page, details, subject, predicted, target, options)),
              h("td", { class: "grade" }, latest ?? "–"),
              h("td", { class: "grade" }, target?.grade ?? "–"),
              hasResults && h("td", { class: "grade" }, result ?? "–"),
              h("td", {}, words),
            ),
          ),
        ),
      ),
    ),
    csvButton(b, "student-targets", "predicted grades and targets", () => [
      ["Subject", "Predicted", "Target", "Grades below target", "Result", "Predicted over time"],
      ...rows.map(({ subject, latest, target, result, predicted }) => [
        subject,
        latest,
        target?.grade ?? null,
        target?.gap ?? null,
        result,
        predicted.map(([, grade]) => grade).join(" "),
      ]),
    ]),
  );
}

function spark(
  page: StudentPage,
  { dates }: StudentDetails,
  subject: string,
  predicted: readonly GradeCell[],
  target: StudentDetails["targets"][number] | undefined,
  options: Options,
): Node | string {
  const scale = predicted.at(-1)?.[3] ?? null;
  const own = predicted.filter((cell) => cell[3] === scale && cell[2] !== null);
  if (scale === null || own.length === 0) return "–";
  const [from, to] = [Date.parse(page.from), Date.parse(page.to)];
  const words = own.map(([place, grade]) => `${grade} on ${date(dates[place])}`).join(", ");
  return sparkLine(
    {
      description: `${subject}, predicted ${words}${target ? `; target ${target.grade}` : ""}.`,
      points: own.map(([place, , rank]) => ({
        at: Math.min(1, Math.max(0, (Date.parse(dates[place]!) - from) / Math.max(1, to - from))),
        value: rank!,
      })),
      target: target && target.scale === scale ? target.rank : null,
    },
    options,
  );
}

function gapWords(latest: string | undefined, target: StudentDetails["targets"][number] | undefined): string {
  if (!target) return latest === undefined ? "not known" : "no target";
  if (latest === undefined) return "no predicted grade";
  if (target.gap === null) return "on another scale than the target";
  if (target.gap === 0) return "on target";
  const size = Math.abs(target.gap);
  return `${plain(size)} ${size === 1 ? "grade" : "grades"} ${target.gap > 0 ? "below" : "above"} target`;
}
