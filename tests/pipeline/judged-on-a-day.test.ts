import { expect, test } from "vitest";
import { readRiskFacts } from "../../loaders/at-risk/facts.ts";
import { judge } from "../../loaders/at-risk/judge.ts";
import { rules } from "../../loaders/at-risk/rules.ts";
import { extract } from "../../loaders/extract/extract.ts";
import { loadSettings } from "../../loaders/programme/load-settings.ts";
import { buildWarehouse } from "../../loaders/warehouse/build-warehouse.ts";

/** Everybody on roll on a day, judged by every rule, by a warehouse that looks at the programme as of another day or this one. */
async function judgedOn(folder: string, day: string, asOf: string) {
  const programme = loadSettings(folder);
  const settings = { ...programme.settings, asOf };
  const seen = { ...programme, settings };
  const warehouse = await buildWarehouse(seen, extract(seen));
  try {
    const facts = await readRiskFacts(warehouse);
    const ids = facts.judgements.filter((row) => row.day === day).map((row) => row.student_id);
    return new Map(ids.map((id) => [id, judge(facts.of(id, day)!, rules, settings.atRisk)]));
  } finally {
    warehouse.close();
  }
}

test.each([
  ["data/college", "2011-03-18", "2011-04-01"],
  ["data/school", "2013-06-07", "2013-06-14"],
])(
  "%s judged on the day of the last panel is the programme as it was seen on that day",
  async (folder, day, asOf) => {
    const later = await judgedOn(folder, day, asOf);
    const then = await judgedOn(folder, day, day);
    expect(later.size).toBeGreaterThan(900);
    expect([...later.keys()].sort()).toEqual([...then.keys()].sort());
    for (const [id, judged] of later) expect([id, judged]).toEqual([id, then.get(id)]);
  },
);
