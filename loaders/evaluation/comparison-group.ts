import type { Programme } from "../programme/load-settings.ts";
import type { ProgrammeSettings } from "../programme/schema.ts";
import { type ComparedStudent, comparedStudents } from "./compared-students.ts";
import { type Covariate, covariatesOf } from "./covariates.ts";
import { matchedStudents } from "./matched-students.ts";
import type { Models } from "./models.ts";
import type { ComparisonGroup, Matching } from "./record.ts";
import type { StudentMeans } from "./student-means.ts";
import { ofSharedYears } from "./within-years.ts";

/** Who is compared with whom. */
export interface ComparedGroup {
  /** Mentored and other students; nobody where there is no comparison. */
  students: readonly ComparedStudent[];
  /** What they are compared on before the start. */
  covariates: readonly Covariate[];
  /** What of it may be adjusted for. */
  adjustable: readonly Covariate[];
  /** Of several year groups, one covariate for each but the most frequent, where each is compared within the own. */
  years: readonly Covariate[];
  /** Of each student the pair, where they were matched. */
  pairs?: readonly number[] | undefined;
  matching?: Matching;
  /** Why there is no comparison. */
  why?: string | undefined;
}

/**
 * Who is compared with whom on an outcome.
 * @param outcomes The criteria whose means are averaged, or the one outcome.
 */
export function comparedGroup(
  { settings }: Pick<Programme, "settings">,
  models: Pick<Models, "comparisonMeans" | "students">,
  mentees: readonly StudentMeans[],
  outcomes: readonly string[],
): ComparedGroup {
  const { group, covariates } = settings.comparison;
  const studentOf = (id: string) => models.students.get(id)!;
  return comparisonGroup(
    group,
    covariates,
    comparedStudents(mentees, models.comparisonMeans, outcomes, studentOf),
  );
}

/** Chooses from the measured mentees, and the others of their year groups, those whom the setting compares. */
function comparisonGroup(
  group: ComparisonGroup,
  names: ProgrammeSettings["comparison"]["covariates"],
  students: readonly ComparedStudent[],
): ComparedGroup {
  if (!students.some(({ mentored }) => mentored)) return nobody("No mentored student was measured.");
  if (students.every(({ mentored }) => mentored))
    return nobody(
      "No other student of the mentees' year groups is known before and after in the same weeks.",
    );
  if (group === "year-group")
    return withinYears(
      names.filter((name) => name !== "year_group"),
      students,
    );
  const covariates = covariatesOf(
    names,
    students.map(({ student }) => student),
  );
  if (group === "all-others") return { students, covariates, adjustable: covariates, years: [] };
  const { matching, covariates: adjustable, ...matched } = matchedStudents(students, covariates);
  return { ...matched, covariates, adjustable, years: [], matching, why: matching.why };
}

function withinYears(
  names: ProgrammeSettings["comparison"]["covariates"],
  students: readonly ComparedStudent[],
): ComparedGroup {
  const shared = ofSharedYears(students);
  if (shared.length === 0)
    return nobody(
      "No other student of a mentee's own year group is known before and after in the same weeks.",
    );
  const rows = shared.map(({ student }) => student);
  const covariates = covariatesOf(names, rows);
  return { students: shared, covariates, adjustable: covariates, years: covariatesOf(["year_group"], rows) };
}

function nobody(why: string): ComparedGroup {
  return { students: [], covariates: [], adjustable: [], years: [], why };
}
