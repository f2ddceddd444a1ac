import type { Freshness, SiteData } from "../../loaders/editions/page-data.ts";
import { builder, card, type Options } from "./dom.js";
import { count, plural } from "./format.js";

interface PageHead {
  site: SiteData;
  freshness: Freshness;
  headline: string;
}

/** The page's title states the finding; under it, how old the data are. */
export function pageHead(page: PageHead, name: string, options: Options = {}): HTMLElement {
  const { h } = builder(options);
  const { site } = page;
  return h(
    "div",
    { class: "page-head" },
    site.synthetic && h("p", { class: "invented" }, "Invented data: no real student"),
    h("p", { class: "eyebrow" }, [name, site.programme, site.institution, site.academicYear].join(" · ")),
    h("h1", {}, page.headline),
    h("p", { class: "as-of" }, page.freshness.sentence),
  );
}

/** One box with a sentence for each view that the programme folder does not switch on. */
export function missingViews(site: SiteData, options: Options = {}): Node {
  const b = builder(options);
  if (site.missingViews.length === 0) return b.nothing();
  return card(
    b,
    "What is missing",
    { class: "missing" },
    b.h(
      "ul",
      {},
      site.missingViews.map((view) => b.h("li", {}, view.sentence)),
    ),
  );
}

/** Rows in and rows used. */
export function sourcesCard(
  load: { rowsIn: number; accepted: number; quarantined: number },
  options: Options = {},
): HTMLElement {
  const b = builder(options);
  return card(
    b,
    "Where the numbers come from",
    {},
    b.h(
      "p",
      {},
      load.quarantined === 0
        ? `The programme folder held ${plural(load.rowsIn, "row")} and all were used.`
        : `The programme folder held ${plural(load.rowsIn, "row")}: ${count(load.accepted)} were used and ${count(load.quarantined)} could not be and were set aside, each with its reason.`,
    ),
  );
}
