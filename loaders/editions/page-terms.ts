import { terms } from "../methods/terms.ts";

/** A word that pages explain where it stands. */
export interface PageTerm {
  word: string;
  forms: readonly string[];
  sense: string;
}

/** The words that pages explain in place; code stands in their senses without its marks. */
export function pageTerms(): PageTerm[] {
  return terms.flatMap(({ word, sense, forms }) =>
    forms ? [{ word, forms, sense: sense.replaceAll(/ \(`[^`]*`\)|`/g, "") }] : [],
  );
}
