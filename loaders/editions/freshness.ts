import { count, longDate, sentenceCase } from "../evaluation/words.ts";
import { daysBetween } from "../programme/days.ts";
import type { Freshness } from "./page-data.ts";

/**
 * How fresh the data of a page are.
 * @param asOf The programme's asOf.
 * @param newest The latest review date of each student on the page; null for a student without a review.
 */
export function freshness(asOf: string, newest: readonly (string | null)[]): Freshness {
  const dates = newest.filter((date) => date !== null).sort();
  const [oldestReview, newestReview] = [dates[0] ?? null, dates.at(-1) ?? null];
  const without = newest.length - dates.length;
  const parts = [`Data as of ${longDate(asOf)}.`];
  if (newestReview && oldestReview) {
    parts.push(
      newestReview === oldestReview
        ? `Everybody's latest review is of ${longDate(newestReview)}, ${age(newestReview, asOf)}.`
        : `The latest review is of ${longDate(newestReview)}; the student reviewed longest ago was last reviewed on ${longDate(oldestReview)}, ${age(oldestReview, asOf)}.`,
    );
  }
  if (without > 0 && newest.length > 0) {
    parts.push(`${sentenceCase(count(without, "student has", "students have"))} no review this year.`);
  }
  return { asOf, newestReview, oldestReview, sentence: parts.join(" ") };
}

/** How long before asOf a date is, in words. */
export function age(date: string, asOf: string): string {
  const days = daysBetween(date, asOf);
  if (days === 0) return "the same day";
  return days < 14 ? `${count(days, "day")} earlier` : `${count(Math.floor(days / 7), "week")} earlier`;
}
