export type Severity = "error" | "warning";

/** Codes follow the Frictionless catalogue of data errors; where it has none they are our own. */
export type ProblemCode =
  | "blank-header"
  | "constraint-error"
  | "duplicate-label"
  | "duplicate-file"
  | "encoding-error"
  | "extra-cell"
  | "file-error"
  | "long-cell"
  | "foreign-key"
  | "format-not-applied"
  | "format-shows-nothing"
  | "formula-results-unsure"
  | "formula-without-result"
  | "hidden-columns"
  | "hidden-rows"
  | "hidden-sheets"
  | "impossible-date"
  | "macros"
  | "merged-cells"
  | "merged-cells-cover-values"
  | "missing-cell"
  | "missing-label"
  | "primary-key"
  | "sheets-without-cells"
  | "stray-quote"
  | "struck-out"
  | "type-error"
  | "unclosed-quote"
  | "unknown-table"
  | "unmapped-value"
  | "unread-attribute"
  | "unread-element";

/** One thing wrong at one place. `line` is 1-based; null for the whole file. Messages carry no name or identifier. */
export interface Problem {
  line: number | null;
  column: string | null;
  code: ProblemCode;
  /** The reason and then the remedy, in full sentences. */
  message: string;
  /** What to do, where the message gives the reason only. */
  remedy?: string;
  severity: Severity;
  /**
   * The cell's text where it may be shown: a grade, mark, subject, date. Left out or null where there is no one cell,
   * and for whatever could name a person: identities, names, free text.
   */
  value?: string | null;
}
