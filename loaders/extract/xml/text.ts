/** A value as a cell holds it: blanks kept inside and trimmed at the ends; a line break and the blanks at it one space. */
export function cellText(text: string): string {
  const trimmed = text.trim();
  if (!/[\r\n]/.test(trimmed)) return trimmed;
  return trimmed
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

/** An element's name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

/**
 * The text that an element name stands for: `Legal_x0020_Surname` is "Legal Surname". The rule of .NET's
 * XmlConvert.DecodeName: four hexadecimal digits are one UTF-16 unit. What would be a control character, and a name
 * that would hold half a character, stay as they are.
 */
export function decodeName(name: string): string {
  const decoded = name.replace(/_x([0-9A-Fa-f]{4})_/g, (escaped, digits: string) => {
    const code = Number.parseInt(digits, 16);
    return code < 0x20 || (code >= 0x7f && code < 0xa0) ? escaped : String.fromCharCode(code);
  });
  return /\p{Surrogate}/u.test(decoded) ? name : decoded;
}
