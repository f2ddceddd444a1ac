/** What a cell or a list says somebody is called, as words that can be compared. */
export interface PersonName {
  /** Words of the surname, and of what stands before it. */
  surname: readonly string[];
  /** Words of forenames and preferred names. */
  forename: readonly string[];
  /** Words of which it cannot be said where the surname ends. */
  unparted: readonly string[];
  /** All words, and those of each text as one: "obrien" beside "o" and "brien". */
  all: ReadonlySet<string>;
}

/** Letters that are no letter of English with an accent. */
const spelled: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/**
 * The words of a name without accents, apostrophes and capitals. Only words of the Latin alphabet are given: names in
 * two alphabets cannot be compared.
 */
export function nameWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}'’‘`´]/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => spelled[letter]!);
  return (plain.match(/\p{L}+/gu) ?? []).filter((word) => /^[a-z]+$/.test(word));
}

export function personName(
  surnames: readonly string[],
  forenames: readonly string[],
  unparted: readonly string[] = [],
): PersonName {
  const all = new Set<string>();
  const wordsOf = (texts: readonly string[]) =>
    texts.flatMap((text) => {
      const words = nameWords(text);
      for (const word of [...words, words.join("")]) if (word.length > 1) all.add(word);
      return words.filter((word) => word.length > 1);
    });
  return { surname: wordsOf(surnames), forename: wordsOf(forenames), unparted: wordsOf(unparted), all };
}

/** Whether two words may be one name: the same, one shortened (Sam, Samantha), or of five letters with a slip in one. */
export function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 3 && long.startsWith(short)) return true;
  return short.length >= 5 && long.length - short.length <= 1 && hasOneSlip(short, long);
}

/** Whether two words are equal but for one letter that is another, or is left out of the shorter one. */
function hasOneSlip(short: string, long: string): boolean {
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  return long.length - start - end <= 1;
}
