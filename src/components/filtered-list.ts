import { type CsvValue, csvButton } from "./csv.js";
import { type Builder, card } from "./dom.js";
import { count, plural } from "./format.js";
import { onHash, readHash, writeHash } from "./hash.js";

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
  item: (row: Row) => Element;
  /** Stands above the list and goes with the choices. */
  above?: (values: Readonly<Record<string, string>>) => (Node | string)[];
  csv: { filename: string; header: string[]; cells: (row: Row) => CsvValue[][] };
}

const FIRST = 50;

/** A card with a list and its filters, which stay in the address; its CSV holds what is listed. */
export function filteredList<Row>(b: Builder, spec: FilteredListSpec<Row>): HTMLElement {
  const { h } = b;
  const view = b.document.defaultView;
  const selects = spec.filters.map(({ name, label, choices }) => {
    const select = h(
      "select",
      { name },
      choices.map(([value, text]) => h("option", { value }, text)),
    );
    return { name, select, label: h("label", {}, h("span", {}, label), select) };
  });
  const form = h(
    "form",
    { class: "filters", role: "search", "aria-label": spec.about },
    selects.map(({ label }) => label),
    h("button", { type: "reset" }, "Clear filters"),
  );
  const above = h("p", { class: "note" });
  const status = h("p", { class: "status", role: "status", "aria-live": "polite" });
  const list = h("ol", { class: "students" });
  const more = h("button", { type: "button", class: "more" });
  let found: Row[] = [];
  let drawn = 0;

  const draw = (upTo: number): void => {
    const batch = b.nothing();
    for (const row of found.slice(drawn, upTo)) batch.appendChild(spec.item(row));
    list.appendChild(batch);
    drawn = Math.min(upTo, found.length);
    more.textContent = `Show all ${count(found.length)}`;
    more.hidden = drawn >= found.length;
    status.textContent =
      found.length === 0
        ? `No ${spec.noun} matches these filters.`
        : `${plural(found.length, spec.noun)}${drawn < found.length ? `, the first ${count(drawn)} shown` : ""}.`;
  };
  const update = (): void => {
    const values = Object.fromEntries(selects.map(({ name, select }) => [name, select.value]));
    found = spec.rows.filter((row) =>
      spec.filters.every(({ name, keeps }) => values[name] === "" || keeps(row, values[name]!)),
    );
    above.replaceChildren(...(spec.above?.(values) ?? []));
    above.hidden = above.childNodes.length === 0;
    list.replaceChildren();
    drawn = 0;
    draw(FIRST);
    const chosen = selects.filter(({ select }) => select.selectedIndex > 0);
    writeHash(view, Object.fromEntries(chosen.map(({ name, select }) => [name, select.value])));
  };
  const choose = (state: URLSearchParams): void => {
    for (const { name, select } of selects) {
      const wanted = [...select.options].findIndex(({ value }) => value === state.get(name));
      select.selectedIndex = Math.max(0, wanted);
    }
    update();
  };

  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choose(new URLSearchParams());
  });
  more.addEventListener("click", () => {
    const next = drawn;
    draw(found.length);
    const item = list.children[next];
    if (item) {
      item.setAttribute("tabindex", "-1");
      (item as HTMLElement).focus();
    }
  });
  view?.addEventListener("beforeprint", () => draw(found.length));
  onHash(view, () => choose(readHash(view)));
  choose(readHash(view));
  return card(
    b,
    spec.title,
    { class: "listed" },
    form,
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
    list,
    more,
  );
}
