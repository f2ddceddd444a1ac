import { type CsvValue, csvButton } from "./csv.js";
import { type Builder, uniqueId } from "./dom.js";
import { NOT_KNOWN } from "./format.js";

/** Text to read, the unrounded value that the CSV holds where it is another one, and the page that the first cell leads to. */
export type Cell = string | { text: string; value: CsvValue; href?: string };

interface Column {
  label: string;
  numeric?: boolean;
}

export interface TableSpec {
  caption: string;
  /** Name of the CSV file, without its ending. */
  filename: string;
  columns: Column[];
  /** The first cell of a row is its header. */
  rows: Cell[][];
  /** Printed under the table: what "not known" is for, units, what is counted twice. */
  notes?: string[];
  /** Not printed, where the picture already states each number. */
  screenOnly?: boolean;
}

export const numberCell = (value: number | null, format: (value: number) => string): Cell =>
  value === null ? { text: NOT_KNOWN, value: null } : { text: format(value), value };

const textOf = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);
const drawn = ({ h }: Builder, cell: Cell): Node | string =>
  typeof cell === "object" && cell.href ? h("a", { href: cell.href }, cell.text) : textOf(cell);
const csvOf = (cell: Cell): CsvValue => (typeof cell === "string" ? cell : cell.value);

/** A table with caption and scopes, in a region that scrolls by keyboard, with its numbers as CSV. */
export function dataTable(b: Builder, spec: TableSpec): HTMLElement {
  const { h } = b;
  const id = uniqueId("table");
  const numeric = (i: number): string | null => (spec.columns[i]?.numeric ? "number" : null);
  const table = h(
    "table",
    {},
    h("caption", { id }, h("span", {}, spec.caption)),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        spec.columns.map((column, i) => h("th", { scope: "col", class: numeric(i) }, column.label)),
      ),
    ),
    h(
      "tbody",
      {},
      spec.rows.map((row) =>
        h(
          "tr",
          {},
          row.map((cell, i) =>
            i === 0
              ? h("th", { scope: "row", class: numeric(i) }, drawn(b, cell))
              : h(
                  "td",
                  {
                    class:
                      [numeric(i), textOf(cell) === NOT_KNOWN && "unknown"].filter(Boolean).join(" ") || null,
                  },
                  textOf(cell),
                ),
          ),
        ),
      ),
    ),
  );
  return h(
    "div",
    { class: "data-table" },
    h("div", { class: "scroll", role: "region", tabindex: 0, "aria-labelledby": id }, table),
    (spec.notes ?? []).map((note) => h("p", { class: "note" }, note)),
    csvButton(b, spec.filename, spec.caption, () => [
      spec.columns.map((column) => column.label),
      ...spec.rows.map((row) => row.map(csvOf)),
    ]),
  );
}

/** The table behind a chart: folded on the screen, open on paper. Several behind one chart are told apart by what they show. */
export function tableDetails(b: Builder, spec: TableSpec, summary = "Show the table"): HTMLElement {
  const element = details(b, summary, spec.caption, dataTable(b, spec));
  element.classList.add("behind");
  if (spec.screenOnly) element.classList.add("screen");
  return element;
}

export function details(b: Builder, summary: string, about: string, ...children: Node[]): HTMLElement {
  const element = b.h(
    "details",
    {},
    b.h("summary", {}, summary, b.h("span", { class: "hidden" }, `: ${about}`)),
    ...children,
  );
  const view = b.document.defaultView;
  if (view) {
    let opened = false;
    view.addEventListener("beforeprint", () => {
      opened = !element.open;
      element.open = true;
    });
    view.addEventListener("afterprint", () => {
      if (opened) element.open = false;
    });
  }
  return element;
}
