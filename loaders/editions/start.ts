import type { EvaluationRecord } from "../evaluation/record.ts";
import type { EditionPage } from "../publish/edition.ts";
import type { Freshness, SiteData } from "./page-data.ts";

/** A page that the start page leads to: the question it answers, and the answer in a sentence. */
export interface AnsweringPage extends EditionPage {
  group: string;
  question: string;
  /** Ends in the page's own title. */
  answer: string;
}

export interface StartPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  load: EvaluationRecord["load"];
  groups: { group: string; pages: AnsweringPage[] }[];
}

/** The page an edition opens on: its readers' first question answered, and every other page with its own answer. */
export function startPage(
  pages: readonly AnsweringPage[],
  rest: Pick<StartPage, "site" | "freshness" | "headline" | "load">,
): StartPage {
  return {
    ...rest,
    groups: [...new Set(pages.map(({ group }) => group))].map((group) => ({
      group,
      pages: pages.filter((page) => page.group === group),
    })),
  };
}
