import type { ProblemCode } from "../extract/problem.ts";

/** What each code says, in words for a table of counts. */
const kinds: Record<ProblemCode, string> = {
  "blank-header": "column without a header",
  "constraint-error": "value that is not allowed",
  "duplicate-label": "header given twice",
  "duplicate-file": "file with the contents of another",
  "encoding-error": "bytes that are not text",
  "extra-cell": "too many cells",
  "file-error": "file that cannot be opened",
  "foreign-key": "person who is not in the folder",
  "format-not-applied": "cells that Excel shows otherwise",
  "format-shows-nothing": "cells by whose format nothing is shown",
  "formula-results-unsure": "formulas' results may be out of date",
  "formula-without-result": "formula without a result",
  "hidden-columns": "hidden columns, which are read",
  "hidden-rows": "hidden rows, which are read",
  "hidden-sheets": "hidden sheets, which are not read",
  "impossible-date": "date that cannot be",
  macros: "macros, which are not run",
  "merged-cells": "merged cells, which are spread",
  "merged-cells-cover-values": "merged cells that hide values",
  "long-cell": "cell that is too long",
  "missing-cell": "too few cells",
  "missing-label": "header that is needed and not there",
  "primary-key": "same key, other contents",
  "sheets-without-cells": "sheets without cells",
  "stray-quote": "quotation mark out of place",
  "struck-out": "text that is struck out and not read",
  "type-error": "not a date, number or yes or no",
  "unclosed-quote": "quotation mark never closed",
  "unknown-table": "file that cannot be recognised",
  "unmapped-value": "value that no setting maps",
  "unread-attribute": "attribute that is not read",
  "unread-element": "element that is not read",
};

export function kindInWords(code: ProblemCode): string {
  return kinds[code];
}
