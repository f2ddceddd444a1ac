import { builder, card, type Options } from "./dom.js";

/** Where the questions that follow from the finding are answered. */
export function furtherCard(options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  return card(
    b,
    "Further questions",
    {},
    h(
      "ul",
      {},
      h("li", {}, h("a", { href: "./delivery.html" }, "How much mentoring was delivered?")),
      h("li", {}, h("a", { href: "./who-benefits.html" }, "Who benefits? Change by group, exploratory")),
    ),
  );
}
