import type { Loaded } from "../evaluation/loaded.ts";
import type { Edition } from "../publish/edition.ts";
import { loadAccount } from "../quality/account.ts";
import { atRiskPage } from "./at-risk.ts";
import { caseloadPage } from "./caseload.ts";
import { dataQualityPage } from "./data-quality.ts";
import { impactPage } from "./impact.ts";
import { methodsPage } from "./methods.ts";
import type { SiteData } from "./page-data.ts";
import { views } from "./views.ts";

const pages = [
  { name: "Impact", path: "/index" },
  { name: "At risk", path: "/at-risk" },
  { name: "Caseload", path: "/caseload" },
  { name: "Data quality", path: "/data-quality" },
  { name: "Methods", path: "/methods" },
];

/** The views each page names as missing; the others belong to other pages. */
const viewsOf = {
  impact: [
    "review grades",
    "predicted grades",
    "on track",
    "predicted against target",
    "progress from starting points",
    "accuracy of predictions",
    "survey",
    "dose",
    "cost",
    "weeks without holidays",
  ],
  atRisk: ["review grades", "below target", "attendance", "mentors' names"],
  caseload: [
    "review grades",
    "predicted grades",
    "dose",
    "actions due",
    "praise",
    "weeks without holidays",
    "mentors' names",
  ],
};

/** The leaders' edition: everything of the programme. */
export async function leadersEdition({
  programme,
  extract,
  warehouse,
  evaluation,
}: Loaded): Promise<Edition> {
  const { settings } = programme;
  const all = views(extract, settings).filter((view) => !view.available);
  const site = (named: readonly string[]): SiteData => ({
    programme: settings.name,
    institution: settings.institution,
    academicYear: settings.academicYear,
    asOf: settings.asOf,
    synthetic: settings.synthetic,
    missingViews: all
      .filter((view) => named.includes(view.view))
      .map(({ view, needs, sentence }) => ({ view, needs, sentence })),
  });
  const atRisk = await atRiskPage(programme, warehouse, site(viewsOf.atRisk));
  const impact = await impactPage(programme, warehouse, evaluation, site(viewsOf.impact));
  return {
    name: "leaders",
    title: settings.name,
    institution: settings.institution,
    pages,
    data: {
      "impact.json": impact,
      "at-risk.json": atRisk,
      "caseload.json": await caseloadPage(programme, warehouse, site(viewsOf.caseload)),
      "data-quality.json": dataQualityPage(loadAccount(extract, settings), site([]), atRisk.freshness),
      "methods.json": methodsPage(programme, evaluation, site([]), impact.freshness),
    },
  };
}
