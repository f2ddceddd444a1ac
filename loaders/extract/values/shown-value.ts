import type { ColumnType } from "../tables.ts";

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const dateLike = new RegExp(
  String.raw`^(?:\d|[\s/.,:+-]|${months}|(?:st|nd|rd|th)(?![a-z])|[TZ](?![a-z]))+$`,
  "i",
);
const numberLike = /^[+-]?[\d.,\s]{1,8}(?:e[+-]?\d{1,3})?\s?%?$/i;
const yearLike = /^(?:nc\s?)?(?:year|yr|y)?\s{0,3}\d{1,2}$/i;

/**
 * The text of a cell that could not be read, where it may stand in a report: it is written like a value of its column.
 * In a line whose cells have slipped, any other text may be somebody's name or identifier.
 * @returns null for such a text.
 */
export function shownValue(type: ColumnType, text: string): string | null {
  if (text.length > 40) return null;
  if (type === "date") return dateLike.test(text) && /\d[\s/.-]|^\d{5}$|[a-z]/i.test(text) ? text : null;
  if (type === "number" || type === "whole") return numberLike.test(text) ? text : null;
  if (type === "year_group") return yearLike.test(text) ? text : null;
  return null;
}

const ordinary = new Set(
  "achieved achievement anticipated assessment attainment attendance attitude attl atl behaviour classwork coursework collection comment conduct consolidation contribution current data deadlines effort engagement equipment exam expected final focus forecast grade grades homework independence in independent learning level mark meeting minimum mock on organisation participation points predicted prediction presentation prep progress punctuality quality skills wellbeing readiness resilience result review score standard study target targets technique term test to track tracking uniform working work autumn spring summer half year interim report round dc ap".split(
    " ",
  ),
);

/**
 * A name of an aspect or a review, where it may stand in a report: one of its words is one that such names are made of,
 * or it is a single word that nobody is called by.
 * @param isName Whether a word, in lower case, is part of the name of a student.
 * @returns null for a text that may be somebody's name.
 */
export function shownName(text: string, isName: (word: string) => boolean): string | null {
  const words = wordsOf(text);
  if (text.length > 60 || words.length === 0 || words.some(isName)) return null;
  return words.length === 1 || words.some((word) => ordinary.has(word)) ? text : null;
}

/** The words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
