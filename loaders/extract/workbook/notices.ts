import { columnLetters, type Place } from "./cell-reference.ts";

/** Something about a sheet that a data manager must know. Row and column letter name the first place, where there is one. */
export interface SheetNotice {
  row: number | null;
  column: string | null;
  code: string;
  message: string;
}

/** Cells of one kind: how many there are, and which comes first in reading order. */
export class CellTally {
  count = 0;
  first: Place | null = null;

  add(place: Place): void {
    this.count++;
    const { first } = this;
    if (!first || place.row < first.row || (place.row === first.row && place.column < first.column)) {
      this.first = place;
    }
  }
}

/** Tallies by column. */
export class ColumnTallies {
  private readonly tallies = new Map<number, CellTally>();

  add(place: Place): void {
    const tally = this.tallies.get(place.column) ?? new CellTally();
    tally.add(place);
    this.tallies.set(place.column, tally);
  }

  /** One notice a column, from left to right. */
  notices(code: string, message: (count: number, row: number) => string): SheetNotice[] {
    return [...this.tallies.entries()]
      .sort(([a], [b]) => a - b)
      .map(([column, { count, first }]) => ({
        row: first!.row,
        column: columnLetters(column),
        code,
        message: message(count, first!.row),
      }));
  }
}

/** A count with its noun. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? `One ${one}` : `${count} ${many}`;
}
