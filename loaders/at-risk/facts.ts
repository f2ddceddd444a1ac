import { group } from "d3-array";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { riskModels } from "./models.ts";

/** Rows of the models of the rules of concern: one judgement is of one student on one day. Dates are ISO texts. */
interface Judged {
  student_id: string;
  day: string;
}

export interface JudgementRow extends Judged {
  year_starts_on: string;
  /** A day of the student's own reviews. */
  review: boolean;
}

export interface JudgedGradeRow extends Judged {
  subject: string;
  /** A criterion's id, or 'predictions'. */
  outcome: string;
  review_date: string;
  grade: string;
  scale: string | null;
  rank_sum: number;
  rank_count: number;
}

export interface BelowTargetRow extends Judged {
  subject: string;
  review_date: string;
  fresh: boolean;
  predicted: string;
  target: string;
  gap: number;
  below: boolean;
}

export interface DeclineRow extends Judged {
  subject: string;
  criterion: string;
  grade: string;
  earlier_grade: string;
  review_date: string;
  fresh: boolean;
}

export interface DeadlineRow extends Judged {
  subject: string;
  criterion: string;
  grade: string;
  review_date: string;
}

export interface CoverageRow extends Judged {
  newest_review: string | null;
  newest_prediction: string | null;
  subjects_reviewed_twice: number;
  /** Reviewed twice, the second time within staleDays. */
  subjects_compared: number;
  /** With no review within staleDays. */
  stale_subjects: number;
  /** With a grade within staleDays of a criterion about deadlines. */
  deadline_subjects: number;
}

export interface AttendanceRow extends Judged {
  possible: number;
  attended: number;
  late: number | null;
  latest: string;
  possible_lately: number;
  attended_lately: number;
  possible_before: number;
  attended_before: number;
}

export interface BehaviourRow extends Judged {
  year_group: string;
  suspensions: number;
  incidents: number;
  points: number;
  latest: string | null;
  /** The points that a tenth of the year group reach. */
  tenth: number;
  /** The file says something of somebody in that academic year. */
  recorded: boolean;
}

export interface MissedMeetingsRow extends Judged {
  last_held: string | null;
  missed: number;
  latest: string | null;
}

export interface OnTrackRow extends Judged {
  measure: string;
  review_date: string;
  passes: number;
  missing: number;
  english: boolean;
  maths: boolean;
  english_grades: string | null;
  maths_grades: string | null;
  on_track: boolean | null;
}

/** All that the rules judge one student by on one day. */
export interface RiskFacts {
  day: string;
  belowTarget: readonly BelowTargetRow[];
  declines: readonly DeclineRow[];
  deadlines: readonly DeadlineRow[];
  coverage: CoverageRow | undefined;
  attendance: AttendanceRow | undefined;
  behaviour: BehaviourRow | undefined;
  /** Only while an agreement is running. */
  meetings: MissedMeetingsRow | undefined;
  /** Only of the year groups of onTrack. */
  onTrack: OnTrackRow | undefined;
  priorAttainment: number | null;
}

/** The facts of every judgement of a warehouse, by student and day. */
export interface FactsFinder {
  judgements: readonly JudgementRow[];
  /** Undefined where the student was not on roll on that day, or the day is none of the student's. */
  of(studentId: string, day: string): RiskFacts | undefined;
}

export async function readRiskFacts(warehouse: Warehouse): Promise<FactsFinder> {
  await warehouse.make(riskModels);
  const key = ({ student_id, day }: Judged) => `${day} ${student_id}`;
  const rows = <T extends Judged>(model: string, order = "day, student_id") =>
    warehouse.rows<T>(model, order);
  const many = async <T extends Judged>(model: string, order: string) =>
    group(await rows<T>(model, `day, student_id, ${order}`), key);
  const one = async <T extends Judged>(model: string) =>
    new Map((await rows<T>(model)).map((row) => [key(row), row]));
  const judgements = await rows<JudgementRow>("judgements");
  const known = new Set(judgements.map(key));
  const belowTarget = await many<BelowTargetRow>("judged_below_target", "subject");
  const declines = await many<DeclineRow>("judged_declines", "subject, position");
  const deadlines = await many<DeadlineRow>("judged_deadlines", "subject, position");
  const coverage = await one<CoverageRow>("judged_coverage");
  const attendance = await one<AttendanceRow>("judged_attendance");
  const behaviour = await one<BehaviourRow>("judged_behaviour");
  const meetings = await one<MissedMeetingsRow>("judged_meetings");
  const onTrack = await one<OnTrackRow>("judged_on_track");
  const students = new Map(
    (
      await warehouse.rows<{ student_id: string; prior_attainment: number | null }>("students", "student_id")
    ).map((row) => [row.student_id, row]),
  );
  return {
    judgements,
    of: (student_id, day) => {
      const at = key({ student_id, day });
      if (!known.has(at)) return undefined;
      return {
        day,
        belowTarget: belowTarget.get(at) ?? [],
        declines: declines.get(at) ?? [],
        deadlines: deadlines.get(at) ?? [],
        coverage: coverage.get(at),
        attendance: attendance.get(at),
        behaviour: behaviour.get(at),
        meetings: meetings.get(at),
        onTrack: onTrack.get(at),
        priorAttainment: students.get(student_id)!.prior_attainment,
      };
    },
  };
}
