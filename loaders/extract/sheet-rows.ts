import type { LineStore } from "./line-store.ts";
import type { Token } from "./text/tokenise.ts";

/** The rows of a workbook's sheet, written as CSV where they must be given back. */
export class SheetRows implements LineStore {
  private readonly byNumber: ReadonlyMap<number, readonly string[]>;

  /** @param last Number of the last row that holds anything; rows between that hold nothing are blank lines. */
  constructor(
    rows: readonly Token[],
    private readonly last: number,
  ) {
    this.byNumber = new Map(rows.map(({ first, cells }) => [first, cells ?? []]));
  }

  total(): number {
    return this.last;
  }

  *blanks(): Generator<boolean> {
    for (let row = 1; row <= this.last; row++) yield !this.byNumber.has(row);
  }

  *bytesOf(first: number, last: number): Generator<Uint8Array> {
    for (let row = first; row <= last; row++)
      yield Buffer.from(`${(this.byNumber.get(row) ?? []).map(quoted).join(",")}\n`, "utf8");
  }
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
