import type { Fact } from "../fact.ts";
import { dateOf, placeOf, type SmallFacts } from "./small-tables.ts";
import type { Warnings } from "./warnings.ts";

/** Two students of one name and one date of birth are more often one person with two identifiers than two. */
export function checkSamePersonTwice(facts: SmallFacts, warnings: Warnings): void {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts.students) {
    const born = dateOf(fact, "date_of_birth");
    if (born === null) continue;
    const person = JSON.stringify([nameOf(fact, "surname"), nameOf(fact, "forename"), born]);
    groups.set(person, [...(groups.get(person) ?? []), fact]);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const fact of group) {
      const other = group.find((each) => each !== fact)!;
      warnings.warn(fact, "same-person-twice", {
        column: "student_id",
        code: "primary-key",
        message: `The student of ${placeOf(other)} has the same name and date of birth under another identifier, and the two are counted as two people. If it is one student, keep one line and use its identifier in every file.`,
      });
    }
  }
}

function nameOf({ row }: Fact, column: string): string {
  return ((row[column] as string | null) ?? "").toLowerCase();
}
