import { readReference } from "../../programme/reference/read-reference.ts";

/** What a mark of a register stands for: its statistical category, and whether the session was possible. */
export interface AttendanceMeaning {
  category: string;
  possible: boolean;
}

interface Code extends AttendanceMeaning {
  validFrom: string;
  /** The first day on which it is no longer valid; empty while it is. */
  validTo: string;
}

const codes: ReadonlyMap<string, Code> = new Map(
  readReference("attendance_codes.csv").map((row) => [
    row.code!,
    {
      category: row.category!,
      possible: row.possible === "1",
      validFrom: row.valid_from!,
      validTo: row.valid_to!,
    },
  ]),
);

const localMarks: ReadonlySet<string> = new Set(readReference("local_marks.csv").map((row) => row.code!));

/**
 * The meaning of a mark on a date, by the codes of England.
 * @param date ISO; J, H, F and Y ended, and K, Q, C1, C2, J1 and Y1 to Y7 began, on 2024-08-19.
 * @returns "local" for marks that MIS and schools use for their own ends (-, attitude 1 to 5) and "unknown" for any
 * other text: a code of another time, lower case, several marks in one cell. Neither is counted as anything.
 */
export function attendanceCode(mark: string, date: string): AttendanceMeaning | "local" | "unknown" {
  const code = codes.get(mark);
  if (code && date >= code.validFrom && (!code.validTo || date < code.validTo))
    return { category: code.category, possible: code.possible };
  return localMarks.has(mark) ? "local" : "unknown";
}

/** Why a mark is not counted, as a clause that follows "This mark is not counted:". The mark is not quoted. */
export function markDoubt(mark: string, date: string): string {
  const code = codes.get(mark);
  if (code?.validTo && date >= code.validTo) return `its code ended on ${code.validTo}`;
  if (code?.validFrom && date < code.validFrom) return `its code began on ${code.validFrom}`;
  if (localMarks.has(mark)) return "it is a local mark, not an attendance code";
  if (codes.has(mark.toUpperCase())) return "attendance codes are written in capitals";
  const several = mark.replace(/[\s,;]+/g, "");
  if (several.length > 1 && [...several].every((one) => codes.has(one) || localMarks.has(one)))
    return "the cell holds several marks";
  return "it is not an attendance code";
}
