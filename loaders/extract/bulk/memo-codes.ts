import type { CellDictionary } from "./cell-dictionary.ts";

/** A cell that cannot be settled by itself: its line is read as a record. */
export const irregular = -1;
/** A cell that holds no value, empty or a missing token. */
export const missing = -2;
/** A value that is counted and left out. */
export const unmapped = -3;

const unread = -4;

/** What the cells of a column mean, found once for each different cell. */
export class MemoCodes {
  private codes = new Int32Array(64).fill(unread);

  /**
   * @param dictionary The column's cells.
   * @param decode Gives a cell's text, or null where its bytes are not text.
   * @param read Gives the code of a trimmed text, of the cell with this number: 0 or more for a value, or irregular, missing, unmapped.
   */
  constructor(
    private readonly dictionary: CellDictionary,
    private readonly decode: (bytes: Uint8Array) => string | null,
    private readonly read: (text: string, cell: number) => number,
  ) {}

  codeOf(id: number): number {
    const code = id < this.codes.length ? this.codes[id]! : unread;
    return code !== unread ? code : this.settle(id);
  }

  private settle(id: number): number {
    if (id >= this.codes.length) {
      const larger = new Int32Array(Math.max(id + 1, this.codes.length * 2)).fill(unread);
      larger.set(this.codes);
      this.codes = larger;
    }
    const text = this.decode(this.dictionary.bytesOf(id));
    const code = text === null ? irregular : this.read(text.trim(), id);
    this.codes[id] = code;
    return code;
  }
}
