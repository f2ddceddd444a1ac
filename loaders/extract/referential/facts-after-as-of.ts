import type { Programme } from "../../programme/load-settings.ts";
import type { FactColumns } from "../bulk/fact-columns.ts";
import type { SourceFile } from "../source-file.ts";
import { dateOf, type SmallFacts, type SmallTable } from "./small-tables.ts";

/**
 * The day of each table's facts. Left out are plans, which may lie ahead (due dates, planned meetings, holidays), and
 * attendance totals, of which each period is warned of.
 */
const dayOf: Partial<Record<SmallTable, string>> = {
  behaviour: "date",
  referrals: "referred_on",
  agreements: "starts_on",
  actions: "set_on",
  feedback: "date",
  survey: "date",
  panel: "panel_date",
};

/** The day of a fact of each large table, and what the facts are called. */
const bulk = { reviews: "review_date", predictions: "review_date", attendance_marks: "date" } as const;

/** One, and several. */
type Noun = readonly [string, string];
const nouns: Record<string, Noun> = {
  reviews: ["grade", "grades"],
  predictions: ["grade", "grades"],
  attendance_marks: ["mark", "marks"],
  meetings: ["meeting", "meetings"],
  agreements: ["agreement", "agreements"],
  referrals: ["referral", "referrals"],
  actions: ["action", "actions"],
};
const others: Noun = ["line", "lines"];

/**
 * Warns once on every file with facts that are dated after the day on which the programme is looked at: they are not
 * used, and most likely asOf was left behind.
 */
export function warnAfterAsOf(
  rows: SmallFacts,
  columns: Record<keyof typeof bulk, FactColumns>,
  { settings: { asOf } }: Programme,
): void {
  const late = new Map<SourceFile, { count: number; noun: Noun }>();
  const add = (file: SourceFile, table: string, count: number) => {
    const known = late.get(file) ?? { count: 0, noun: nouns[table] ?? others };
    late.set(file, { ...known, count: known.count + count });
  };
  for (const [table, column] of Object.entries(bulk) as [keyof typeof bulk, string][])
    for (const { file, count } of lateRows(columns[table], column, asOf)) add(file, table, count);
  for (const [table, column] of Object.entries(dayOf) as [SmallTable, string][])
    for (const fact of rows[table]) if ((dateOf(fact, column) ?? "") > asOf) add(fact.record.file, table, 1);
  for (const fact of rows.meetings) {
    const held = dateOf(fact, "held_on") ?? dateOf(fact, "planned_on")!;
    if (fact.row.status === "held" && held > asOf) add(fact.record.file, "meetings", 1);
  }
  for (const [file, { count, noun }] of late) {
    const what = count === 1 ? `1 ${noun[0]}` : `${withCommas(count)} ${noun[1]}`;
    const be = count === 1 ? "is" : "are";
    file.warn(null, {
      column: null,
      code: "constraint-error",
      message: `${what} of this file ${be} dated after asOf ${asOf} and ${be} not used. Move asOf in programme.json.`,
    });
  }
}

/** The files with rows after a day, with the number of these rows; one pass over the codes of the dates. */
function lateRows(facts: FactColumns, column: string, asOf: string): { file: SourceFile; count: number }[] {
  const { cells, stride } = facts;
  const isLate = Uint8Array.from(facts.dictionary(column).values, (date) =>
    date !== null && date > asOf ? 1 : 0,
  );
  if (!isLate.includes(1)) return [];
  const place = facts.placeOf(column);
  return facts.filesWithRows().flatMap(({ file, first, end }) => {
    let count = 0;
    for (let at = first * stride + place; at < end * stride; at += stride) count += isLate[cells[at]!]!;
    return count > 0 ? [{ file, count }] : [];
  });
}

function withCommas(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
