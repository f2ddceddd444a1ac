import type { Loaded } from "../evaluation/loaded.ts";
import type { Edition } from "../publish/edition.ts";
import { loadAccount } from "../quality/account.ts";
import { agendaPage } from "./agenda.ts";
import { atRiskPage } from "./at-risk.ts";
import { caseloadPage } from "./caseload.ts";
import { dataQualityPage } from "./data-quality.ts";
import { deliveryPage } from "./delivery.ts";
import { flagsPage } from "./flags.ts";
import { impactPage } from "./impact.ts";
import { methodsPage } from "./methods.ts";
import { oneGradeAwayPage } from "./one-grade-away.ts";
import type { SiteData } from "./page-data.ts";
import { pageTerms } from "./page-terms.ts";
import { selectionPage } from "./selection.ts";
import { startPage } from "./start.ts";
import { studentPages } from "./student.ts";
import { teachersDataPage } from "./teachers-data.ts";
import { views } from "./views.ts";
import { whoBenefitsPage } from "./who-benefits.ts";

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
  delivery: ["review grades", "dose", "weeks without holidays", "mentors' names"],
  whoBenefits: ["review grades", "mentors' names"],
  atRisk: ["review grades", "below target", "attendance", "mentors' names"],
  selection: ["review grades", "below target", "referrals"],
  caseload: [
    "review grades",
    "predicted grades",
    "dose",
    "actions due",
    "praise",
    "weeks without holidays",
    "mentors' names",
  ],
  oneGradeAway: ["predicted grades", "on track", "predicted against target"],
  teachersData: ["review grades", "predicted grades", "praise", "attendance", "accuracy of predictions"],
  student: [
    "review grades",
    "predicted grades",
    "predicted against target",
    "attendance",
    "behaviour",
    "dose",
    "actions due",
    "praise",
    "panel's decisions",
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
  const agenda = await agendaPage(programme, warehouse, atRisk);
  const selection = await selectionPage(programme, warehouse, site(viewsOf.selection), atRisk);
  const flags = await flagsPage(programme, warehouse, site(viewsOf.atRisk), atRisk.freshness);
  const impact = await impactPage(programme, warehouse, evaluation, site(viewsOf.impact));
  const delivery = await deliveryPage(
    programme,
    warehouse,
    evaluation,
    site(viewsOf.delivery),
    impact.freshness,
  );
  const whoBenefits = await whoBenefitsPage(
    programme,
    warehouse,
    evaluation,
    site(viewsOf.whoBenefits),
    impact.freshness,
  );
  const caseload = await caseloadPage(programme, warehouse, site(viewsOf.caseload));
  const oneGradeAway = await oneGradeAwayPage(
    programme,
    warehouse,
    evaluation.record,
    site(viewsOf.oneGradeAway),
  );
  const teachersData = await teachersDataPage(programme, warehouse, evaluation, site(viewsOf.teachersData));
  const student = await studentPages(programme, warehouse, site(viewsOf.student), atRisk);
  const quality = dataQualityPage(loadAccount(extract, settings), site([]), atRisk.freshness);
  const methods = methodsPage(programme, evaluation, site([]), impact.freshness);
  const pages = [
    {
      name: "Impact",
      path: "/impact",
      group: "Programme",
      question: "Does the mentoring work?",
      answer: `Verdict: ${evaluation.record.primary.verdict}. ${impact.findings.headline}`,
    },
    {
      name: "Dose and delivery",
      path: "/delivery",
      group: "Programme",
      question: "How much mentoring was delivered?",
      answer: delivery.headline,
    },
    {
      name: "Who benefits",
      path: "/who-benefits",
      group: "Programme",
      question: "Who benefits?",
      answer: whoBenefits.headline,
    },
    {
      name: "Selection",
      path: "/selection",
      group: "Programme",
      question: "Were the right students chosen?",
      answer: selection.headline,
    },
    {
      name: "At risk",
      path: "/at-risk",
      group: "Students",
      question: "Who is at risk now, and why?",
      answer: atRisk.headline,
    },
    {
      name: "Agenda",
      path: "/agenda",
      group: "Students",
      question: "Whom does the next panel discuss?",
      answer: agenda.headline,
    },
    {
      name: "Student",
      path: "/student",
      group: "Students",
      question: "What is known about one student?",
      answer: student.page.headline,
    },
    {
      name: "One grade away",
      path: "/one-grade-away",
      group: "Students",
      question: "Who misses a threshold by one subject or one grade?",
      answer: oneGradeAway.headline,
    },
    {
      name: "Flags",
      path: "/flags",
      group: "Students",
      question: "Do the flags work?",
      answer: flags.headline,
    },
    {
      name: "Caseload",
      path: "/caseload",
      group: "Students",
      question: "What do mentors have before them?",
      answer: caseload.headline,
    },
    {
      name: "Data quality",
      path: "/data-quality",
      group: "Data",
      question: "Did the exports load, and is anything wrong with them?",
      answer: quality.headline,
    },
    {
      name: "Teachers\u2019 data",
      path: "/teachers-data",
      group: "Data",
      question: "Is the data behind this fresh and consistent?",
      answer: teachersData.headline,
    },
    {
      name: "Methods",
      path: "/methods",
      group: "Data",
      question: "What does each number mean?",
      answer: methods.headline,
    },
  ];
  const start = startPage(pages, {
    site: site(all.map(({ view }) => view)),
    freshness: impact.freshness,
    headline: impact.findings.headline,
    load: evaluation.record.load,
  });
  return {
    name: "leaders",
    title: settings.name,
    institution: settings.institution,
    pages: [
      { name: "Start", path: "/index" },
      ...pages.map(({ name, path, group }) => ({ name, path, group })),
    ],
    data: {
      "terms.json": pageTerms(),
      "start.json": start,
      "impact.json": impact,
      "delivery.json": delivery,
      "who-benefits.json": whoBenefits,
      "at-risk.json": atRisk,
      "agenda.json": agenda,
      "flags.json": flags,
      "selection.json": selection,
      "students.json": student.page,
      ...Object.fromEntries(student.shards.map((shard, i) => [`student-details-${i}.json`, shard])),
      "caseload.json": caseload,
      "one-grade-away.json": oneGradeAway,
      "data-quality.json": quality,
      "teachers-data.json": teachersData,
      "methods.json": methods,
    },
  };
}
