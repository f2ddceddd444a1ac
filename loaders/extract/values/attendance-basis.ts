/** What a register marks: sessions (morning and afternoon) or lessons; "mixed" where it marks both. */
export type AttendanceBasis = "session" | "lesson" | "mixed";

const day = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s:_-]*)?`;
const half = new RegExp(
  String.raw`^${day}(?:(am|a\.m\.|morning)|pm|p\.m\.|afternoon)(?:\s+(?:reg|registration|session))?$`,
  "i",
);

/** AM or PM in the spellings of registers (am, Morning, Mon PM, AM Reg); any other text, a lesson, as it is in NFC. */
export function readSession(text: string): string {
  const found = half.exec(text);
  if (!found) return text.normalize("NFC");
  return found[1] ? "AM" : "PM";
}

/**
 * The basis of the sessions of a file or student. A number names a lesson (P1, 3A, Lesson 2, AM1), and so does
 * anything that is not plainly a morning or afternoon.
 * @returns null where there is no session.
 */
export function attendanceBasis(sessions: Iterable<string>): AttendanceBasis | null {
  let basis: AttendanceBasis | null = null;
  for (const session of sessions) {
    const own = half.test(session) ? "session" : "lesson";
    basis ??= own;
    if (own !== basis) return "mixed";
  }
  return basis;
}
