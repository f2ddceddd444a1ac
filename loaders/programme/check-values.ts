import { fold } from "../extract/columns.ts";
import { isUnreadable, readValue } from "../extract/read-value.ts";
import { type ColumnType, type StoredTable, tables } from "../extract/tables.ts";
import { wordsOf } from "../extract/values/coded.ts";
import { ProgrammeError } from "./programme-error.ts";
import type { ProgrammeSettings, SourceSettings } from "./schema.ts";
import { suggest } from "./suggest.ts";

/**
 * Checks the `values` of every source: columns of fixed words of its table, words that the column allows, and no two
 * meanings for one text.
 * @throws ProgrammeError that names the setting.
 */
export function checkValues({ sources }: ProgrammeSettings): void {
  sources.forEach(({ table, values }, i) => {
    const coded = codedColumns(table);
    for (const [column, meanings] of Object.entries(values)) {
      const at = `programme.json: sources[${i}].values`;
      const type = coded.get(column);
      if (type === undefined) throw new ProgrammeError(noSuchColumn(at, table, column, [...coded.keys()]));
      checkMeanings(`${at}.${column}`, type, meanings);
    }
  });
}

function codedColumns(table: SourceSettings["table"]): Map<string, ColumnType> {
  const own = tables[table as StoredTable]?.columns ?? {};
  return new Map(
    Object.entries(own).flatMap(([name, { type }]) => (wordsOf(type) === null ? [] : [[name, type]])),
  );
}

function noSuchColumn(at: string, table: string, column: string, coded: readonly string[]): string {
  if (coded.length === 0)
    return `${at} names the column "${column}", but the ${table} table has no column of fixed words. Remove "values".`;
  const meant = suggest(column, coded);
  return `${at} names the column "${column}", which is no column of fixed words of the ${table} table. ${meant ? `Did you mean "${meant}"?` : `Use one of ${coded.join(", ")}.`}`;
}

function checkMeanings(at: string, type: ColumnType, meanings: Readonly<Record<string, string>>): void {
  const seen = new Map<string, string>();
  for (const [typed, word] of Object.entries(meanings)) {
    if (isUnreadable(readValue(word, type)))
      throw new ProgrammeError(
        `${at} reads "${typed}" as "${word}", which the column does not allow. Use one of ${wordsOf(type)!.join(", ")}.`,
      );
    const other = seen.get(fold(typed));
    if (other !== undefined)
      throw new ProgrammeError(
        `${at} has "${other}" and "${typed}", which differ only in capitals or spaces and are read as one. Keep one of them.`,
      );
    seen.set(fold(typed), typed);
  }
}
