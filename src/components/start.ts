import type { StartPage } from "../../loaders/editions/start.ts";
import { builder, card, type Options } from "./dom.js";

/** The questions of the edition's readers, each with its answer in a sentence and the page that shows why. */
export function answers(page: StartPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  return h(
    "div",
    { class: "answers" },
    page.groups.map(({ group, pages }) =>
      card(
        b,
        group,
        {},
        h(
          "dl",
          {},
          pages.map(({ name, path, question, answer }) =>
            h(
              "div",
              {},
              h("dt", {}, question),
              h("dd", {}, answer),
              h("dd", {}, h("a", { href: `.${path}.html` }, name)),
            ),
          ),
        ),
      ),
    ),
  );
}
