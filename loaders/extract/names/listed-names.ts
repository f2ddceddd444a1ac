import type { Fact } from "../fact.ts";
import { isNear, type PersonName, personName } from "./person-name.ts";

/**
 * What a name says of the student whose identifier stands beside it: it is that student's, or nothing can be said; it is
 * another listed student's; it is a surname alone, and another's; or it is nobody's.
 */
export type NameVerdict = "agrees" | "another" | "surname of another" | "nobody";

/** The names of the student list. They join nobody; they can only contradict an identifier. */
export class ListedNames {
  private readonly byId = new Map<string, PersonName>();
  private readonly bySurname = new Map<string, PersonName[]>();

  constructor(students: readonly Fact[]) {
    for (const { row } of students) {
      const text = (column: string) => (row[column] as string | null | undefined) ?? "";
      const name = personName([text("surname")], [text("forename"), text("preferred_name")]);
      this.byId.set(row.student_id as string, name);
      for (const word of name.surname) {
        const known = this.bySurname.get(word);
        if (known) known.push(name);
        else this.bySurname.set(word, [name]);
      }
    }
  }

  judge(studentId: string, given: PersonName): NameVerdict {
    const own = this.byId.get(studentId);
    if (!own || own.all.size === 0 || given.all.size === 0) return "agrees";
    const words = [...given.surname, ...given.forename, ...given.unparted];
    const isGiven = (word: string) => given.all.has(word);
    const isOwn = (word: string) => own.all.has(word);
    if ((own.surname.some(isGiven) && own.forename.some(isGiven)) || words.every(isOwn)) return "agrees";
    const shares = [...given.all].some(isOwn);
    if (isWhole(given) && this.isAnothers(given, own, shares)) return "another";
    if (shares || words.some((word) => [...own.all].some((mine) => isNear(word, mine)))) return "agrees";
    const surnames = given.forename.length > 0 ? [] : words;
    if (surnames.length > 0 && surnames.every((word) => this.bySurname.has(word)))
      return "surname of another";
    // Two letters (AS, Wu) may be initials.
    return words.every((word) => word.length <= 2) ? "agrees" : "nobody";
  }

  /**
   * Whether a surname and a forename are those of another student.
   * @param exactly Otherwise the forename may be a shorter one, or spelled nearly so.
   */
  private isAnothers(given: PersonName, own: PersonName, exactly: boolean): boolean {
    const surname = new Set([...given.surname, ...given.unparted]);
    const forename = [...given.forename, ...given.unparted];
    const candidates = [...surname].flatMap((word) => this.bySurname.get(word) ?? []);
    return candidates.some(
      (other) =>
        other !== own &&
        other.surname.every((word) => surname.has(word)) &&
        other.forename.some((theirs) =>
          forename.some((word) => (exactly ? word === theirs : isNear(word, theirs))),
        ),
    );
  }
}

/** Whether a name has both a surname and a forename. */
function isWhole({ surname, forename, unparted }: PersonName): boolean {
  const parts = Math.min(surname.length, 1) + Math.min(forename.length, 1) + unparted.length;
  return parts > 1;
}
