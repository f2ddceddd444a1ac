import type { Fact } from "../fact.ts";
import type { Problem } from "../problem.ts";

/** What a warning says about a fact; `column` is canonical, and shown as the file's own header. */
export type Warning = Omit<Problem, "line" | "severity"> & { column: string };

const shownPerKind = 20;

interface Tally {
  first: Fact;
  column: string;
  code: Problem["code"];
  count: number;
}

/** Notes warnings on the lines they are about; of one kind in one file only the first twenty, and then how many more. */
export class Warnings {
  private readonly tallies = new Map<Fact["record"]["file"], Map<string, Tally>>();

  /** @param kind Which warnings are alike: a short name that no other check uses. */
  warn(fact: Fact, kind: string, { column, code, message }: Warning): void {
    const { file, first } = fact.record;
    const header = fact.column ?? file.headers.get(column) ?? column;
    const ofFile = this.tallies.get(file) ?? new Map<string, Tally>();
    this.tallies.set(file, ofFile);
    const tally = ofFile.get(kind) ?? { first: fact, column: header, code, count: 0 };
    ofFile.set(kind, tally);
    tally.count++;
    if (tally.count <= shownPerKind) file.warn(first, { column: header, code, message });
  }

  /** Says of each file and kind how many warnings were not shown; to be called once, at the end. */
  close(): void {
    for (const [file, ofFile] of this.tallies) {
      for (const { first, column, code, count } of ofFile.values()) {
        const more = count - shownPerKind;
        if (more <= 0) continue;
        const lines = more === 1 ? "1 more line" : `${more} more lines`;
        file.warn(null, {
          column,
          code,
          message: `What is said of line ${first.record.first} holds for ${lines} of this file, apart from the ${shownPerKind} that are listed. Correct them in the same way.`,
        });
      }
    }
  }
}
