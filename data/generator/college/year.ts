import { Calendar } from "../calendar.ts";

export const asOf = "2011-04-01";

export const reviewDates = [
  "2010-09-24",
  "2010-10-15",
  "2010-11-05",
  "2010-11-26",
  "2010-12-17",
  "2011-01-14",
  "2011-02-04",
  "2011-03-04",
  "2011-03-25",
] as const;

export const halfTerms = [
  ["2010-09-06", "2010-10-22"],
  ["2010-11-01", "2010-12-21"],
  ["2011-01-04", "2011-02-18"],
  ["2011-02-28", asOf],
] as const;

export const calendar = new Calendar([
  { startsOn: "2010-09-06", endsOn: "2010-12-21", kind: "term", label: "Autumn term" },
  { startsOn: "2010-10-25", endsOn: "2010-10-29", kind: "holiday", label: "October half-term" },
  { startsOn: "2010-12-01", endsOn: "2010-12-03", kind: "closure", label: "Snow" },
  { startsOn: "2010-12-20", endsOn: "2010-12-21", kind: "closure", label: "Snow" },
  { startsOn: "2010-12-22", endsOn: "2011-01-03", kind: "holiday", label: "Christmas" },
  { startsOn: "2011-01-04", endsOn: "2011-04-08", kind: "term", label: "Spring term" },
  { startsOn: "2011-02-21", endsOn: "2011-02-25", kind: "holiday", label: "February half-term" },
  { startsOn: "2011-04-11", endsOn: "2011-04-25", kind: "holiday", label: "Easter" },
  { startsOn: "2011-04-26", endsOn: "2011-07-08", kind: "term", label: "Summer term" },
  { startsOn: "2011-05-30", endsOn: "2011-06-03", kind: "holiday", label: "May half-term" },
]);
