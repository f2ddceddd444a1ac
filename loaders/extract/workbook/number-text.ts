const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number a value element holds, or null for anything but a finite decimal number. */
export function readDecimal(text: string): number | null {
  if (!decimal.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/**
 * A number as it was typed, as far as a workbook tells: the shortest decimal that has Excel's 15 significant digits,
 * without exponent from 1e-15 up to 1e21.
 * @example numberText(88.400000000000006) // => "88.4"
 */
export function numberText(value: number): string {
  if (value === 0) return "0";
  const shortest = String(value);
  // A decimal of up to 15 digits is the shortest one already.
  const text = shortest.length > 15 ? String(Number(value.toPrecision(15))) : shortest;
  if (!text.includes("e-")) return text.replace("e+", "E+");
  const [digits, exponent] = text.split("e-") as [string, string];
  if (Number(exponent) > 15) return `${digits}E-${exponent}`;
  const sign = digits.startsWith("-") ? "-" : "";
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${digits.replace(/[-.]/g, "")}`;
}
