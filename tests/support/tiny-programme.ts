import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type AgendaPage, agendaPage } from "../../loaders/editions/agenda.ts";
import { atRiskPage } from "../../loaders/editions/at-risk.ts";
import { caseloadPage } from "../../loaders/editions/caseload.ts";
import { type FlagsPage, flagsPage } from "../../loaders/editions/flags.ts";
import { type OneGradeAwayPage, oneGradeAwayPage } from "../../loaders/editions/one-grade-away.ts";
import type { AtRiskPage, CaseloadPage, SiteData } from "../../loaders/editions/page-data.ts";
import { type SelectionPage, selectionPage } from "../../loaders/editions/selection.ts";
import { studentPages } from "../../loaders/editions/student.ts";
import { type TeachersDataPage, teachersDataPage } from "../../loaders/editions/teachers-data.ts";
import { views } from "../../loaders/editions/views.ts";
import type { EvaluationRecord } from "../../loaders/evaluation/record.ts";
import type { ProgrammeInput } from "../../loaders/programme/schema.ts";
import { evaluateFolder } from "./programme-records.ts";

/** The columns of each table, in the order in which a line gives its cells; cells left out at the end are empty. */
const columns = {
  students: "student_id,year_group,sex,joined_on,left_on,prior_attainment,prior_scale",
  reviews: "student_id,subject,review_date,criterion,grade,teacher",
  predictions: "student_id,subject,review_date,kind,grade,qualification,teacher",
  agreements: "student_id,mentor_id,starts_on,ended_on,end_reason,agreed_weeks,extended_to",
  meetings: "student_id,planned_on,status,held_on",
  actions: "student_id,set_on,action,due_on,checked_on,outcome,subject",
  feedback: "student_id,date,tone,comment,subject,teacher",
  survey: "response_id,question,answer,date",
  referrals:
    "student_id,referred_on,referred_by,reason,concern_subjects,invited_on,response,mentor_id,mentor_response",
  behaviour: "student_id,date,kind,points",
  panel: "student_id,panel_date,action,owner,due_on,success_measure,status,outcome",
  staff: "staff_id,name,role,capacity",
  calendar: "starts_on,ends_on,kind",
  costs: "item,hours,rate,amount",
  "attendance-marks": "student_id,date,session,mark",
  "attendance-totals": "student_id,period_start,period_end,possible,attended",
} as const;
type TinyTable = keyof typeof columns;

/**
 * A programme of a few lines: `reviews: ["ann, Maths, 2024-01-08, effort, 3"]`. Students that are not listed are in
 * Year 11; each is called by the identifier.
 */
export type TinyProgramme = { settings?: Partial<ProgrammeInput> } & {
  [table in TinyTable]?: readonly string[];
};

/** Effort on the scale five, 5 as best; predicted grades from 9 to U. */
const settings: ProgrammeInput = {
  name: "Tiny programme",
  institution: "Tiny School",
  phase: "secondary",
  academicYear: "2023-24",
  asOf: "2024-05-31",
  scales: [{ id: "five", label: "Five grades", bestFirst: ["5", "4", "3", "2", "1"] }],
  criteria: [{ id: "effort", label: "Effort", scale: "five" }],
  qualifications: [{ match: "*", scale: "gcse91" }],
};

/** The exports of a programme by file name, each as its lines, the header first. */
export function tinyFiles({ settings: _, ...given }: TinyProgramme): Map<string, string[]> {
  const tables = { ...given, students: everyStudent(given) };
  return new Map(
    (Object.keys(columns) as TinyTable[]).flatMap((table) => {
      const lines = tables[table];
      if (!lines) return [];
      const header = columns[table].split(",");
      const csv = lines.map((line) => header.map((_, i) => line.split(",")[i]?.trim() ?? "").join(","));
      if (table !== "students") return [[`${table}.csv`, [header.join(","), ...csv]]];
      return [
        [
          "students.csv",
          [
            `${columns.students},surname,forename`,
            ...csv.map((line) => `${line},Student,${line.split(",")[0]}`),
          ],
        ],
      ];
    }),
  );
}

/** Students given, and every other one that a line of another table names. */
function everyStudent(given: Omit<TinyProgramme, "settings">): string[] {
  const first = (line: string) => line.split(",")[0]!.trim();
  const own = given.students ?? [];
  const named = (Object.keys(columns) as TinyTable[])
    .filter((table) => columns[table].startsWith("student_id"))
    .flatMap((table) => (given[table] ?? []).map(first));
  const others = new Set(named.filter((id) => !own.some((line) => first(line) === id)));
  return [...own, ...[...others].sort().map((id) => `${id}, 11`)];
}

/** Writes a programme folder into a new temporary folder. */
export function tinyFolder(programme: TinyProgramme, files = tinyFiles(programme)): string {
  const folder = mkdtempSync(join(tmpdir(), "tiny-programme-"));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, lines] of files) write(name, `${lines.join("\n")}\n`);
  write("programme.json", JSON.stringify({ ...settings, ...programme.settings }));
  return folder;
}

/** What a tiny programme gives; every line of it must have been accepted. */
interface TinyResult {
  record: EvaluationRecord;
  atRisk: AtRiskPage;
  caseload: CaseloadPage;
  agenda: AgendaPage;
  flags: FlagsPage;
  selection: SelectionPage;
  oneGradeAway: OneGradeAwayPage;
  teachersData: TeachersDataPage;
  student: Awaited<ReturnType<typeof studentPages>>;
}

/** Evaluates a tiny programme, and makes its pages. */
export async function evaluateTiny(
  description: TinyProgramme,
  files = tinyFiles(description),
): Promise<TinyResult> {
  const folder = tinyFolder(description, files);
  try {
    const { programme, extract, warehouse, evaluation } = await evaluateFolder(folder);
    try {
      const problems = extract.files.flatMap((file) =>
        file.problems
          .filter(({ severity }) => severity === "error")
          .map(({ message }) => `${file.name}: ${message}`),
      );
      if (problems.length > 0) throw new Error(`The tiny programme is not valid: ${problems.join(" ")}`);
      const site: SiteData = {
        programme: "",
        institution: "",
        academicYear: "",
        asOf: "",
        synthetic: true,
        missingViews: views(extract, programme.settings).filter(({ available }) => !available),
      };
      const atRisk = await atRiskPage(programme, warehouse, site);
      return {
        record: evaluation.record,
        atRisk,
        agenda: await agendaPage(programme, warehouse, atRisk),
        flags: await flagsPage(programme, warehouse, site, atRisk.freshness),
        selection: await selectionPage(programme, warehouse, site, atRisk),
        caseload: await caseloadPage(programme, warehouse, site),
        oneGradeAway: await oneGradeAwayPage(programme, warehouse, evaluation.record, site),
        teachersData: await teachersDataPage(programme, warehouse, evaluation, site),
        student: await studentPages(programme, warehouse, site, atRisk),
      };
    } finally {
      warehouse.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An ISO date some days later, or earlier with a negative number. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
