import { type CodeSection, type Piece, sectionsOf } from "./format-code.ts";
import { layoutOf, type NumberLayout } from "./number-layout.ts";

/** What a cell's number format does to its value, as far as that changes what a reader takes the value for. */
export interface NumberFormat {
  /** One section for all numbers; or one for those above zero, one for those below, and one for zero if it is there. */
  numbers: readonly Section[];
  /** What stands around a text, wherever the text itself does not; null for a text as it is. */
  text: readonly string[] | "unsure" | null;
}

export interface Section {
  shows: Shown;
  /** Sections with conditions are tried in order instead, and the last one may have none. */
  condition: Condition | null;
  coloured: boolean;
}

export type Shown =
  | { kind: "number"; layout: NumberLayout }
  | { kind: "date" }
  /** A date shown without its day, month or year ("October 2010", "Week 8"), as Excel shows what it makes of "5-4". */
  | { kind: "short-date"; pieces: readonly Piece[] }
  | { kind: "time"; elapsed: boolean; decimals: number }
  /** Something that cannot be applied for certain. */
  | { kind: "unsure" };

export interface Condition {
  relation: string;
  limit: number;
}

const mostSections = 4;
const unsure: Section = { shows: { kind: "unsure" }, condition: null, coloured: false };

/**
 * Tells what a format code does (ISO/IEC 29500-1, 18.8.31).
 * @param code such as `000000`, `"A"0000`, `0.0%`, `dd/mm/yyyy;@`, `[$-809]d mmmm yyyy`; an empty one is `General`
 */
export function readNumberFormat(code: string): NumberFormat {
  const sections = sectionsOf(code === "" ? "General" : code);
  const misplaced = sections.slice(0, -1).some(({ pieces }) => pieces.some(isText));
  if (sections.length > mostSections || misplaced) return { numbers: [unsure], text: "unsure" };
  const last = sections.at(-1)!;
  if (sections.length < mostSections && !last.pieces.some(isText)) {
    return { numbers: numberSections(sections), text: null };
  }
  const text = textParts(last);
  if (sections.length > 1) return { numbers: numberSections(sections.slice(0, -1)), text };
  // A format for texts only leaves numbers as they are.
  return { numbers: text === "unsure" ? [unsure] : numberSections(sectionsOf("General")), text };
}

function numberSections(sections: readonly CodeSection[]): Section[] {
  const conditions = sections.map(({ condition }) => (condition === null ? null : readCondition(condition)));
  const conditional = conditions.some((condition) => condition !== null);
  const known =
    conditions.every((condition) => condition !== "unknown") &&
    (!conditional || (!conditions.slice(0, -1).includes(null) && !conditions[2]));
  if (!known) return [unsure];
  return sections.map((section, i) => ({
    shows: shownBy(section),
    condition: conditions[i] as Condition | null,
    coloured: section.coloured,
  }));
}

function readCondition(text: string): Condition | "unknown" {
  const [, relation, limit] = /^(<=|>=|<>|<|>|=) ?(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  return relation === undefined ? "unknown" : { relation, limit: Number(limit) };
}

function shownBy(section: CodeSection): Shown {
  const { pieces } = section;
  const find = (unit: Piece["unit"]): Piece | undefined => pieces.find((piece) => piece.unit === unit);
  const [day, month, year] = [find("day"), find("month"), find("year")];
  // More than two letters are the name of the weekday.
  const dayOfMonth = pieces.some(({ unit, length }) => unit === "day" && length <= 2);
  const elapsed = find("elapsed");
  const clock = find("hour") ?? find("minute") ?? find("second") ?? elapsed;
  if (day || month || year) {
    return dayOfMonth && month && year ? { kind: "date" } : { kind: "short-date", pieces };
  }
  if (clock) {
    return { kind: "time", elapsed: elapsed !== undefined, decimals: find("decimals")?.length ?? 0 };
  }
  const layout = layoutOf(section);
  return layout ? { kind: "number", layout } : { kind: "unsure" };
}

function isText({ unit, text }: Piece): boolean {
  return unit === "bare" && text === "@";
}

/** The texts before, between and after the places of a cell's text. */
function textParts({ pieces, condition, strange }: CodeSection): readonly string[] | "unsure" {
  const parts = [""];
  for (const piece of pieces) {
    const { unit, text } = piece;
    if (isText(piece) || unit === "general") parts.push("");
    else if (unit === "text" || (unit === "bare" && !/[0#?%./,begn]/i.test(text))) {
      parts[parts.length - 1] += text;
    } else if (unit !== "room" && unit !== "fill") return "unsure";
  }
  if (strange || condition !== null) return "unsure";
  return parts.map((part) => (part.trim() === "" ? "" : part));
}
