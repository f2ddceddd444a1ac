/** What an action set out to move, as far as its words say so. */
export type Aim =
  | { measure: "attendance" | "punctuality" | "behaviour" }
  /** Grades: of one criterion, of predictions, or of everything in one subject. */
  | { measure: "grades"; outcomes: readonly string[]; subject: string | null };

const words: readonly { measure: "attendance" | "punctuality" | "behaviour"; pattern: RegExp }[] = [
  { measure: "attendance", pattern: /\b(attendance|absences?|absent)\b/i },
  { measure: "punctuality", pattern: /\b(punctual|punctuality|lateness|late to)\b/i },
  { measure: "behaviour", pattern: /\b(behaviour|incidents?|detentions?|suspensions?)\b/i },
];

/**
 * The measure that an action names: a criterion by its label, attendance, punctuality, behaviour, or predicted grades
 * ("one grade up", "on target"); in the subject that is named, the longest of them. The success measure is read before
 * the action itself. Words that name none of these give null: the data hold no measure of "answer by Friday".
 * @param action Its words; the owner may name a subject ("Head of Mathematics").
 */
export function aimOf(
  action: { action: string; successMeasure: string | null; owner: string | null; subject: string | null },
  criteria: readonly { id: string; label: string }[],
  subjects: readonly string[],
): Aim | null {
  const subject = action.subject ?? named(subjects, [action.successMeasure, action.action, action.owner]);
  for (const text of [action.successMeasure, action.action]) {
    if (text === null) continue;
    const criterion = longest(criteria.filter(({ label }) => says(text, label)).map(({ label }) => label));
    if (criterion !== null) {
      const { id } = criteria.find(({ label }) => label === criterion)!;
      return { measure: "grades", outcomes: [id], subject: action.subject };
    }
    const found = words.find(({ pattern }) => pattern.test(text));
    if (found) return { measure: found.measure };
    if (/\b(grades?|predicted|predictions?|target grades?)\b/i.test(text)) {
      return { measure: "grades", outcomes: ["predictions"], subject };
    }
  }
  if (action.subject === null) return null;
  return {
    measure: "grades",
    outcomes: [...criteria.map(({ id }) => id), "predictions"],
    subject: action.subject,
  };
}

function named(names: readonly string[], texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const found = text === null ? null : longest(names.filter((name) => says(text, name)));
    if (found !== null) return found;
  }
  return null;
}

function longest(names: readonly string[]): string | null {
  return [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null;
}

/** Whether the words of a name stand in a text as words. */
function says(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu").test(text);
}
