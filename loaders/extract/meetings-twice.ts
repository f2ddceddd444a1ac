import { placeWords, refusalOfConflict } from "./conflicts.ts";
import { type Fact, refuseFact } from "./fact.ts";

/** What must not differ between two lines of one meeting: it decides figures. The texts may be in other words. */
const deciding = ["status", "held_on", "minutes"] as const;
const texts = ["positive", "note"] as const;

/**
 * Joins the lines that two trackers keep of one meeting: the same student, planned for the same day. Where they agree in
 * what both say, they are one meeting with what the two say together, and the later line is warned of; where they
 * contradict each other, all are refused. A student who has two mentors on that day may have met both: then all are kept,
 * and warned of.
 * @param meetings Without rows of the same content.
 * @returns the meetings, each once, and how many lines were joined to others.
 */
export function joinMeetings(
  meetings: readonly Fact[],
  agreements: readonly Fact[],
): { kept: Fact[]; joined: number } {
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
    const [first, ...others] = group as [Fact, ...Fact[]];
    if (others.length > 0 && mentorsOn(first.row, agreements) > 1) {
      kept.push(...group);
      for (const other of others)
        warn(
          first,
          other,
          "The student has two mentors on this day, so both are counted; if they are one meeting, keep one of the lines.",
        );
      continue;
    }
    if (deciding.some((column) => valuesOf(group, column).size > 1)) {
      refuseAll(group);
      continue;
    }
    kept.push(first);
    joined += others.length;
    for (const other of others) join(first, other);
  }
  return { kept, joined };
}

function mentorsOn({ student_id, planned_on }: Fact["row"], agreements: readonly Fact[]): number {
  const day = planned_on as string;
  const mentors = agreements.flatMap(({ row }) =>
    row.student_id === student_id &&
    (row.starts_on as string) <= day &&
    ((row.ended_on as string | null) ?? day) >= day
      ? [row.mentor_id]
      : [],
  );
  return new Set(mentors).size;
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
  for (const column of deciding) first.row[column] ??= other.row[column] ?? null;
  for (const column of texts)
    first.row[column] = fuller(first.row[column] as string | null, other.row[column] as string | null);
  warn(
    first,
    other,
    "They agree in the status, so it is counted once, with what both lines say; of two texts the longer one is kept. Keep one of the lines.",
  );
}

/** The longer of two texts, whichever of them stands first. */
function fuller(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  if (one.length !== other.length) return one.length > other.length ? one : other;
  return one < other ? one : other;
}

function warn(first: Fact, { record: { file, first: line } }: Fact, what: string): void {
  file.warn(line, {
    column: file.headers.get("planned_on") ?? "planned_on",
    code: "primary-key",
    message: `A meeting of the same student, planned for the same day, stands in ${first.record.file.place} line ${first.record.first} too. ${what}`,
  });
}
