/** A place in a sheet; both numbers are 1-based. */
export interface Place {
  row: number;
  column: number;
}

/** A rectangle of cells, both corners included. */
export interface CellRange {
  first: Place;
  last: Place;
}

/**
 * The letters of a column.
 * @example columnLetters(28) // => "AB"
 */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * Reads A1 notation; null for anything else, absolute references included.
 * @example readReference("AB7") // => { row: 7, column: 28 }
 */
export function readReference(text: string): Place | null {
  let column = 0;
  let i = 0;
  for (; i < text.length; i++) {
    const letter = text.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const digits = text.slice(i);
  if (i < 1 || i > 3 || !/^[1-9]\d{0,6}$/.test(digits)) return null;
  return { row: Number(digits), column };
}

/** Reads a range such as B1:D2, whichever corners it names, or a single cell; null for anything else. */
export function readRange(text: string): CellRange | null {
  const [a, b = a, ...more] = text.split(":").map(readReference);
  if (!a || !b || more.length > 0) return null;
  return {
    first: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    last: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

export function nameOfPlace({ row, column }: Place): string {
  return `${columnLetters(column)}${row}`;
}

export function nameOfRange({ first, last }: CellRange): string {
  return `${nameOfPlace(first)}:${nameOfPlace(last)}`;
}
