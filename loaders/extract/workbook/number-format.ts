/** How a number format makes a number into text, as far as the text changes what a reader takes the value for. */
export type NumberFormat =
  | { kind: "plain" }
  /** Only zeros: leading zeros up to this many digits. */
  | { kind: "leading-zeros"; digits: number }
  | { kind: "percent" }
  | { kind: "date" }
  /** A date shown without its year, or without its day and century: what Excel makes of "5-4" and of "Apr-05". */
  | { kind: "short-date"; pieces: readonly Piece[] }
  | { kind: "time"; elapsed: boolean; decimals: number };

/** A run of one letter of a date format, or text in between. */
export interface Piece {
  unit:
    | "day"
    | "month"
    | "year"
    | "hour"
    | "minute"
    | "second"
    | "half-day"
    | "elapsed"
    | "decimals"
    | "percent"
    | "text";
  length: number;
  text: string;
}

/**
 * Codes of the built-in formats that matter here (ECMA-376 part 1, 18.8.30, with the East Asian ones, which are dates
 * and times elsewhere too); dates and times in the order of the United Kingdom.
 */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [9, "0%"],
  [10, "0.00%"],
  [14, "dd/mm/yyyy"],
  [15, "dd-mmm-yy"],
  [16, "dd-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "hh:mm"],
  [21, "hh:mm:ss"],
  [22, "dd/mm/yyyy hh:mm"],
  ...[27, 28, 29, 30, 31, 36].map((id): [number, string] => [id, "dd/mm/yyyy"]),
  ...[32, 33, 34, 35].map((id): [number, string] => [id, "hh:mm:ss"]),
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58].map((id): [number, string] => [id, "dd/mm/yyyy"]),
]);

/**
 * Tells what a format code does, by its first section (the one for positive numbers).
 * @param code such as `000000`, `0.0%`, `dd/mm/yyyy;@`, `[$-809]d mmmm yyyy`
 */
export function readNumberFormat(code: string): NumberFormat {
  if (/^0+$/.test(code)) return { kind: "leading-zeros", digits: code.length };
  const pieces = piecesOf(code);
  const find = (unit: Piece["unit"]): Piece | undefined => pieces.find((piece) => piece.unit === unit);
  const [day, month, year] = [find("day"), find("month"), find("year")];
  const elapsed = find("elapsed");
  const clock = find("hour") ?? find("minute") ?? find("second") ?? elapsed;
  if (day || month || year) {
    const named = month?.length === 3 && !clock;
    const dayAndMonth = day !== undefined && day.length <= 2 && !year;
    const monthAndShortYear = !day && year !== undefined && year.length <= 2;
    return named && (dayAndMonth || monthAndShortYear) ? { kind: "short-date", pieces } : { kind: "date" };
  }
  if (clock) {
    return { kind: "time", elapsed: elapsed !== undefined, decimals: find("decimals")?.length ?? 0 };
  }
  return { kind: find("percent") ? "percent" : "plain" };
}

const units: Record<string, Piece["unit"]> = {
  d: "day",
  m: "month",
  y: "year",
  h: "hour",
  s: "second",
};

/** One piece of a format code: quoted, escaped, padding, bracketed, half day, "General", decimals of seconds, a letter's run. */
const lexeme =
  /"([^"]*)"?|\\(.?)|_(.?)|\*.?|\[([^\]]*)\]?|(am\/pm|a\/p)|general|\.(0+)|(d+|m+|y+|h+|s+)|(.)/gisy;

/** The pieces of a format code's first section. */
function piecesOf(code: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (unit: Piece["unit"], text: string, length = text.length): void => {
    pieces.push({ unit, length, text });
  };
  for (const [, quoted, escaped, padding, bracketed, halfDay, decimals, run, other] of code.matchAll(
    lexeme,
  )) {
    if (other === ";") break;
    if (quoted !== undefined || escaped !== undefined) add("text", quoted ?? escaped!);
    else if (padding !== undefined) add("text", " ");
    else if (bracketed !== undefined) {
      if (/^(h+|m+|s+)$/i.test(bracketed)) add("elapsed", bracketed);
    } else if (halfDay !== undefined) add("half-day", halfDay);
    else if (decimals !== undefined) add("decimals", decimals);
    else if (run !== undefined) add(units[run[0]!.toLowerCase()]!, run);
    else if (other !== undefined) add(other === "%" ? "percent" : "text", other);
  }
  return pieces.map((piece, i) => (isMinutes(pieces, i) ? { ...piece, unit: "minute" } : piece));
}

/** An "m" or "mm" is minutes after hours and before seconds, and the month anywhere else. */
function isMinutes(pieces: readonly Piece[], at: number): boolean {
  const { unit, length } = pieces[at]!;
  if (unit !== "month" || length > 2) return false;
  const counts = (piece: Piece): boolean => piece.unit !== "text" && piece.unit !== "half-day";
  const before = pieces.slice(0, at).findLast(counts);
  const after = pieces.slice(at + 1).find(counts);
  return before?.unit === "hour" || before?.unit === "elapsed" || after?.unit === "second";
}
