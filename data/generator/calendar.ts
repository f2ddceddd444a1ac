import type { Cell } from "./csv.ts";
import { addDays, weekday } from "./dates.ts";

interface Period {
  startsOn: string;
  endsOn: string;
  kind: "term" | "holiday" | "closure";
  label: string;
}

/** The school's year: a school day is a weekday of a term that is neither holiday nor closure. */
export class Calendar {
  readonly #periods: readonly Period[];

  constructor(periods: readonly Period[]) {
    this.#periods = periods;
  }

  #within(date: string, kind: Period["kind"]): boolean {
    return this.#periods.some(
      (period) => period.kind === kind && period.startsOn <= date && date <= period.endsOn,
    );
  }

  #isWeekday(date: string): boolean {
    return weekday(date) >= 1 && weekday(date) <= 5;
  }

  isClosed(date: string): boolean {
    return this.#within(date, "closure");
  }

  /** A weekday of term outside the holidays, whether or not the school had to close. */
  isPlannedDay(date: string): boolean {
    return this.#isWeekday(date) && this.#within(date, "term") && !this.#within(date, "holiday");
  }

  isSchoolDay(date: string): boolean {
    return this.isPlannedDay(date) && !this.isClosed(date);
  }

  /** The date itself if school is open, otherwise the last day before it that was. */
  lastSchoolDay(date: string): string {
    return this.isSchoolDay(date) ? date : this.lastSchoolDay(addDays(date, -1));
  }

  rows(written: (date: string) => string): Cell[][] {
    const lines = this.#periods.map((period) => [
      written(period.startsOn),
      written(period.endsOn),
      period.kind,
      period.label,
    ]);
    return [["starts_on", "ends_on", "kind", "label"], ...lines];
  }
}
