import type { ProgrammeSettings, SourceSettings } from "../../programme/schema.ts";
import { fold } from "../columns.ts";

/**
 * The tokens that mean no value in a column: the source's own list for that column in place of the programme's list.
 * An empty list means that only an empty cell is missing.
 *
 * Such tokens count in grades, answers, UPN, ULN and every typed column (where a value that can be read still wins: X is
 * a sex). They never count in identifiers, names and free text, where N/A, X and - are what the school wrote, nor in
 * attendance marks, where X is a code and - a mark that is counted.
 * @param column Canonical column name or the header in the file; compared without case.
 */
export function missingIn(
  settings: { readonly missing: readonly string[] },
  source: { readonly missing?: Readonly<Record<string, readonly string[]>> | undefined } | null,
  column: string,
): ReadonlySet<string> {
  const own = Object.entries(source?.missing ?? {}).find(([name]) => fold(name) === fold(column));
  return new Set(own ? own[1] : settings.missing);
}

/** The missing tokens of every source and column, each list made once. */
export class MissingTokens {
  private readonly known = new Map<SourceSettings | null, Map<string, ReadonlySet<string>>>();

  constructor(private readonly settings: Pick<ProgrammeSettings, "missing">) {}

  /** Whether a cell's text is a missing token of its column: a canonical name, or the header of a wide column. */
  has(text: string, source: SourceSettings | null, column: string): boolean {
    let columns = this.known.get(source);
    if (!columns) {
      columns = new Map();
      this.known.set(source, columns);
    }
    let tokens = columns.get(column);
    if (!tokens) {
      tokens = missingIn(this.settings, source, column);
      columns.set(column, tokens);
    }
    return tokens.has(text);
  }
}
