import type { Sex } from "../people.ts";

export interface MenteePlan {
  sex: Sex;
  year: number;
  mentor: string;
  startsOn: string;
  /** Null while the agreement is active. */
  endedOn: string | null;
  endReason: string;
  subjects: readonly string[];
  /** From the baseline to the follow-up: a text a criterion and a last one for the predicted grade; null for a quick leaver. */
  changes: readonly string[] | null;
  /** A first agreement that was extended ends here, and the next one starts on the following Monday. */
  firstEndsOn: string | null;
  /** The fourth subject is given up after this review, or begun with it. */
  fourthUntil: string | null;
  fourthFrom: string | null;
}

/**
 * The fourteen who started, the quick leavers last. Changes are six criteria and the predicted grade, one character a
 * subject: + up a grade, - down a grade, . the same, h up half a grade (one of two teachers), ^ from 1 to 5, b not
 * graded before the baseline, f not graded for the follow-up, x subject given up or begun. The twelve measured
 * reproduce the published table, students improved (declined): focus 6 (2), effort in lesson 6 (3), effort in homework
 * 5 (4), meeting deadlines 4 (8), consolidation 2 (3), exam technique 1 (3), predicted grade 6.
 */
const table = `
M 13 M01 2010-10-13 2010-12-10 completed | History, Business Studies, Media Studies, Geography
  h... +... .... .+.. .... .... ..+.
M 12 M02 2010-10-13 2011-01-14 completed | Law, Psychology, English Language, French
  +..x .-.x ..+x -..x ...x .-.x ...x | fourth until 2010-10-15
F 12 M03 2010-10-20 2011-01-28 completed | Sociology, Psychology, Film Studies, English Literature
  .+.. +.+. ...+ .... ..+. .... +...
M 13 M04 2010-11-03 2011-02-04 completed | Economics, Chemistry, Mathematics, Physics
  -... .... .-.. --.. ..-. ..b. .-..
M 12 M05 2010-11-03 2011-02-18 completed | Geography, Biology, Business Studies, Law
  ++.. .+.. .... +..- ...+ .... .++.
M 13 M06 2010-11-10 2011-01-28 no_progress | Media Studies, Law, Sociology, English Language
  .... +.-. -... .-.- .... .-.. ....
F 12 M07 2010-11-17 2011-03-18 completed | Psychology, Biology, Art and Design, Spanish
  ...x ...x +..x .-.x -..x ...x ...x | fourth until 2010-11-26, first ends 2011-01-14
M 13 M01 2010-11-24 active | History, Geography, Film Studies, Psychology
  +.-. .... .+.. +-.. .... ..+. +...
M 12 M02 2010-12-08 active | Sociology, Media Studies, English Language, History
  .... +... .... ^... .... .... +...
F 12 M03 2011-01-05 active | Mathematics, Chemistry, Psychology, Film Studies
  .+.x ...x -..x .--x ...x -..x .-.x | fourth from 2011-01-14
F 13 M04 2011-01-19 active | English Literature, Sociology, Law, Art and Design
  .... .-.. .... -... .f-. .... ....
M 12 M06 2011-01-26 active | Physics, Mathematics, Economics, Geography
  .... ..+. +.-. .... .... .... ...+
M 12 M05 2010-11-10 2010-11-24 withdrew | Business Studies, Economics, Media Studies, Geography
  quick leaver
F 12 M07 2011-01-12 2011-01-21 left | Art and Design, Psychology, Sociology, French
  quick leaver`;

export const menteePlans: readonly MenteePlan[] = table
  .trim()
  .split(/\n(?! )/)
  .map((text) => {
    const [agreement, rest] = text.split("\n") as [string, string];
    const [terms, subjects] = agreement.split(" | ") as [string, string];
    const [sex, year, mentor, startsOn, endedOn, endReason] = terms.split(" ") as [Sex, ...string[]];
    const dated = (label: string) => new RegExp(`${label} (\\S{10})`).exec(rest)?.[1] ?? null;
    return {
      sex,
      year: Number(year),
      mentor: mentor!,
      startsOn: startsOn!,
      endedOn: endedOn === "active" ? null : endedOn!,
      endReason: endReason ?? "",
      subjects: subjects.split(", "),
      changes: rest.includes("quick leaver") ? null : rest.trim().split(" ").slice(0, 7),
      firstEndsOn: dated("first ends"),
      fourthUntil: dated("fourth until"),
      fourthFrom: dated("fourth from"),
    };
  });
