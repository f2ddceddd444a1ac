/** The year in which the academic year (September to August) of a date begins. */
export function academicYearOf(date: string): number {
  const [year, month] = date.split("-").map(Number);
  return month! >= 9 ? year! : year! - 1;
}
