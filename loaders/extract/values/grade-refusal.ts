import { builtInScales, finerScales, gradeList, type Scale, scalesWith } from "../../programme/scales.ts";
import { json } from "../layout/snippet.ts";
import { damageRemedy, excelDamage } from "./excel-damage.ts";
import { foreignDigits } from "./foreign-digits.ts";
import { hasInvisible } from "./hidden-characters.ts";

/**
 * The message about a grade that is not on its scale: which scale, then what is known of the reason - damage by Excel,
 * with what was probably typed, or the built-in scales that have it, a finer one first.
 * @param scales The scale, or where the subject mixes qualifications its scales.
 * @param subject The subject whose predicted grade it is, for the line to add under "qualifications"; null for the grade
 * of a criterion, for which no scale is suggested.
 */
export function gradeRefusal(scales: readonly Scale[], typed: string, subject: string | null): string {
  const scale = scales[0]!;
  if (scales.length > 1)
    return `${quoted(typed)} is on none of the scales declared for ${subject} (${scales.map(({ id }) => id).join(", ")}). Correct it in the export, or add its scale under "qualifications" in programme.json.`;
  const refused = `${quoted(typed)} is not on the scale ${scale.id} (${gradeList(scale, longestList)}).`;
  const damage = excelDamage(typed);
  if (damage) return `${refused} ${sentence(damage)} ${damageRemedy}`;
  const hidden = hasInvisible(typed);
  const strange = hidden ? `it holds ${hidden}` : foreignDigits(typed);
  if (strange) return `${refused} ${sentence(strange)} Correct it in the export.`;
  const finer = subject === null ? [] : finerScales(scale, typed);
  const others = finer.length > 0 ? finer : isBuiltIn(scale) && subject !== null ? scalesWith([typed]) : [];
  if (others.length === 0) return refused;
  const lines = others.slice(0, mostScales).map((id) => json({ match: subject, scale: id }));
  const where =
    finer.length > 0 ? "If grades are that fine there" : `If ${subject} is graded on another scale`;
  return `${refused} ${where}, add to "qualifications" in programme.json, before the line that names ${scale.id}: ${lines.join(" or ")}.`;
}

/** Grades that a message lists; a longer scale is given by its ends. */
const longestList = 30;

/** Scales that a message names: of many, a grade such as B does not tell which is meant. */
const mostScales = 4;

/**
 * What to do about a grade that is on no scale and of which nothing more is known. Grades can be added to a scale of the
 * school's own; a built-in one is as its qualification is.
 * @param subject The subject of a predicted grade; null for a criterion's.
 */
export function gradeRemedy(scales: readonly Scale[], subject: string | null): string {
  if (!scales.every(isBuiltIn)) return "Correct it in the export, or add it to the scale in programme.json.";
  return subject === null
    ? "Correct it in the export, or give the criterion the scale it is graded on in programme.json; docs/scales.md lists the built-in ones."
    : 'Correct it in the export, or name the scale it is on under "qualifications" in programme.json; docs/scales.md lists the built-in ones.';
}

function isBuiltIn(scale: Scale): boolean {
  return builtInScales.includes(scale);
}

/** The message about a grade that more than one of the scales declared for it has. */
export function ambiguousGrade(scales: readonly Scale[], typed: string, subject: string): string {
  return `${quoted(typed)} is on more than one of the scales declared for ${subject} (${scales.map(({ id }) => id).join(", ")}). Add a qualification column to the export, or give each qualification its own line under "qualifications" in programme.json.`;
}

const words: ReadonlySet<string> = new Set(builtInScales.flatMap(({ bestFirst }) => bestFirst));

/** The grade where it may be shown; null where it may be a comment that strayed into the column and names somebody. */
export function shownGrade(typed: string): string | null {
  const harmless =
    words.has(typed) || (typed.length <= 24 && !/\p{L}{3}/u.test(typed) && hasInvisible(typed) === null);
  return harmless ? typed : null;
}

function quoted(typed: string): string {
  return shownGrade(typed) === null ? "This text" : `Grade ${typed}`;
}

function sentence(clause: string): string {
  return `${clause[0]!.toUpperCase()}${clause.slice(1)}.`;
}
