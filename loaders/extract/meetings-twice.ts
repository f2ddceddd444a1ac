import { placeWords, refusalOfConflict } from "./conflicts.ts";
import { type Fact, refuseFact } from "./fact.ts";

/** What must not differ between two lines of one meeting: it decides figures. The texts may be in other words. */
const deciding = ["status", "held_on", "minutes"] as const;
const texts = ["positive", "note"] as const;

/**
 * Joins the lines that two trackers keep of one meeting: the same student, planned for the same day. Where they agree in
 * what both say, they are one meeting with what the two say together, and the later line is warned of; where they
 * contradict each other, all are refused.
 * @param meetings Without rows of the same content.
 * @returns the meetings, each once, and how many lines were joined to others.
 */
export function joinMeetings(meetings: readonly Fact[]): { kept: Fact[]; joined: number } {
  const groups = new Map<string, Fact[]>();
  for (const fact of meetings) {
    const key = JSON.stringify([fact.row.student_id, fact.row.planned_on]);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  const kept: Fact[] = [];
  let joined = 0;
  for (const group of groups.values()) {
    if (deciding.some((column) => valuesOf(group, column).size > 1)) {
      refuseAll(group);
      continue;
    }
    const [first, ...others] = group as [Fact, ...Fact[]];
    kept.push(first);
    joined += others.length;
    for (const other of others) join(first, other);
  }
  return { kept, joined };
}

function valuesOf(facts: readonly Fact[], column: string): Set<Fact["row"][string]> {
  return new Set(facts.map(({ row }) => row[column] ?? null).filter((value) => value !== null));
}

function refuseAll(group: readonly Fact[]): void {
  const places = group.map(({ record }) => ({ file: record.file, line: record.first }));
  group.forEach((fact, i) => {
    const { code, message } = refusalOfConflict(["student_id", "planned_on"], placeWords(places, i));
    refuseFact(fact, {
      code,
      message: `${message} If the student had two meetings that day, write them as one, with the minutes of both.`,
    });
  });
}

function join(first: Fact, other: Fact): void {
  for (const column of [...deciding, ...texts]) first.row[column] ??= other.row[column] ?? null;
  const { file, first: line } = other.record;
  file.warn(line, {
    column: file.headers.get("planned_on") ?? "planned_on",
    code: "primary-key",
    message: `This meeting stands in ${first.record.file.place} line ${first.record.first} too, of the same student and day and with the same status, so it is counted once; where both lines have a text, the other one is kept. Keep one of the lines.`,
  });
}
