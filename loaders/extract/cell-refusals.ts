import { fold } from "./columns.ts";
import { lowerFirst, settingsHint } from "./layout/snippet.ts";
import type { Unreadable } from "./read-value.ts";
import type { Destination } from "./record-reader.ts";
import type { SourceFile } from "./source-file.ts";
import type { ColumnType } from "./tables.ts";
import { wordsOf } from "./values/coded.ts";
import { excelLoss } from "./values/excel-damage.ts";
import { hasInvisible } from "./values/hidden-characters.ts";
import { dittoMessage, isDitto } from "./values/no-value.ts";

/** What is said of a cell that cannot be read: how a setting would read it, or else that it is to be corrected. */
export function cellRefusal(file: SourceFile, unread: Unreadable): string {
  const { expected, settings, remedy: own = "Correct it in the export." } = unread;
  const remedy = settings ? settingsHint(file, file.table!, settings) : own;
  return `This cell is not ${expected}. ${remedy}`;
}

const longestCode = 24;
/** More of them would make a message too long to be shown whole. */
const mostCodes = 8;

/**
 * What is said of the cells of one file that are no value of their column, with what to do. Of a column of fixed words it
 * is one message, whose snippet for "values" has every code that was met.
 */
export class CellRefusals {
  private readonly columns = new Map<string, { codes: Map<string, string>; message: string }>();
  private names: ReadonlySet<string> | null = null;

  constructor(private readonly to: Destination) {}

  /**
   * @param column Canonical column name.
   * @param text The cell, which is quoted where it can only be a code.
   */
  message(file: SourceFile, column: string, type: ColumnType, text: string, unread: Unreadable): string {
    if (isDitto(text)) return dittoMessage;
    const words = wordsOf(type);
    if (words === null || excelLoss(text) !== null) return cellRefusal(file, unread);
    const known = this.columns.get(column) ?? { codes: new Map<string, string>(), message: "" };
    this.columns.set(column, known);
    const key = fold(text);
    if (known.codes.size < mostCodes && !known.codes.has(key) && this.isCode(text))
      known.codes.set(key, text);
    const choice = `<${words.join(" | ")}>`;
    const codes = known.codes.size > 0 ? [...known.codes.values()] : ["<the cell's text>"];
    const values = { [column]: Object.fromEntries(codes.map((code) => [code, choice])) };
    const hint = lowerFirst(settingsHint(file, file.table!, { values }));
    const message = `This cell is not ${unread.expected}. Correct it in the export, or say what such cells mean: ${hint}`;
    if (known.message !== "" && known.message !== message) file.reword(known.message, message);
    known.message = message;
    return message;
  }

  /** Whether a text can be quoted: a short one without digits, of which no word is anybody's name. */
  private isCode(text: string): boolean {
    if (text.length > longestCode || /\d/.test(text) || hasInvisible(text) !== null) return false;
    // Two capitalised words may be a person whom no list has.
    if ((text.match(/\b\p{Lu}\p{Ll}/gu) ?? []).length > 1) return false;
    this.names ??= namesIn(this.to);
    // While the students are read themselves, nobody knows yet what their names are.
    return this.names.size > 0 && words(text).every((word) => !this.names!.has(word));
  }
}

/** The words of all names of students and staff; none while the students are being read. */
function namesIn({ store, resolver }: Destination): ReadonlySet<string> {
  if (resolver === null) return new Set();
  const people = [...store.rows.students, ...store.rows.staff];
  const parts = ["surname", "forename", "preferred_name", "name"];
  return new Set(people.flatMap(({ row }) => parts.flatMap((part) => words(String(row[part] ?? "")))));
}

function words(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
