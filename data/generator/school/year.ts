import { Calendar } from "../calendar.ts";

export const asOf = "2013-06-14";

export type YearGroup = 7 | 8 | 9 | 10 | 11 | 12 | 13;

/** Students on roll: 1,511 in all. */
export const roll: Record<YearGroup, number> = { 7: 238, 8: 240, 9: 242, 10: 245, 11: 250, 12: 158, 13: 138 };

export function reviewDates(year: YearGroup): readonly string[] {
  if (year === 11) return ["2012-10-12", "2012-12-14", "2013-02-08", "2013-04-26", "2013-05-24"];
  if (year >= 12) return ["2012-10-05", "2013-01-25", "2013-05-10"];
  return ["2012-10-19", "2013-02-15", "2013-05-17"];
}

export const terms = [
  ["2012-09-03", "2012-12-21"],
  ["2013-01-07", "2013-03-28"],
  ["2013-04-15", asOf],
] as const;

export const calendar = new Calendar([
  { startsOn: "2012-09-03", endsOn: "2012-12-21", kind: "term", label: "Autumn term" },
  { startsOn: "2012-09-03", endsOn: "2012-09-03", kind: "closure", label: "Staff training" },
  { startsOn: "2012-10-29", endsOn: "2012-11-02", kind: "holiday", label: "October half-term" },
  { startsOn: "2012-12-24", endsOn: "2013-01-04", kind: "holiday", label: "Christmas" },
  { startsOn: "2013-01-07", endsOn: "2013-03-28", kind: "term", label: "Spring term" },
  { startsOn: "2013-01-18", endsOn: "2013-01-18", kind: "closure", label: "Snow" },
  { startsOn: "2013-01-21", endsOn: "2013-01-21", kind: "closure", label: "Snow" },
  { startsOn: "2013-02-18", endsOn: "2013-02-22", kind: "holiday", label: "February half-term" },
  { startsOn: "2013-03-29", endsOn: "2013-04-12", kind: "holiday", label: "Easter" },
  { startsOn: "2013-04-15", endsOn: "2013-07-23", kind: "term", label: "Summer term" },
  { startsOn: "2013-05-06", endsOn: "2013-05-06", kind: "closure", label: "Bank holiday" },
  { startsOn: "2013-05-27", endsOn: "2013-05-31", kind: "holiday", label: "May half-term" },
]);
