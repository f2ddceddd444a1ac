import { mean } from "d3-array";
import type { Evaluation } from "../evaluation/evaluate.ts";
import { outcomeLabel } from "../evaluation/evaluate.ts";
import type { Models, StudentRow } from "../evaluation/models.ts";
import type { Change, Subgroups } from "../evaluation/record.ts";
import { groupsBy, inOrder } from "../evaluation/subgroups.ts";
import { fewestToJudge } from "../evaluation/verdict-rule.ts";
import { alike, list, longDate, numberWord, withinSentence } from "../evaluation/words.ts";
import type { Programme } from "../programme/load-settings.ts";
import { toNumber } from "../statistics/fraction.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import type { Freshness, SiteData } from "./page-data.ts";

type RecordedGroup = Subgroups["groups"][number];

export interface BenefitGroup extends RecordedGroup {
  /** Mean grade before of the measured, in steps from 1; null where nobody is measured. */
  meanBefore: number | null;
  /** Mentees of the group who started and are not measured. */
  notMeasured: number;
}

export interface WhoBenefitsPage {
  site: SiteData;
  freshness: Freshness;
  headline: string;
  /** What is looked at: the primary outcome. */
  outcome: string;
  /** Of all measured mentees together. */
  everyone: Pick<Change, "n" | "mean" | "ci95">;
  subgroups: { by: string; label: string; groups: BenefitGroup[] }[];
}

/** The change within each group that the settings declare, each by itself, and who is not measured in it. */
export async function whoBenefitsPage(
  programme: Programme,
  warehouse: Warehouse,
  { record, means }: Evaluation,
  site: SiteData,
  freshness: Freshness,
): Promise<WhoBenefitsPage> {
  const { settings } = programme;
  const students = await warehouse.rows<StudentRow>("students", "student_id");
  const models = {
    students: new Map(students.map((row) => [row.student_id, row])),
    menteeProfiles: await warehouse.rows<Models["menteeProfiles"][number]>("mentee_profiles", "student_id"),
  };
  const started = (await warehouse.rows<{ student_id: string }>("mentees", "student_id")).map(
    ({ student_id }) => student_id,
  );
  const before = new Map(
    means.get(settings.primaryOutcome)!.map((own) => [own.studentId, toNumber(own.before)]),
  );
  const { n, mean: change, ci95 } = record.primary.change;
  const subgroups = settings.subgroups.map((by, i) => {
    const { label, groups } = record.subgroups[i]!;
    const groupOf = groupsBy(by, models, [...before.keys()]);
    return {
      by,
      label,
      groups: inOrder([...new Set(started.map(groupOf))]).map((value): BenefitGroup => {
        const own = started.filter((id) => groupOf(id) === value);
        const recorded = groups.find((group) => group.value === value) ?? nobody(value);
        return {
          ...recorded,
          meanBefore: mean(own, (id) => before.get(id)) ?? null,
          notMeasured: own.length - recorded.n,
        };
      }),
    };
  });
  return {
    site,
    freshness,
    headline: headline(subgroups, started.length, settings.asOf),
    outcome: outcomeLabel(programme, settings.primaryOutcome),
    everyone: { n, mean: change, ci95 },
    subgroups,
  };
}

function nobody(value: string | null): RecordedGroup {
  return { value, n: 0, up: 0, down: 0, same: 0, mean: null, ci95: null, why: "No student was measured." };
}

/** What is looked at and how little it settles; never a group, for of several one often stands out by luck. */
function headline(subgroups: WhoBenefitsPage["subgroups"], started: number, asOf: string): string {
  if (subgroups.length === 0)
    return "Who benefits is not looked into: no groups are declared in programme.json.";
  if (started === 0) return `No student had started by ${longDate(asOf)}, so there is nothing to compare.`;
  const all = subgroups.flatMap(({ groups }) => groups).filter(({ value }) => value !== null);
  const large = all.filter(({ n }) => n >= fewestToJudge).length;
  if (all.length === 0)
    return "Who benefits is not known: of no mentee do the files give what the declared groups are made by.";
  const by = list(
    subgroups
      .filter(({ groups }) => groups.some(({ value }) => value !== null))
      .map(({ label }) => withinSentence(label)),
  );
  return `Change by ${by} is exploratory: ${largeEnough(large, all.length)}, and no group is a finding by itself.`;
}

function largeEnough(large: number, all: number): string {
  if (large === 0)
    return `no group has the ${numberWord(fewestToJudge)} measured students that an average takes`;
  if (all === 1) return "the one group is large enough to average";
  const [some, groups] = alike(large, all);
  if (large === all) return `all ${groups} groups are large enough to average`;
  return `${some} of ${groups} groups ${large === 1 ? "is" : "are"} large enough to average`;
}
