/** A subject of a student, as far as a measure by passes looks at it. */
export interface SubjectBelow {
  /** Grades below the lowest pass: 0 or less for a pass, null where it is not known. */
  below: number | null;
  /** Passes that it counts as: two for a double award. */
  entries: number;
  english: boolean;
  maths: boolean;
}

/** Where a student stands against a threshold. */
export type Standing = "on track" | "one grade" | "one subject" | "further" | "not known";

const fivePasses = 5;

/**
 * Where a student stands against a measure by passes, and the subjects of which each alone would do: it is below the
 * pass, and the student would meet the measure with it at the pass and all else as it is. "one grade" where one of them
 * is one grade or less below, else "one subject". What is not known, English or maths among it where the student has
 * none, may be a pass or not: where the two would differ, and where nothing is known, the standing is "not known". A
 * subject would do only where it does whatever is not known.
 * Source: definition of this project; see docs/GLOSSARY.md.
 *
 * @param five Whether five passes are needed, English and maths among them; otherwise English and maths alone.
 * @returns the standing, and the places of the subjects that would do.
 * @example oneSubjectAway([{"below": 0, "entries": 1, "english": true, "maths": false}, {"below": 1, "entries": 1, "english": false, "maths": true}], false) // => {"standing": "one grade", "wouldDo": [1]}
 */
export function oneSubjectAway(
  subjects: readonly SubjectBelow[],
  five: boolean,
): { standing: Standing; wouldDo: number[] } {
  if (subjects.every(({ below }) => below === null)) return { standing: "not known", wouldDo: [] };
  const worst = judge(subjects, five, false);
  const best = judge(subjects, five, true);
  // With more passes a student never stands further away, so that where the two ends agree, all between them do.
  return worst.standing === best.standing ? worst : { standing: "not known", wouldDo: [] };
}

/** Where a student stands if all that is not known is a pass, or none of it. */
function judge(
  subjects: readonly SubjectBelow[],
  five: boolean,
  unknownPass: boolean,
): { standing: Standing; wouldDo: number[] } {
  const meets = (raised: number | null): boolean => {
    const passed = subjects.filter(
      ({ below }, i) => i === raised || (below === null ? unknownPass : below <= 0),
    );
    const absent = (of: "english" | "maths") => unknownPass && !subjects.some((subject) => subject[of]);
    const has = (of: "english" | "maths") => absent(of) || passed.some((subject) => subject[of]);
    if (!(has("english") && has("maths"))) return false;
    const unseen = Number(absent("english")) + Number(absent("maths"));
    return !five || passed.reduce((sum, { entries }) => sum + entries, unseen) >= fivePasses;
  };
  if (meets(null)) return { standing: "on track", wouldDo: [] };
  const wouldDo = subjects.flatMap(({ below }, i) => (below !== null && below > 0 && meets(i) ? [i] : []));
  if (wouldDo.length === 0) return { standing: "further", wouldDo };
  return { standing: wouldDo.some((i) => subjects[i]!.below! <= 1) ? "one grade" : "one subject", wouldDo };
}
