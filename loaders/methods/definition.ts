import type { RecordField } from "./record-field.ts";

/** What one number means, for a reader of the pages and for one of the record alike. */
export interface Definition {
  /** What readers call it. */
  term: string;
  /** What is counted or calculated, of whom, and in which unit; one or more full sentences. */
  meaning: string;
  /** Where the method is published. */
  source?: string;
  /** Fields of the record that hold it; empty for a number that stands on pages only. */
  fields: readonly RecordField[];
}

/** Definitions that belong together, under the heading that the Methods page gives them. */
export interface DefinitionGroup {
  title: string;
  definitions: readonly Definition[];
}
