import type { Builder } from "./dom.js";
import { onHash, readHash, writeHash } from "./hash.js";

/** A search field, or a choice of values with their words; the first value stands for no choice. */
export type FilterField =
  | { name: string; label: string; search: true }
  | { name: string; label: string; choices: readonly (readonly [value: string, words: string])[] };

interface FilterForm {
  element: HTMLFormElement;
  /** Reads the address, and from then on tells of each change. */
  start(): void;
}

/**
 * Controls that narrow a list. Their state is kept in the address, so that a reload, a bookmark and the back button
 * bring it back; an address that names a value which is not there chooses nothing.
 * @param changed Told the value of each field by its name, at first and after each change.
 */
export function filterForm(
  b: Builder,
  label: string,
  fields: readonly FilterField[],
  changed: (state: Record<string, string>) => void,
): FilterForm {
  const { h } = b;
  const view = b.document.defaultView;
  const controls = fields.map((field) => {
    const control =
      "search" in field
        ? h("input", { type: "search", name: field.name, autocomplete: "off" })
        : h(
            "select",
            { name: field.name },
            field.choices.map(([value, words]) => h("option", { value }, words)),
          );
    return { field, control };
  });
  const element = h(
    "form",
    { class: "filters", role: "search", "aria-label": label },
    controls.map(({ field, control }) => h("label", {}, h("span", {}, field.label), control)),
    h("button", { type: "reset" }, "Clear filters"),
  );
  const none = (field: FilterField): string => ("search" in field ? "" : field.choices[0]![0]);
  const update = (): void => {
    const state = Object.fromEntries(
      controls.map(({ field, control }) => [field.name, control.value.trim()]),
    );
    changed(state);
    writeHash(
      view,
      Object.fromEntries(
        controls.map(({ field }) => [
          field.name,
          state[field.name] === none(field) ? "" : state[field.name]!,
        ]),
      ),
    );
  };
  const restore = (): void => {
    const state = readHash(view);
    for (const { field, control } of controls) {
      control.value = state.get(field.name) ?? none(field);
      if ("selectedIndex" in control && control.selectedIndex < 0) control.value = none(field);
    }
    update();
  };
  return {
    element,
    start: () => {
      element.addEventListener("input", update);
      element.addEventListener("submit", (event) => event.preventDefault());
      element.addEventListener("reset", (event) => {
        event.preventDefault();
        for (const { field, control } of controls) control.value = none(field);
        update();
      });
      onHash(view, restore);
      restore();
    },
  };
}
