/** Letters of a UPN, by their value: I, O and S are not used. */
const letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

/**
 * What is wrong with a unique pupil number, as a clause that follows "This UPN"; null where nothing is. A temporary
 * UPN has a letter in place 13. Warn, never reject: real numbers with a wrong letter exist.
 *
 * Source: the check letter is that of the sum of place x value over places 2 to 13, modulo 23 (Department for Education).
 */
export function upnProblem(text: string): string | null {
  const upn = text.toUpperCase();
  if (!/^[A-Z]\d{11}[\dA-Z]$/.test(upn))
    return "is not a letter followed by 12 digits, the last of which may be a letter";
  let sum = 0;
  for (let i = 1; i < 13; i++) {
    const value = /\d/.test(upn[i]!) ? Number(upn[i]) : letters.indexOf(upn[i]!);
    if (value < 0) return "ends in a letter that no UPN has (I, O or S)";
    sum += (i + 1) * value;
  }
  return upn[0] === letters[sum % 23] ? null : "has a check letter that does not fit its digits";
}

/**
 * What is wrong with a unique learner number, as a clause that follows "This ULN"; null where nothing is. Warn, never
 * reject.
 *
 * Source: ten digits, whose sum when multiplied by 10, 9, ... 1 leaves 10 modulo 11 (Learning Records Service).
 */
export function ulnProblem(text: string): string | null {
  if (!/^\d{10}$/.test(text)) return "is not ten digits";
  const sum = [...text].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
  return sum % 11 === 10 ? null : "has a check digit that does not fit the others";
}
