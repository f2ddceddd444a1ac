interface TextColumn {
  label: string;
  /** Numbers stand to the right. */
  number?: boolean;
  /** Characters at most on a terminal; a longer cell goes on over more lines. */
  atMost?: number;
}

const gap = "  ";

/** The last column keeps so many characters, however wide the others are. */
const narrowest = 24;

/**
 * Rows as aligned columns. On a terminal cells are wrapped so that the table is no wider than it; the last column
 * takes what the others leave.
 * @param width Characters of a line; Infinity where the text is not for a terminal: then nothing is wrapped.
 * @returns the lines, the header first.
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const bounded = Number.isFinite(width);
  const widths = columns.map(({ label, atMost = Infinity }, i) => {
    const natural = rows.reduce((widest, row) => Math.max(widest, size(row[i]!)), size(label));
    return bounded ? Math.min(natural, Math.max(atMost, size(label))) : natural;
  });
  const last = columns.length - 1;
  if (bounded) {
    const before = widths.slice(0, last).reduce((sum, one) => sum + one + gap.length, 0);
    widths[last] = Math.min(widths[last]!, Math.max(narrowest, width - before));
  }
  return [columns.map(({ label }) => label), ...rows].flatMap((row) => {
    const cells = row.map((text, i) => wrap(text, widths[i]!));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, i) => pad(lines[line] ?? "", widths[i]!, columns[i]!.number === true))
        .join(gap)
        .trimEnd(),
    );
  });
}

/** A text in lines of at most so many characters, broken at spaces, or within a word that is longer. */
export function wrap(text: string, width: number): string[] {
  if (size(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && size(line) + 1 + size(word) <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = chunks(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return [...lines, line];
}

function chunks(word: string, width: number): string[] {
  const characters = [...word];
  const pieces: string[] = [];
  for (let i = 0; i < characters.length; i += width) pieces.push(characters.slice(i, i + width).join(""));
  return pieces;
}

const size = (text: string): number => [...text].length;

function pad(text: string, width: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, width - size(text)));
  return right ? space + text : text + space;
}
