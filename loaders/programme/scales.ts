import builtIn from "./reference/grade_scales.json" with { type: "json" };

/** A grade scale with its declared direction. */
export interface Scale {
  id: string;
  label: string;
  /** Grades from best to worst. */
  bestFirst: readonly string[];
  /**
   * What exports write for a grade besides its own name, and can mean nothing else on this scale: as typed -> grade,
   * for example 9-8 and 8-9 -> 98. Upper and lower case and spaces need no entries of their own.
   */
  spellings?: Readonly<Record<string, string>>;
}

/**
 * Scales every programme may name without declaring them. Scaled scores and decimal grades are scales like others:
 * ks2_scaled has the 41 whole numbers from 120 to 80, gcse91_fine_dec the 81 tenths from 9.0 to 1.0.
 */
export const builtInScales: readonly Scale[] = builtIn as readonly Scale[];

/** The grades of a scale for people, best first: "9, 8, 7", or of more than `longest` the ends: "120, 119, 118 ... 81, 80". */
export function gradeList({ bestFirst }: Scale, longest: number): string {
  return bestFirst.length <= longest
    ? bestFirst.join(", ")
    : `${bestFirst.slice(0, 3).join(", ")} ... ${bestFirst.slice(-2).join(", ")}`;
}

/** The number of the grade counted from the worst (1) to the best; null for a grade the scale does not have. */
export function rankOf(scale: Scale, grade: string): number | null {
  const index = scale.bestFirst.indexOf(grade);
  return index < 0 ? null : scale.bestFirst.length - index;
}

/** The texts that a scale can read. */
interface Readings {
  /** Grades and spellings as they are. */
  exact: ReadonlyMap<string, string>;
  /** The same without case and spaces; null where that leaves two grades alike. */
  folded: ReadonlyMap<string, string | null>;
}

const readings = new WeakMap<Scale, Readings>();

function readingsOf(scale: Scale): Readings {
  const known = readings.get(scale);
  if (known) return known;
  const exact = new Map(scale.bestFirst.map((grade) => [grade, grade]));
  for (const [typed, grade] of Object.entries(scale.spellings ?? {}))
    if (!exact.has(typed)) exact.set(typed, grade);
  const folded = new Map<string, string | null>();
  for (const [typed, grade] of exact) {
    const key = fold(typed);
    folded.set(key, (folded.get(key) ?? grade) === grade && folded.get(key) !== null ? grade : null);
  }
  const made = { exact, folded };
  readings.set(scale, made);
  return made;
}

/**
 * A grade for comparison: composed (NFC), lower case, no spaces but between digits (1 0 is not 10), and a typographic
 * dash after another character as a hyphen (6–; alone it may stand for - or for --).
 */
function fold(text: string): string {
  return text
    .normalize("NFC")
    .trim()
    .replace(/\s+/g, (_, at: number, all: string) =>
      isDigit(all[at - 1]) && /^\s+\d/.test(all.slice(at)) ? " " : "",
    )
    .replace(/(?<=.)[\u2010-\u2013\u2212]/gu, "-")
    .toLowerCase();
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /^\d$/.test(character);
}

/**
 * The scale's own spelling of a grade as typed in an export, where only one grade can be meant: the grade or one of the
 * scale's spellings; the same but for case and spaces (D* D D is D*DD); after the word Grade (Grade 9-8); a whole
 * number as spreadsheets and pandas write it (7.0). A star, sign or letter is never added or dropped.
 * @returns null where the scale has no such grade, or two.
 */
export function gradeOnScale(scale: Scale, typed: string): string | null {
  const { exact, folded } = readingsOf(scale);
  const same = exact.get(typed);
  if (same !== undefined) return same;
  const bare = typed.replace(/^\s*grade[\s:]+/i, "");
  for (const text of [typed, bare, bare.replace(/^\s*(\d+)\.0\s*$/, "$1")]) {
    const grade = exact.get(text.normalize("NFC").trim()) ?? folded.get(fold(text));
    if (grade !== undefined) return grade;
  }
  return null;
}

/** A grade with the scale it was found on. */
export interface ScaledGrade {
  scale: Scale;
  grade: string;
}

/**
 * The grade of a column that mixes qualifications (7, 77, M2), and which of the scales declared for it the grade is on.
 * @returns "ambiguous" where more than one of the scales has it (U, or D of A level and BTEC): the qualification has to
 * say which; null where none has.
 */
export function gradeOnScales(scales: readonly Scale[], typed: string): ScaledGrade | "ambiguous" | null {
  let found: ScaledGrade | null = null;
  for (const scale of new Set(scales)) {
    const grade = gradeOnScale(scale, typed);
    if (grade === null) continue;
    if (found) return "ambiguous";
    found = { scale, grade };
  }
  return found;
}

/** The ids of the built-in scales that have all of some grades as typed, to suggest one. */
export function scalesWith(grades: Iterable<string>): string[] {
  const typed = [...new Set(grades)];
  if (typed.length === 0) return [];
  return builtInScales
    .filter((scale) => typed.every((grade) => gradeOnScale(scale, grade) !== null))
    .map(({ id }) => id);
}

/**
 * The ids of the built-in scales that have a fine grade and divide each grade of a scale: 6+ on gcse91 gives
 * gcse91_fine_pme. U need not be divided.
 */
export function finerScales(scale: Scale, typed: string): string[] {
  const whole = scale.bestFirst.filter((grade) => grade !== "U");
  const divides = (fine: string, grade: string) => fine !== grade && fine.startsWith(grade);
  return builtInScales
    .filter((finer) => {
      const found = gradeOnScale(finer, typed);
      return (
        found !== null &&
        whole.some((grade) => divides(found, grade)) &&
        whole.every((grade) => finer.bestFirst.some((fine) => divides(fine, grade)))
      );
    })
    .map(({ id }) => id);
}
