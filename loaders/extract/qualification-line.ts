import picomatch from "picomatch";
import type { ProgrammeSettings } from "../programme/schema.ts";
import { subjectKey, subjectNames } from "./layout/subjects.ts";

export type QualificationLine = ProgrammeSettings["qualifications"][number];

/**
 * Finds the first line of "qualifications" that matches a qualification, or a subject under any of its names.
 * @param applies Which lines are looked at.
 */
export function qualificationFinder(
  settings: ProgrammeSettings,
): (
  qualification: string | null,
  subject: string,
  applies: (line: QualificationLine) => boolean,
) => QualificationLine | undefined {
  const namesOf = subjectNames(settings);
  return (qualification, subject, applies) => {
    // The spelling under which a subject is kept is that of its first line, so it must not decide.
    const names = [...(qualification ? [subjectKey(qualification)] : []), ...namesOf(subject)];
    return settings.qualifications.find(
      (line) =>
        applies(line) &&
        names.some((text) => picomatch.isMatch(text, subjectKey(line.match), { bash: true, dot: true })),
    );
  };
}
