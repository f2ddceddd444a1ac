import { hasHiddenControls } from "./hidden-characters.ts";
import { identifierProblem } from "./identifiers.ts";

const identifiers = new Set(["student_id", "upn", "uln", "mentor_id", "staff_id", "response_id"]);
const names = new Set([
  "surname",
  "forename",
  "preferred_name",
  "name",
  "name_combined",
  "teacher",
  "referred_by",
  "owner",
]);

/** What no rule objects to, whatever the column: most texts are such, and need no closer look. */
const ordinary = /^[A-Za-z][A-Za-z0-9 .'-]{0,60}$|^\d{1,11}$/;

/**
 * Why a text cannot stand in a column of identifiers or names, as a sentence; nothing is taken out silently. Other
 * columns hold what was written, line breaks and all.
 * @param column Canonical column name.
 */
export function textProblem(column: string, text: string): string | null {
  if (ordinary.test(text)) return null;
  if (identifiers.has(column)) {
    const problem = identifierProblem(text);
    return problem && `This identifier ${problem}. Correct it in the export.`;
  }
  const hidden = names.has(column) ? hasHiddenControls(text) : null;
  return hidden && `This name holds ${hidden}, which a name cannot have. Remove it in the export.`;
}
