import { bulkTables, type FactColumns, isBulkTable } from "../extract/bulk/fact-columns.ts";
import type { Extract } from "../extract/extract.ts";
import type { SubjectFinder } from "../extract/layout/subjects.ts";
import { type ColumnType, type StoredTable, tables } from "../extract/tables.ts";
import type { Programme } from "../programme/load-settings.ts";
import { rankOf } from "../programme/scales.ts";
import { type CodedColumn, noNumber } from "./append-codes.ts";
import { loadOnTrack } from "./load-on-track.ts";
import { daysOf, type SqlType, type Warehouse } from "./warehouse.ts";

/** Loads the rows of an extract into typed tables of the same names, and the settings that the models use. */
export async function loadExtract(
  warehouse: Warehouse,
  programme: Programme,
  extract: Extract,
): Promise<void> {
  for (const name of bulkTables) await loadColumns(warehouse, extract.columns[name]);
  for (const name of Object.keys(tables) as StoredTable[]) {
    if (isBulkTable(name)) continue;
    const columns = Object.fromEntries(
      Object.entries(tables[name].columns).map(([column, { type }]) => [column, sqlType(type)]),
    );
    await warehouse.load(
      name,
      columns,
      extract.rows[name].map((fact) => fact.row),
    );
  }
  await loadSettings(warehouse, programme, extract.subject);
}

/**
 * Loads a large table. Its texts become enumerations, ordered as the texts are, so that models compare and sort them
 * alike.
 */
async function loadColumns(warehouse: Warehouse, facts: FactColumns): Promise<void> {
  const definitions: Record<string, { type: ColumnType } | undefined> = tables[facts.table].columns;
  const columns = facts.names.map((name, place): [string, CodedColumn] => {
    // Dictionaries are shared by the tables; one that no row uses needs no enumeration.
    const values = facts.size > 0 ? facts.dictionary(name).values : [];
    const isDate = definitions[name]?.type === "date";
    return [name, { place, ...(isDate ? daysColumn(values) : enumeration(values)) }];
  });
  await warehouse.loadCodes(facts.table, Object.fromEntries(columns), facts);
}

type Numbering = Pick<CodedColumn, "values" | "numbers">;

function daysColumn(values: readonly (string | null)[]): Numbering {
  return { values: null, numbers: Int32Array.from(values, (value) => (value ? daysOf(value) : noNumber)) };
}

function enumeration(values: readonly (string | null)[]): Numbering {
  const sorted = values
    .flatMap((value, code) => (value === null ? [] : [{ value, code, bytes: Buffer.from(value) }]))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  const numbers = new Int32Array(values.length).fill(noNumber);
  sorted.forEach(({ code }, i) => {
    numbers[code] = i;
  });
  return { values: sorted.map(({ value }) => value), numbers };
}

function sqlType(type: ColumnType): SqlType {
  if (type === "date") return "DATE";
  if (type === "number") return "DOUBLE";
  if (type === "whole") return "INTEGER";
  return type === "yes_no" ? "BOOLEAN" : "VARCHAR";
}

async function loadSettings(
  warehouse: Warehouse,
  programme: Programme,
  subject: SubjectFinder,
): Promise<void> {
  const { settings, scales, criteria } = programme;
  const { windows, agreement, atRisk, panel } = settings;
  await warehouse.load(
    "settings",
    {
      as_of: "DATE",
      year_starts_on: "DATE",
      baseline_days_before: "INTEGER",
      follow_up_days_after: "INTEGER",
      minimum_weeks: "INTEGER",
      agreement_weeks: "INTEGER",
      quick_leaver_weeks: "INTEGER",
      persistent_absence: "DOUBLE",
      minimum_sessions: "INTEGER",
      stale_days: "INTEGER",
      panel_every_weeks: "INTEGER",
      next_panel: "DATE",
    },
    [
      {
        as_of: settings.asOf,
        year_starts_on: `${settings.academicYear.slice(0, 4)}-09-01`,
        baseline_days_before: windows.baselineDaysBefore,
        follow_up_days_after: windows.followUpDaysAfter,
        minimum_weeks: windows.minimumWeeks,
        agreement_weeks: agreement.weeks,
        quick_leaver_weeks: agreement.quickLeaverWeeks,
        persistent_absence: atRisk.persistentAbsence,
        minimum_sessions: atRisk.minimumSessions,
        stale_days: atRisk.staleDays,
        panel_every_weeks: panel.everyWeeks,
        next_panel: panel.next ?? null,
      },
    ],
  );
  await warehouse.load(
    "criteria",
    { position: "INTEGER", criterion: "VARCHAR", label: "VARCHAR" },
    criteria.map(({ id, label }, position) => ({ position, criterion: id, label })),
  );
  await warehouse.load(
    "deadline_criteria",
    { criterion: "VARCHAR" },
    atRisk.deadlineCriteria.map((criterion) => ({ criterion })),
  );
  await warehouse.load(
    "scale_grades",
    { scale: "VARCHAR", grade: "VARCHAR", rank: "INTEGER" },
    [...scales.values()].flatMap((scale) =>
      scale.bestFirst.map((grade) => ({ scale: scale.id, grade, rank: rankOf(scale, grade) })),
    ),
  );
  await loadOnTrack(warehouse, programme, subject);
}
