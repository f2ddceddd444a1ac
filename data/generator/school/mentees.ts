import type { YearGroup } from "./year.ts";

/** Whether a Year 11 student is on track for five A*-C with English and mathematics, before and after. */
export type Course = "stays on" | "gains" | "loses" | "stays off";

/** Year 11: 38 students mentored, 30 of them here. 9 of the 30 are on track before, 20 after. */
export const menteeCourses: readonly [Course, number][] = [
  ["stays on", 8],
  ["gains", 12],
  ["loses", 1],
  ["stays off", 9],
];

/** The other 220: with the mentees, 115 of 250 are on track before, 142 after. */
export const otherCourses: readonly [Course, number][] = [
  ["stays on", 98],
  ["gains", 24],
  ["loses", 8],
  ["stays off", 90],
];

export const menteesElsewhere: Partial<Record<YearGroup, number>> = { 9: 3, 10: 5 };

export interface Agreement {
  startsOn: string;
  endedOn: string | null;
  endReason: "" | "completed" | "no_progress" | "other";
  mentor: string;
}

const starts = ["2012-11-05", "2012-11-07", "2012-11-12", "2012-11-14", "2012-11-15", "2012-11-19"];
const ends = [
  ...Array(5).fill("2013-04-19"),
  ...Array(6).fill("2013-05-03"),
  ...Array(5).fill("2013-05-10"),
  ...Array(6).fill("2013-05-17"),
  ...Array(4).fill("2013-05-24"),
  ...Array(12).fill(null),
] as (string | null)[];

/** The agreement of the nth mentee of 38, mentees of Year 11 first. Two of them came round to it late. */
export function agreementOf(index: number): Agreement {
  const endedOn = ends[(index * 11) % 38]!;
  return {
    startsOn: lateStart(index) ?? starts[index % starts.length]!,
    endedOn,
    endReason: endedOn === null ? "" : index === 21 ? "no_progress" : index === 32 ? "other" : "completed",
    mentor: mentors[index % mentors.length]![0],
  };
}

function lateStart(index: number): string | null {
  return index === 7 || index === 19 ? "2013-01-14" : null;
}

export const mentors = [
  ["S01", "Mrs P Abernethy", "Headteacher"],
  ["S02", "Mr C Brocklebank", "Deputy Headteacher"],
  ["S03", "Ms L Culverhouse", "Deputy Headteacher"],
  ["S04", "Mr G Daventry", "Assistant Headteacher"],
  ["S05", "Mrs N Entwistle", "Assistant Headteacher"],
  ["S06", "Mr K Featherstone", "Assistant Headteacher"],
  ["S07", "Ms O Gascoigne", "Assistant Headteacher"],
  ["S08", "Mrs V Hollingsworth", "Head of English"],
  ["S09", "Mr E Inchbald", "Head of Mathematics"],
  ["S10", "Ms T Jellicoe", "Head of Year 11"],
  ["S11", "Mr M Kingswood", "Head of Science"],
  ["S12", "Mrs D Loxley", "Teacher of History"],
  ["S13", "Mr A Montague", "Teacher of Geography"],
  ["S14", "Ms Y Nightingale", "Teacher of Art"],
  ["S15", "Mr R Osgathorpe", "Teacher of Physical Education"],
] as const;
