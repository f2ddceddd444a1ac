/**
 * Text with its `_xHHHH_` escapes resolved (ST_Xstring, ECMA-376 part 1, 22.9.2.19): `_x000D_` is a carriage return,
 * `_x005F_` an underscore. An escape for what no text holds (NUL and other controls, half of a surrogate pair) stays as
 * it is written, so that the damage can be seen.
 */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (written, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return isTextual(code) ? String.fromCharCode(code) : written;
  });
}

function isTextual(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe);
}
