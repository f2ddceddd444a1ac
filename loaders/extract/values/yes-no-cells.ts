import { lowerFirst, settingsHint } from "../layout/snippet.ts";
import type { SourceFile } from "../source-file.ts";

interface Cells {
  blanks: number;
  /** Cells that say yes or no, but for F. */
  said: boolean;
  /** The first line with X, and with F. */
  ticked: number | null;
  letterF: number | null;
}

/** What the cells of a file's columns of yes and no look like: some that are read may have been meant otherwise. */
export class YesNoCells {
  private readonly columns = new Map<string, Cells>();

  /** @param value What the cell was read as; null for none. */
  note(column: string, text: string, value: unknown, line: number): void {
    const cells = this.columns.get(column) ?? { blanks: 0, said: false, ticked: null, letterF: null };
    this.columns.set(column, cells);
    if (text === "") cells.blanks++;
    else if (/^f$/i.test(text) && value === false) cells.letterF ??= line;
    else if (value !== null) cells.said = true;
    else if (/^x$/i.test(text)) cells.ticked ??= line;
  }

  /** Warns of columns of X alone, which is a missing token and perhaps a tick, and of F alone, which may stand for free. */
  warn(file: SourceFile): void {
    for (const [column, { blanks, said, ticked, letterF }] of this.columns) {
      if (said || blanks === 0 || (ticked === null) === (letterF === null)) continue;
      const header = file.headers.get(column) ?? column;
      const [letter, line] = ticked === null ? ["F", letterF] : ["X", ticked];
      const read = ticked === null ? "F is read as false" : "X is a token for no value";
      const hint = settingsHint(file, file.table!, { values: { [column]: { [letter]: "yes" } } });
      file.warn(line, {
        column: header,
        code: "constraint-error",
        message: `The cells of "${header}" are ${letter} or empty. ${read}, so nobody counts as yes. If it marks those who are: ${lowerFirst(hint)}`,
      });
    }
  }
}
