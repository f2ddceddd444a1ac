import type { Builder } from "./dom.js";
import { count } from "./format.js";

interface LongList<T> {
  /** The list, and the button that shows the rest of it. */
  elements: HTMLElement[];
  show(items: readonly T[]): void;
}

/** Rows that are drawn at once; the others when they are asked for. */
export const FIRST_ROWS = 50;

/** A list that stays quick with thousands of items: the first rows at once, the rest by a button; paper shows what the screen does. */
export function longList<T>(b: Builder, className: string, row: (item: T) => HTMLElement): LongList<T> {
  const { h } = b;
  const list = h("ol", { class: className });
  const more = h("button", { type: "button", class: "more" });
  let items: readonly T[] = [];
  let drawn = 0;
  const draw = (upTo: number): void => {
    const batch = b.nothing();
    for (const item of items.slice(drawn, upTo)) batch.appendChild(row(item));
    list.appendChild(batch);
    drawn = Math.min(upTo, items.length);
    more.textContent = `Show all ${count(items.length)}`;
    more.hidden = drawn >= items.length;
  };
  more.addEventListener("click", () => {
    const next = drawn;
    draw(items.length);
    const item = list.children[next] as HTMLElement | undefined;
    item?.setAttribute("tabindex", "-1");
    item?.focus();
  });
  return {
    elements: [list, more],
    show: (found) => {
      items = found;
      list.replaceChildren();
      drawn = 0;
      draw(FIRST_ROWS);
    },
  };
}
