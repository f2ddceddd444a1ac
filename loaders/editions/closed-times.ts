/** Weekdays in a row on which the school was closed for one reason; a weekend between them does not part them. */
export interface ClosedTime {
  kind: ClosedDay["kind"];
  label: string;
  from: string;
  to: string;
  days: number;
}

interface ClosedDay {
  day: string;
  kind: "holiday" | "closure" | "outside term";
  label: string | null;
}

const names = { holiday: "Holiday", closure: "Closure", "outside term": "Outside term" };

/** Joins closed days, given in order, to times. */
export function closedTimes(days: readonly ClosedDay[]): ClosedTime[] {
  const times: ClosedTime[] = [];
  for (const { day, kind, label } of days) {
    const last = times.at(-1);
    const name = label ?? names[kind];
    if (last && last.kind === kind && last.label === name && isNextWeekday(last.to, day)) {
      last.to = day;
      last.days += 1;
    } else times.push({ kind, label: name, from: day, to: day, days: 1 });
  }
  return times;
}

function isNextWeekday(before: string, day: string): boolean {
  const next = new Date(`${before}T00:00:00Z`);
  do next.setUTCDate(next.getUTCDate() + 1);
  while ([0, 6].includes(next.getUTCDay()));
  return next.toISOString().slice(0, 10) === day;
}
