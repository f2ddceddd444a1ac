import type { DeliveryPage } from "../../loaders/editions/delivery.ts";
import { type Builder, builder, card, type Options } from "./dom.js";
import { count, date, plural, sentenceCase, shortDate } from "./format.js";
import { meetingKinds, planned } from "./meeting-kinds.js";
import { legend } from "./piece.js";
import { stackedColumns } from "./stacked-columns.js";
import { numberCell, tableDetails } from "./table.js";

type Closed = DeliveryPage["closed"][number];

const DAY = 86_400_000;
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** A letter for each time the school was closed: A to Z, then AA. */
const markOf = (i: number): string =>
  (i < 26 ? "" : markOf(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));

/** Meetings week by week, over the days when the school was closed. */
export function weeksCard(page: DeliveryPage, options: Options = {}): Node {
  const b = builder(options);
  const { meetings, weeks, closed } = page;
  if (!meetings || meetings.planned === 0) return b.nothing();
  const { h } = b;
  const kinds = meetingKinds(meetings.counts);
  const first = weeks[0]!.week;
  const place = (day: string): number => {
    const days = daysFrom(first, day);
    return Math.floor(days / 7) + Math.min(5, days % 7) / 5;
  };
  return card(
    b,
    "Meetings by week",
    { class: "delivery" },
    h(
      "figure",
      { class: "chart" },
      legend(b, kinds),
      stackedColumns(b, {
        label: `Meetings by week from ${date(first)}. ${weeks
          .filter((week) => planned(week) > 0)
          .map(
            (week) =>
              `Week of ${date(week.week)}: ${kinds
                .filter(({ key }) => week[key] > 0)
                .map(({ key, words }) => `${count(week[key])} ${words}`)
                .join(", ")}.`,
          )
          .join(" ")} ${closed.map((time) => `Closed: ${closedWords(time)}.`).join(" ")}`.trim(),
        looks: kinds.map(({ look }) => look),
        columns: weeks.map((week) => kinds.map(({ key }) => week[key])),
        ticks: months(weeks.map(({ week }) => week)),
        bands: closed.map((time, i) => ({
          from: place(time.from),
          to: place(time.to) + 0.2,
          mark: markOf(i),
        })),
      }),
      h(
        "figcaption",
        {},
        "Each column is a week from Monday; a meeting that was moved stands in the week in which it was held.",
      ),
    ),
    closed.length > 0 && closedList(b, closed),
    tableDetails(b, table(page)),
  );
}

const closedWords = ({ label, from, to }: Closed): string =>
  `${label}, ${from === to ? date(from) : `${shortDate(from)} to ${shortDate(to)}`}`;

function closedList({ h }: Builder, closed: readonly Closed[]): HTMLElement {
  return h(
    "div",
    { class: "closed-times" },
    h("p", { class: "note" }, "Shaded: weekdays on which the school was closed."),
    h(
      "ol",
      {},
      closed.map((time, i) =>
        h("li", {}, h("strong", {}, markOf(i)), ` ${closedWords(time)} (${plural(time.days, "weekday")})`),
      ),
    ),
  );
}

/** The weeks in which a month begins, the year below the first and each January; some months are left out where they are many. */
function months(weeks: readonly string[]) {
  const begins = weeks.flatMap((week, place) =>
    place === 0 || weeks[place - 1]!.slice(0, 7) !== week.slice(0, 7) ? [{ week, place }] : [],
  );
  const roomy = begins.filter((_, i) => i > 0 || (begins[1]?.place ?? 3) >= 3);
  const every = Math.ceil(roomy.length / 12);
  return roomy
    .filter((_, i) => i % every === 0)
    .map(({ week, place }, i, all) => {
      const [, month, year] = shortDate(week).split(" ");
      const before = all[i - 1]?.week.slice(0, 4);
      return { place, text: month!, ...(before === year ? {} : { below: year! }) };
    });
}

function table({ weeks, closed, meetings }: DeliveryPage) {
  const kinds = meetingKinds(meetings!.counts);
  const closedIn = (week: string): string =>
    closed
      .filter(({ from, to }) => daysFrom(week, to) >= 0 && daysFrom(week, from) < 5)
      .map(({ label }) => label)
      .join(", ");
  return {
    caption: "Meetings by week, and the days the school was open",
    filename: "meetings-by-week",
    columns: [
      { label: "Week from" },
      { label: "Planned", numeric: true },
      ...kinds.map(({ words }) => ({
        label: sentenceCase(words),
        numeric: true,
      })),
      { label: "School days", numeric: true },
      { label: "Closed" },
    ],
    rows: weeks.map((week) => [
      { text: shortDate(week.week), value: week.week },
      numberCell(planned(week), count),
      ...kinds.map(({ key }) => numberCell(week[key], count)),
      numberCell(week.school_days, count),
      closedIn(week.week),
    ]),
    notes: [
      "School days run from the first agreement to the date of the data, so the first and the last week may hold fewer.",
    ],
  };
}
