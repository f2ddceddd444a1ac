import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { agendaSheets } from "../../src/components/agenda.js";
import { atRiskList } from "../../src/components/at-risk.js";
import { doseCard, mentorsCard, weeksCard } from "../../src/components/delivery.js";
import type { Options } from "../../src/components/dom.js";
import { flagChecks } from "../../src/components/flags.js";
import {
  comparisonCard,
  distributionsCard,
  findingCard,
  gainsCard,
  onTrackCard,
  outcomeCard,
} from "../../src/components/impact.js";
import { standingsCard } from "../../src/components/one-grade-away.js";
import { referralsCard, stepsCard } from "../../src/components/selection.js";
import { studentHeatMaps, studentTargets } from "../../src/components/student-grades.js";
import { studentTimeline } from "../../src/components/student-timeline.js";
import { freshnessCard } from "../../src/components/teachers-data.js";
import { groupsCard } from "../../src/components/who-benefits.js";
import { sampleData } from "../support/examples-edition.ts";

/**
 * Every chart and list as it is drawn from the samples' data, kept beside this file. A change that is meant is written
 * by `npx vitest run --project golden -u`, and looked at in the difference.
 */
// biome-ignore lint/suspicious/noExplicitAny: data of pages, as JSON holds them.
type Page = any;
const drawn: [name: string, file: string, draw: (page: Page, options: Options) => Node | Node[]][] = [
  ["finding", "impact.json", findingCard],
  ["diverging-bar", "impact.json", outcomeCard],
  ["interval-plot", "impact.json", gainsCard],
  ["love-plot", "impact.json", comparisonCard],
  ["distributions", "impact.json", distributionsCard],
  ["on-track", "impact.json", onTrackCard],
  ["flags", "flags.json", flagChecks],
  [
    "ranked-list",
    "at-risk.json",
    (page, options) => atRiskList({ ...page, students: page.students.slice(0, 4) }, options),
  ],
  [
    "print-sheet",
    "agenda.json",
    (page, options) => agendaSheets({ ...page, students: page.students.slice(0, 1) }, options),
  ],
  ["meetings-by-week", "delivery.json", weeksCard],
  ["places-by-mentor", "delivery.json", mentorsCard],
  ["dose", "delivery.json", doseCard],
  ["groups", "who-benefits.json", groupsCard],
  ["referral-steps", "selection.json", stepsCard],
  ["referrals", "selection.json", referralsCard],
  ["freshness", "teachers-data.json", freshnessCard],
  ["standings", "one-grade-away.json", standingsCard],
  [
    "timeline",
    "example-student.json",
    ({ page, entry, details }, options) => studentTimeline(page, entry.name, details, options),
  ],
  [
    "heat-map",
    "example-student.json",
    ({ page, details }, options) => studentHeatMaps(page, details, options),
  ],
  [
    "spark-line",
    "example-student.json",
    ({ page, details }, options) => studentTargets(page, details, options),
  ],
];

describe.each(["college", "school"] as const)("the components on the data of the %s", (sample) => {
  let data: Record<string, unknown>;
  beforeAll(async () => {
    data = await sampleData(sample);
  }, 120_000);

  test.each(drawn)("%s", async (name, file, draw) => {
    const { document } = new JSDOM("", { url: "http://localhost/" }).window;
    const holder = document.createElement("div");
    holder.append(...[draw(JSON.parse(JSON.stringify(data[file])), { document })].flat());
    await expect(pretty(holder.innerHTML)).toMatchFileSnapshot(`components/${sample}-${name}.html`);
  });
});

/** One tag a line, and ids counted anew, so that a difference shows what changed. */
function pretty(html: string): string {
  const ids = new Map<string, string>();
  return `${html
    .replace(/\b([a-z]+)-(\d+)(?=["\s)])/g, (id, kind) => {
      if (!ids.has(id)) ids.set(id, `${kind}-${ids.size + 1}`);
      return ids.get(id)!;
    })
    .replaceAll("><", ">\n<")}\n`;
}
