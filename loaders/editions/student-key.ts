import { createHash } from "node:crypto";
import type { ProgrammeSettings } from "../programme/schema.ts";

/**
 * What an address within the pages calls a student: the same at each build, so that a kept link leads to the same
 * student, and no identifier of the school's, so that no list of visited addresses holds one.
 */
export function studentKey(
  { institution, academicYear }: Pick<ProgrammeSettings, "institution" | "academicYear">,
  studentId: string,
): string {
  const digest = createHash("sha256").update(JSON.stringify([institution, academicYear, studentId]));
  return BigInt(`0x${digest.digest("hex").slice(0, 20)}`)
    .toString(36)
    .padStart(16, "0");
}
