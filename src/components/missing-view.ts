import type { ImpactPage } from "../../loaders/editions/page-data.ts";

/** Whether a view is off for want of a file, which the page lists with the others that are. */
export function isMissing({ site }: Pick<ImpactPage, "site">, view: string): boolean {
  return site.missingViews.some((missing) => missing.view === view);
}
