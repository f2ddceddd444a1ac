/** A4 less the margins of paper.css and a little to spare, in pixels of CSS. */
const HEIGHT = 1008;

/** Size of the text in points, and how many items of each long list are kept: the first that fits is taken. */
const STEPS: readonly (readonly [points: number, items: number])[] = [
  [8.5, Infinity],
  [8.5, 8],
  [8.5, 6],
  [8, 6],
  [8, 5],
  [7.75, 5],
  [7.75, 4],
  [7.5, 4],
  [7.25, 4],
  [7.25, 3],
  [7, 3],
  [6.75, 3],
  [6.75, 2],
  [6.5, 2],
  [6.25, 2],
  [6.25, 1],
  [6, 1],
  [6, 0],
  [5.75, 0],
  [5.5, 0],
  [5, 0],
  [4.5, 0],
  [4, 0],
];

/**
 * Condenses an element to one A4 page while it is printed: smaller text, and lists cut to their first items with a line
 * that says how many are left out. All lengths of the class on-paper are in em, and its charts are drawn at --scale.
 * @param current The element to print; null where the page is printed as it is.
 */
export function onOnePage(view: Window | null, current: () => HTMLElement | null): void {
  view?.addEventListener("beforeprint", () => {
    const element = current();
    if (!element) return;
    element.classList.add("on-paper");
    for (const [points, items] of STEPS) {
      element.style.fontSize = `${points}pt`;
      element.style.setProperty("--scale", `${points / 13}`);
      shorten(element, items);
      if (!fits(element)) continue;
      fill(element, items);
      return;
    }
  });
  view?.addEventListener("afterprint", () => {
    const element = current();
    if (!element) return;
    element.classList.remove("on-paper");
    element.style.fontSize = "";
    shorten(element, Infinity);
  });
}

const fits = (element: HTMLElement): boolean => element.getBoundingClientRect().height <= HEIGHT;

/** Where a list stands beside something longer, there is room for more of its items. */
function fill(element: HTMLElement, items: number): void {
  for (let more = items + 1; more <= 8; more += 1) {
    shorten(element, more);
    if (fits(element)) continue;
    shorten(element, more - 1);
    return;
  }
}

/** The list is the element before the line that tells what it leaves out. */
function shorten(element: HTMLElement, keep: number): void {
  for (const line of element.querySelectorAll<HTMLElement>(".left-out")) {
    const items = [...line.previousElementSibling!.children] as HTMLElement[];
    for (const [i, item] of items.entries()) item.classList.toggle("off-paper", i >= keep);
    const left = Math.max(0, items.length - keep);
    line.textContent = left === 0 ? "" : `${left} more on the screen.`;
  }
}
