import type { LoadAccount } from "../quality/account.ts";
import { headline, lineSum, safety } from "../quality/sentences.ts";
import type { DataQualityPage, Freshness, SiteData } from "./page-data.ts";

/** The leaders' page Data quality: the account that `check` prints. */
export function dataQualityPage(account: LoadAccount, site: SiteData, freshness: Freshness): DataQualityPage {
  return {
    site,
    freshness,
    headline: headline(account.totals),
    sum: `${lineSum(account.totals.lines)}.`,
    safety: safety(
      account.totals,
      ".impact/quarantine of the programme folder, where that can be written to",
    ),
    account,
  };
}
