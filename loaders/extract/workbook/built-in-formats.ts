/**
 * Codes of the built-in formats (ISO/IEC 29500-1, 18.8.30, with the East Asian ones, which are dates and times elsewhere
 * too); dates and times in the order of the United Kingdom. Left out are those by which a number reads like a plain one.
 */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "dd/mm/yyyy"],
  [15, "dd-mmm-yy"],
  [16, "dd-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "hh:mm"],
  [21, "hh:mm:ss"],
  [22, "dd/mm/yyyy hh:mm"],
  ...[27, 28, 29, 30, 31, 36].map((id): [number, string] => [id, "dd/mm/yyyy"]),
  ...[32, 33, 34, 35].map((id): [number, string] => [id, "hh:mm:ss"]),
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58].map((id): [number, string] => [id, "dd/mm/yyyy"]),
]);
