/** A clause that says a text holds digits other than 0 to 9, such as full-width ones; null where it holds none. */
export function foreignDigits(text: string): string | null {
  return /(?![0-9])\p{Nd}/u.test(text) ? "it holds digits that are not the plain 0 to 9" : null;
}
