/**
 * Small, naive readings of single lines and cells, written apart from the reader that they judge: by regular
 * expressions, one line at a time, with no thought of speed or of wider layouts.
 */

const missingTokens = new Set(["-", "N/A", "n/a", "NYA", "Abs", "X"]);

export function isMissing(text: string): boolean {
  return text === "" || missingTokens.has(text);
}

/** Windows-1252 from 0x80 on, where it is not Latin-1; the five bytes it does not define are left out. */
const high = new Map(
  [..."€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"].map((letter, i) => [
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94,
      0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][i]!,
    letter,
  ]),
);

/** The text of a line, or null where it is no text in the encoding or holds a NUL. */
export function decode(bytes: Uint8Array, encoding: "utf-8" | "windows-1252"): string | null {
  if (bytes.includes(0)) return null;
  if (encoding === "utf-8") {
    const text = Buffer.from(bytes).toString("utf8");
    return Buffer.from(text, "utf8").equals(bytes) ? text : null;
  }
  const letters = [...bytes].map((byte) =>
    byte >= 0x80 && byte <= 0x9f ? high.get(byte) : String.fromCharCode(byte),
  );
  return letters.includes(undefined) ? null : letters.join("");
}

/** The trimmed cells of one whole record by RFC 4180, or null where its quotation marks are not as they must be. */
export function strictCells(text: string, delimiter: string): string[] | null {
  const d = delimiter === "\t" ? "\\t" : delimiter;
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\n${d}]*))(${d}|$)`, "y");
  const cells: string[] = [];
  while (true) {
    const found = cell.exec(text);
    if (!found) return null;
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2]!).trim());
    if (found[3] === "") return cells;
  }
}

/** Lower case, with runs of spaces and underscores as one space. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== "")
    .join(" ");
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** ISO or day-first with a four-digit year, as ISO; null for another text and for no day of the calendar. */
export function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1]!, iso[2]!, iso[3]!]
    : dayFirst
      ? [dayFirst[4]!, dayFirst[3]!, dayFirst[1]!]
      : ["0", "0", "0"];
  const leap = +month === 2 && ((+year % 4 === 0) !== (+year % 100 === 0)) !== (+year % 400 === 0) ? 1 : 0;
  const length = (monthLengths[+month - 1] ?? 0) + leap;
  if (+year < 1900 || +year > 2199 || +day < 1 || +day > length) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** A grade of a scale as the scale writes it, whatever case and spaces it is typed with; or null. */
export function onScale(text: string, scale: readonly string[]): string | null {
  const typed = text.replace(/\s/g, "").toLowerCase();
  return scale.find((grade) => grade.toLowerCase() === typed) ?? null;
}

/** A word for a statistic, with a colon or without, and its value, which may stand beside it. */
const statistics =
  /^(?:mean|average|median|minimum|maximum|min|max|totals?|count)(?:\s*[:=]|(?:\s*[:=]\s*|\s+)-?\d[\d.,]*%?)?$/i;

/** Whether a record may be a statistics row: it begins like one and has an identity in no cell of these columns. */
export function likeFooter(cells: readonly string[], identities: readonly number[]): boolean {
  return statistics.test(cells[0]!) && identities.every((i) => i === 0 || cells[i] === "");
}

/** Whether a text holds a character that a name must not have: a control, a line break, a change of direction. */
export function hasControls(text: string): boolean {
  return /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text);
}

/** Whether a text can be an identifier: at most 100 characters, all of which can be seen. */
export function isIdentifier(text: string): boolean {
  return text.length > 0 && text.length <= 100 && !hasControls(text) && !/\p{Cf}/u.test(text);
}

/** A year group from 1 to 14, bare or after Year, Yr or Y; null for another text. */
export function readYear(text: string): string | null {
  const year = Number(/^(?:(?:year|yr|y)\.?\s*)?0?(\d{1,2})$/i.exec(text)?.[1] ?? 0);
  return year >= 1 && year <= 14 ? String(year) : null;
}
