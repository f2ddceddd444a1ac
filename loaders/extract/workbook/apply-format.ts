import type { Condition, NumberFormat, Section } from "./number-format.ts";
import { layOut } from "./number-layout.ts";

/** The section of a format that a number is shown by. */
export interface Choice {
  section: Section;
  /** Whether the section is for numbers below zero only, so that Excel leaves the minus to it. */
  ownSign: boolean;
}

/**
 * The section for a number; null where it cannot be told for certain: where no condition holds (Excel fills the cell with
 * #), and below zero under conditions, where programs differ over the minus.
 */
export function chooseSection({ numbers }: NumberFormat, number: number): Choice | null {
  const [first, second, third] = numbers as [Section, Section?, Section?];
  if (first.condition) {
    const section = numbers.find(({ condition }) => !condition || holds(condition, number));
    return !section || number < 0 ? null : { section, ownSign: false };
  }
  if (second && number < 0) return { section: second, ownSign: true };
  return { section: number === 0 ? (third ?? first) : first, ownSign: false };
}

function holds({ relation, limit }: Condition, number: number): boolean {
  if (number === limit) return relation.includes("=");
  return number < limit ? relation.includes("<") : relation.includes(">");
}

/** A number as a section shows it; null where that cannot be told for certain. */
export function shownNumber({ section, ownSign }: Choice, number: number): string | null {
  const { shows, coloured } = section;
  if (shows.kind !== "number") return null;
  const text = layOut(shows.layout, Math.abs(number), number < 0 && !ownSign);
  if (text === null || !ownSign) return text;
  const inBrackets = /^\(([\d.]+%?)\)$/.exec(text);
  if (inBrackets) return `-${inBrackets[1]}`;
  // The colour alone says that it is below zero, and a colour is not read.
  return coloured && /^[\d.]+%?$/.test(text) ? null : text;
}

/** A text as its format shows it; null where that cannot be told for certain. */
export function shownText({ text: parts }: NumberFormat, text: string): string | null {
  if (parts === null) return text;
  return parts === "unsure" ? null : parts.join(text);
}
