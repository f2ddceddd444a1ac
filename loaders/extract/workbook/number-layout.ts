import type { CodeSection } from "./format-code.ts";
import { numberText } from "./number-text.ts";

/**
 * What a section of a number format puts around and into a number, as far as it tells one value from another. Decimals,
 * thousands separators, currencies and spaces do not, and are left out.
 */
export interface NumberLayout {
  before: string;
  after: string;
  /** Text between each digit and the next, as in 00-00; none where there is no such text. */
  between: readonly string[];
  /** Whether the number is shown at all. */
  showsNumber: boolean;
  /** Whether a nought is. */
  showsNought: boolean;
  /** How many digits the number is brought up to by zeros. */
  digits: number;
  /** Whether a hundred times the number is shown. */
  percent: boolean;
  /** Whether something fills the cell up to its width, as in accounts, where a dash is a nought. */
  filled: boolean;
}

/** Digits, those that may stay away before those that must not, with thousands separators and decimals. */
const placeholders = /^([0#?]+(?:,[0#?]+)*)?(\.[0#?]*)?$/;
const general = "G";

/**
 * The layout of a section (ISO/IEC 29500-1, 18.8.31), or null where it does something that cannot be applied for certain:
 * fractions, exponents, thousands left out, text among decimals, digits of other scripts.
 */
export function layoutOf({ pieces, condition, coloured, strange }: CodeSection): NumberLayout | null {
  /** Text before each placeholder, and after the last. */
  const texts = [""];
  let code = "";
  let percents = 0;
  for (const { unit, text } of pieces) {
    const sign = unit === "bare" ? text : "";
    if (unit === "half-day" || /^[/@begn]$/i.test(sign)) return null;
    if (sign === ",") code += sign;
    else if (unit === "general" || unit === "decimals" || /^[0#?.]$/.test(sign)) {
      const placed = unit === "general" ? general : unit === "decimals" ? `.${text}` : sign;
      code += placed;
      for (const _ of placed) texts.push("");
    } else if (unit === "text" || unit === "bare") {
      if (sign === "%") percents++;
      texts[texts.length - 1] += text;
    }
  }
  const [, whole = "", decimals] = placeholders.exec(code) ?? [];
  const zeros = /^[#?]*(0*)$/.exec(whole.replaceAll(",", ""))?.[1];
  const between = texts.slice(1, -1).map((text) => (text.trim() === "" ? "" : text));
  const split = between.some((text) => text !== "");
  if (code !== general && !placeholders.test(code)) return null;
  if (strange || zeros === undefined || percents > (code === "" ? 0 : 1)) return null;
  if (split && decimals !== undefined) return null;
  // Programs differ over a colour or condition of nothing.
  if (pieces.length === 0 && (coloured || condition !== null)) return null;
  return {
    before: outerText(texts[0]!),
    after: code === "" ? "" : outerText(texts.at(-1)!),
    between: split ? between : [],
    showsNumber: code !== "",
    showsNought: /[0.G]/.test(code),
    digits: zeros.length,
    percent: percents === 1,
    filled: pieces.some(({ unit }) => unit === "fill"),
  };
}

/** The text on one side of a number, without currencies; without spaces too where one stood or a sign stands alone. */
function outerText(text: string): string {
  const rest = text.replace(/\p{Sc}/gu, "");
  return rest === text && !/^[-+%()]?$/.test(rest.trim()) ? text : rest.replace(/\s/g, "");
}

/**
 * A number as its layout shows it, with all of its decimals; null where that cannot be told for certain.
 * @param number not negative
 * @param minus whether Excel puts a minus before all of it
 * @example layOut(layoutOf of `"A"0000`, 12, false) // => "A0012"
 */
export function layOut(layout: NumberLayout, number: number, minus: boolean): string | null {
  const { before, after, between } = layout;
  let shown = layout.showsNumber ? numberText(layout.percent ? number * 100 : number) : "";
  const whole = /^\d+$/.test(shown);
  if (between.length > 0 && !whole) return null;
  if (number === 0 && !layout.showsNought) shown = "";
  else if (whole) shown = shown.padStart(layout.digits, "0");
  const text = `${minus ? "-" : ""}${before}${interspersed(shown, between)}${after}`;
  return layout.filled && number === 0 && text === "-" ? "0" : text;
}

/** Digits with the texts between them; the first place takes all the digits that have no place of their own. */
function interspersed(digits: string, between: readonly string[]): string {
  const first = Math.max(0, digits.length - between.length);
  return between.reduce(
    (text, literal, i) => {
      const at = digits.length - between.length + i;
      return text + literal + (at < 0 ? "" : digits.slice(at, at + 1));
    },
    digits.slice(0, first),
  );
}
