/** The academic year (September to August) of a date, as programme.json writes it: 2010-11. */
export function academicYearOf(date: string): string {
  const [year, month] = date.split("-").map(Number);
  const first = month! >= 9 ? year! : year! - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
}

/** The day of an academic year that is nearest to a date: the date itself where it lies within. */
export function nearestDayOf(academicYear: string, date: string): string {
  const first = Number(academicYear.slice(0, 4));
  const [start, end] = [`${first}-09-01`, `${first + 1}-08-31`];
  return date < start ? start : date > end ? end : date;
}
