import { shift } from "./files.ts";

/** Ranks by student, aspect, subject and date; several teachers of a day are kept apart until their mean is asked for. */
export class Reviews {
  readonly #ranks = new Map<string, Map<string, Map<string, Map<string, number[]>>>>();

  add(
    student: string,
    aspect: string,
    subject: string,
    date: string,
    grade: string,
    bestFirst: readonly string[],
  ): void {
    if (["", "-", "N/A"].includes(grade)) return;
    const place = bestFirst.indexOf(grade);
    if (place < 0) throw new Error(`${aspect} in ${subject}: ${grade} is not on the scale`);
    const aspects = child(this.#ranks, student, () => new Map());
    const dates = child(
      child(aspects, aspect, () => new Map()),
      subject,
      () => new Map(),
    );
    child(dates, date, () => []).push(bestFirst.length - place);
  }

  subjects(student: string, aspect: string): string[] {
    return [...(this.#ranks.get(student)?.get(aspect)?.keys() ?? [])];
  }

  /** The mean rank at the last date within [from, to], or null. */
  last(student: string, aspect: string, subject: string, from: string, to: string): number | null {
    const dates = this.#ranks.get(student)?.get(aspect)?.get(subject);
    const within = [...(dates?.keys() ?? [])].filter((date) => from <= date && date <= to).sort();
    const ranks = within.length ? dates!.get(within.at(-1)!)! : [];
    return ranks.length ? ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length : null;
  }

  dates(student: string, aspect: string, subject: string): string[] {
    return [...(this.#ranks.get(student)?.get(aspect)?.get(subject)?.keys() ?? [])].sort();
  }
}

function child<V>(map: Map<string, V>, key: string, make: () => V): V {
  if (!map.has(key)) map.set(key, make());
  return map.get(key)!;
}

export interface Window {
  start: string;
  end: string;
}

/** The ranks before and after by subject, null where the window holds no review; subjects without either are left out. */
export function pairs(
  reviews: Reviews,
  student: string,
  aspect: string,
  { start, end }: Window,
  asOf: string,
) {
  const until = shift(end, 28) < asOf ? shift(end, 28) : asOf;
  return reviews
    .subjects(student, aspect)
    .map((subject) => ({
      subject,
      before: reviews.last(student, aspect, subject, shift(start, -60), start),
      after: reviews.last(student, aspect, subject, shift(start, 28), until),
    }))
    .filter(({ before, after }) => before !== null || after !== null);
}

/** The windows of all mentees: from the first start to the last end, asOf where one is still active. */
export function windowsOf(
  agreements: readonly Record<string, string>[],
  iso: (date: string) => string,
  asOf: string,
): Map<string, Window> {
  const windows = new Map<string, Window>();
  for (const { student_id: student, starts_on: startsOn, ended_on: endedOn } of agreements) {
    const start = iso(startsOn!);
    const end = endedOn ? iso(endedOn) : asOf;
    const known = windows.get(student!) ?? { start, end };
    windows.set(student!, { start: [start, known.start].sort()[0]!, end: [end, known.end].sort()[1]! });
  }
  return windows;
}

/** Calendar weeks with at least one school day of the window in them. */
export function weeks(
  { start, end }: Window,
  calendar: readonly Record<string, string>[],
  iso: (date: string) => string,
): number {
  const within = (day: string, kinds: readonly string[]) =>
    calendar.some(
      ({ kind, starts_on, ends_on }) =>
        kinds.includes(kind!) && iso(starts_on!) <= day && day <= iso(ends_on!),
    );
  const mondays = new Set<string>();
  for (let day = start; day <= end; day = shift(day, 1)) {
    const ofWeek = (new Date(day).getUTCDay() + 6) % 7;
    if (ofWeek < 5 && within(day, ["term"]) && !within(day, ["holiday", "closure"]))
      mondays.add(shift(day, -ofWeek));
  }
  return mondays.size;
}

/** "6 (2) both 1 measured 12": students up in a subject, down in a subject, both, and measured. */
export function counts(
  reviews: Reviews,
  aspect: string,
  windows: ReadonlyMap<string, Window>,
  asOf: string,
): string {
  let [up, down, both, measured] = [0, 0, 0, 0];
  for (const [student, window] of windows) {
    const steps = pairs(reviews, student, aspect, window, asOf).filter(
      ({ before, after }) => before !== null && after !== null,
    );
    const rose = steps.some(({ before, after }) => after! > before!);
    const fell = steps.some(({ before, after }) => after! < before!);
    measured += Number(steps.length > 0);
    up += Number(rose);
    down += Number(fell);
    both += Number(rose && fell);
  }
  return `${up} (${down}) both ${both} measured ${measured}`;
}
