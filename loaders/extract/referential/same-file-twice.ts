import { createHash } from "node:crypto";
import { datesInName, titledDates } from "../date-in-name.ts";
import type { SourceFile } from "../source-file.ts";
import { compare } from "./small-tables.ts";

const emptySha256 = createHash("sha256").digest("hex");

/** Stands after every date. */
const undated = "9999-99-99";

type Export = Pick<SourceFile, "name" | "sheet" | "sha256" | "source">;

/** What the name and the settings of a file say of its date: two files of the same bytes must not differ in it. */
function datesOf({ name, source }: Export): string[] {
  const { reviewDate, reviewDates = {} } = source ?? {};
  const declared = reviewDate ? [reviewDate] : titledDates([name], new Map(Object.entries(reviewDates)));
  return declared.length > 0 ? declared : datesInName(name);
}

/** The files of each content that two files or more have, in order; of workbooks each sheet is looked at by itself. */
function copies<T extends Export>(files: readonly T[]): T[][] {
  const byContent = new Map<string, T[]>();
  for (const file of files) {
    if (file.sha256 === null || file.sha256 === emptySha256) continue;
    const content = JSON.stringify([file.sha256, file.sheet]);
    byContent.set(content, [...(byContent.get(content) ?? []), file]);
  }
  return [...byContent.values()].filter((group) => group.length > 1);
}

/**
 * Refuses every file whose bytes are those of another one of an earlier date, for the same contents would then stand
 * for two days. Beside a file that has a date, one without is refused.
 * @param files In the order of their paths; none of them is read yet.
 * @returns the files that were refused.
 */
export function refuseSameFiles<T extends Export & Pick<SourceFile, "refuse">>(files: readonly T[]): Set<T> {
  const refused = new Set<T>();
  for (const group of copies(files)) {
    const dated = group.map((file) => ({ file, dates: datesOf(file) }));
    const [first, ...others] = dated.sort((a, b) => compare(a.dates[0] ?? undated, b.dates[0] ?? undated));
    for (const { file, dates } of others) {
      if (dates.join() === first!.dates.join()) continue;
      file.refuse({
        column: null,
        code: "duplicate-file",
        message: `This file is the same, byte for byte, as ${first!.file.name}, but by its name or by programme.json it is not of the same date. Nothing of it is read. Export it again if it should hold newer data, or remove it.`,
      });
      refused.add(file);
    }
  }
  return refused;
}

/** Warns on every one of files that are the same: their rows collapse without a word. */
export function warnSameFiles<T extends Export & Pick<SourceFile, "warn">>(
  files: readonly T[],
  refused: ReadonlySet<T>,
): void {
  for (const group of copies(files.filter((file) => !refused.has(file)))) {
    for (const file of group) {
      const other = group.find((each) => each !== file)!;
      file.warn(null, {
        column: null,
        code: "duplicate-file",
        message: `This file and ${other.name} are the same, byte for byte. Remove one of them.`,
      });
    }
  }
}
