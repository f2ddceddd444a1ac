import type { DeliveryPage, WeeksCount } from "../../loaders/editions/delivery.ts";
import { builder, card, type Options } from "./dom.js";
import { count, plural, sentenceCase } from "./format.js";
import { type Look, legend } from "./piece.js";
import { stackedColumns } from "./stacked-columns.js";
import { numberCell, tableDetails } from "./table.js";

const KINDS: { key: Exclude<keyof WeeksCount, "weeks">; words: string; look: Look }[] = [
  { key: "measured", words: "measured, ended", look: { colour: "accent", texture: "full" } },
  { key: "measured_active", words: "measured, still active", look: { colour: "accent", texture: "stripes" } },
  { key: "not_measured", words: "not measured, ended", look: { colour: "same", texture: "full" } },
  {
    key: "not_measured_active",
    words: "not measured, still active",
    look: { colour: "same", texture: "stripes" },
  },
  { key: "quick_leaver", words: "quick leaver", look: { colour: "down", texture: "empty" } },
];

/** Mentees by their school weeks on the programme so far. */
export function menteeWeeksCard(page: DeliveryPage, options: Options = {}): Node {
  const b = builder(options);
  const { h } = b;
  const { menteeWeeks } = page;
  if (menteeWeeks.length === 0) return b.nothing();
  const total = (key: (typeof KINDS)[number]["key"]) => menteeWeeks.reduce((sum, row) => sum + row[key], 0);
  const kinds = KINDS.filter(({ key }) => total(key) > 0);
  const every = menteeWeeks.length <= 12 ? 1 : Math.ceil(menteeWeeks.length / 30) * 5;
  return card(
    b,
    "Weeks on the programme",
    { class: "delivery" },
    h(
      "figure",
      { class: "chart" },
      legend(
        b,
        kinds.map(({ key, words, look }) => ({ look, words: `${words}: ${count(total(key))}` })),
      ),
      stackedColumns(b, {
        label: `Mentees by weeks on the programme. ${menteeWeeks
          .flatMap((row) =>
            kinds
              .filter(({ key }) => row[key] > 0)
              .map(({ key, words }) => `${plural(row.weeks, "week")}: ${count(row[key])} ${words}.`),
          )
          .join(" ")}`,
        looks: kinds.map(({ look }) => look),
        columns: menteeWeeks.map((row) => kinds.map(({ key }) => row[key])),
        ticks: menteeWeeks
          .filter(({ weeks }) => weeks % every === 0)
          .map(({ weeks }) => ({ place: weeks, text: count(weeks) })),
      }),
      h(
        "figcaption",
        {},
        "Each column counts the mentees of so many school weeks, 0 on the left; weeks wholly of holiday or closure do not count. Weeks of those still active go on.",
      ),
    ),
    tableDetails(b, {
      caption: "Mentees by school weeks on the programme",
      filename: "weeks-on-the-programme",
      screenOnly: true,
      columns: [
        { label: "Weeks", numeric: true },
        ...kinds.map(({ words }) => ({
          label: sentenceCase(words),
          numeric: true,
        })),
      ],
      rows: menteeWeeks
        .filter((row) => kinds.some(({ key }) => row[key] > 0))
        .map((row) => [numberCell(row.weeks, count), ...kinds.map(({ key }) => numberCell(row[key], count))]),
    }),
  );
}
