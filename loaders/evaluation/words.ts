/** Numbers and counts in words of British English, for generated sentences. */

const small = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** 0 to 12 as a word, larger numbers in digits: "six", "38", "1,511". */
export function numberWord(n: number): string {
  return small[n] ?? n.toLocaleString("en-GB");
}

/** Numbers that stand side by side: all as words, or all in digits where one of them is above twelve; 0 is "none". */
export function alike(...numbers: readonly number[]): string[] {
  const inDigits = numbers.some((n) => n >= small.length);
  return numbers.map((n) => (n === 0 ? "none" : inDigits ? n.toLocaleString("en-GB") : numberWord(n)));
}

/** "one student", "12 students", "no students". */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${numberWord(n)} ${n === 1 ? singular : plural}`;
}

/** The first letter as a capital. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label within a sentence: "Focus" as "focus", but "GCSE mark" as it is. */
export function withinSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** A signed number with two decimals and a real minus sign: "+0.13", "−0.03", "0.00". */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (Number(text) === 0) return text;
  return `${value < 0 ? "\u2212" : "+"}${text}`;
}

/** A p value as practitioners write it: "p = 0.29", "p = 0.055", "p < 0.001". */
export function pValue(p: number): string {
  if (p < 0.001) return "p < 0.001";
  const text = p.toFixed(p < 0.0995 ? 3 : 2);
  return `p = ${Number(text) === 1 ? "1" : text}`;
}

/** "9 of 30", with the percentage only where n is at least 20. */
export function share(k: number, n: number): string {
  return n >= 20 ? `${k} of ${n} (${Math.round((100 * k) / n)}%)` : `${k} of ${n}`;
}

/** A date as readers write it: "1 April 2011". */
export function longDate(iso: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

/** "a, b and c". */
export function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
