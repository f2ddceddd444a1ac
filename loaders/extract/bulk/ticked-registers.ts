import type { FactColumns } from "./fact-columns.ts";

/** Marks with which people tick a list; as attendance codes X and Y mean that a student need not or cannot attend. */
const ticks: ReadonlySet<string | null> = new Set(["X", "Y", "N"]);

/**
 * Warns on every file whose marks are all X or Y, with N or without: they look like ticks, and would count nobody as
 * present.
 */
export function warnTickedRegisters(marks: FactColumns): void {
  const { cells, stride } = marks;
  const { values } = marks.dictionary("mark");
  const place = marks.placeOf("mark");
  const isTick = values.map((mark) => ticks.has(mark));
  for (const { file, first, end } of marks.filesWithRows()) {
    const used = new Set<string>();
    let row = first;
    for (; row < end; row++) {
      const code = cells[row * stride + place]!;
      if (!isTick[code]) break;
      used.add(values[code]!);
    }
    if (row < end || (!used.has("X") && !used.has("Y"))) continue;
    const { line, column } = marks.originOf(first);
    file.warn(line, {
      column: column ?? file.headers.get("mark") ?? "mark",
      code: "constraint-error",
      message: `All marks of this file are ${[...used].sort().join(" or ")}, which look like ticks. As attendance codes they count nobody as present: X and Y stand for sessions at which a student need not or cannot attend, N for an absence. If they are ticks, export the register with the codes of the MIS.`,
    });
  }
}
