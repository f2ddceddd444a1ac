/** Where an identifier's leading zeros went: "here" (4321 for 004321), or missing in the students table. */
export type ZerosLost = "here" | "students";

/**
 * Whether an unknown identifier is a known one but for leading zeros. It explains a refusal and is never joined by:
 * 4321 and 04321 may be two students.
 * @param isKnown Whether the students table has an identifier.
 */
export function lostLeadingZeros(id: string, isKnown: (id: string) => boolean): ZerosLost | null {
  if (!/^\d{1,20}$/.test(id)) return null;
  for (let zeros = 1; zeros <= 12; zeros++) if (isKnown("0".repeat(zeros) + id)) return "here";
  const bare = id.replace(/^0+(?=\d)/, "");
  return bare !== id && isKnown(bare) ? "students" : null;
}

/** The sentences that explain a refusal for lost zeros, and how they come back. */
export function leadingZerosMessage(lost: ZerosLost): string {
  return lost === "here"
    ? `With zeros in front it would be a known identifier: Excel may have taken them away. ${bringBack("the file")}`
    : `Without the zeros in front it would be a known identifier: Excel may have taken them away in the students file. ${bringBack("that file")}`;
}

const bringBack = (file: string): string =>
  `Export ${file} again and do not open it in Excel, or give the column the number format 000000 (as many zeros as the identifier has digits) there and save.`;
