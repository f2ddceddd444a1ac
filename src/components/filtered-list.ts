import { type CsvValue, csvButton } from "./csv.js";
import { type Builder, card } from "./dom.js";
import { filterForm } from "./filter-form.js";
import { plural } from "./format.js";
import { FIRST_ROWS, longList } from "./long-list.js";

/** A choice above a list; the value "" keeps every row. Without such a choice the first one stands. */
export interface ListFilter<Row> {
  name: string;
  label: string;
  choices: readonly (readonly [value: string, text: string])[];
  keeps: (row: Row, value: string) => boolean;
}

export interface FilteredListSpec<Row> {
  title: string;
  /** Of the form, for who hears it: "Filter the students". */
  about: string;
  noun: string;
  filters: readonly ListFilter<Row>[];
  rows: readonly Row[];
  item: (row: Row) => HTMLElement;
  /** Stands above the list and goes with the choices. */
  above?: (values: Readonly<Record<string, string>>) => (Node | string)[];
  csv: { filename: string; header: string[]; cells: (row: Row) => CsvValue[][] };
}

/** A card with a list and its filters, which stay in the address; its CSV holds what is listed. */
export function filteredList<Row>(b: Builder, spec: FilteredListSpec<Row>): HTMLElement {
  const { h } = b;
  const above = h("p", { class: "note" });
  const status = h("p", { class: "status", role: "status", "aria-live": "polite" });
  const list = longList<Row>(b, "students", spec.item);
  let found: Row[] = [];
  const form = filterForm(b, spec.about, spec.filters, (values) => {
    found = spec.rows.filter((row) =>
      spec.filters.every(({ name, keeps }) => values[name] === "" || keeps(row, values[name]!)),
    );
    above.replaceChildren(...(spec.above?.(values) ?? []));
    above.hidden = above.childNodes.length === 0;
    list.show(found);
    const shown = found.length > FIRST_ROWS ? `, the first ${FIRST_ROWS} shown` : "";
    status.textContent =
      found.length === 0
        ? `No ${spec.noun} matches these filters.`
        : `${plural(found.length, spec.noun)}${shown}.`;
  });
  form.start();
  return card(
    b,
    spec.title,
    { class: "listed" },
    form.element,
    above,
    h(
      "div",
      { class: "list-head" },
      status,
      csvButton(b, spec.csv.filename, `the ${spec.noun}s listed`, () => [
        spec.csv.header,
        ...found.flatMap(spec.csv.cells),
      ]),
    ),
    list.elements,
  );
}
