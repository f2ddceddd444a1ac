import type { Random } from "./random.ts";

const letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

/** A unique pupil number: check letter, local authority, school, year of entry, serial. A temporary one ends in a letter. */
export function upn(school: string, yearOfEntry: number, serial: number, temporary = false): string {
  const digits = String(serial).padStart(3, "0");
  const last = temporary ? letters[serial % letters.length]! : digits[2]!;
  const body = school + String(yearOfEntry % 100).padStart(2, "0") + digits.slice(0, 2) + last;
  let sum = 0;
  for (let index = 0; index < body.length; index++) {
    const character = body[index]!;
    const value = /\d/.test(character) ? Number(character) : letters.indexOf(character);
    sum += (index + 2) * value;
  }
  return letters[sum % 23]! + body;
}

/** A unique learner number: nine digits and a tenth that makes their weighted sum leave 10 when divided by 11. */
export function uln(random: Random): string {
  for (;;) {
    const digits = String(random.between(100_000_000, 999_999_999));
    const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
    if (sum % 11 !== 0) return digits + String(10 - (sum % 11));
  }
}
