import { agendaPage } from "../../loaders/editions/agenda.ts";
import { atRiskPage } from "../../loaders/editions/at-risk.ts";
import { deliveryPage } from "../../loaders/editions/delivery.ts";
import { impactPage } from "../../loaders/editions/impact.ts";
import type { SiteData } from "../../loaders/editions/page-data.ts";
import { studentPages } from "../../loaders/editions/student.ts";
import { views } from "../../loaders/editions/views.ts";
import { whoBenefitsPage } from "../../loaders/editions/who-benefits.ts";
import type { Loaded } from "../../loaders/evaluation/loaded.ts";

/** What is said around the pages of a loaded programme. */
export function siteOf({ programme, extract }: Loaded): SiteData {
  const { name, institution, academicYear, asOf, synthetic } = programme.settings;
  return {
    programme: name,
    institution,
    academicYear,
    asOf,
    synthetic,
    missingViews: views(extract, programme.settings).filter(({ available }) => !available),
  };
}

export const atRiskOf = (loaded: Loaded) => atRiskPage(loaded.programme, loaded.warehouse, siteOf(loaded));

export const agendaOf = async (loaded: Loaded) =>
  agendaPage(loaded.programme, loaded.warehouse, await atRiskOf(loaded));

const freshnessOf = async (loaded: Loaded) => {
  const { programme, warehouse, evaluation } = loaded;
  return (await impactPage(programme, warehouse, evaluation, siteOf(loaded))).freshness;
};

export const deliveryOf = async (loaded: Loaded) =>
  deliveryPage(
    loaded.programme,
    loaded.warehouse,
    loaded.evaluation,
    siteOf(loaded),
    await freshnessOf(loaded),
  );

export const whoBenefitsOf = async (loaded: Loaded) =>
  whoBenefitsPage(
    loaded.programme,
    loaded.warehouse,
    loaded.evaluation,
    siteOf(loaded),
    await freshnessOf(loaded),
  );
export const studentsOf = async (loaded: Loaded) =>
  studentPages(loaded.programme, loaded.warehouse, siteOf(loaded), await atRiskOf(loaded));
