/**
 * A name in one cell, "Surname, Forename" or "Surname: Forename", parted at the first comma or colon. Without one
 * ("Smith Ann", a mononym) it cannot be said where the surname ends, so all of it is the surname. Any word may be a
 * name: null, NaN, true and N/A too.
 */
export function readCombinedName(text: string): { surname: string; forename: string } {
  const split = /^([^,:]+)[,:](.*)$/s.exec(text.normalize("NFC"));
  return split
    ? { surname: split[1]!.trim(), forename: split[2]!.trim() }
    : { surname: text.normalize("NFC"), forename: "" };
}
