import { group } from "d3-array";
import { count, longDate, sentenceCase } from "../evaluation/words.ts";
import type { Programme } from "../programme/load-settings.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { displayName, type OnRollRow } from "./rows.ts";
import { studentKey } from "./student-key.ts";

const places = ["praise", "concern", "prediction", "absence"] as const;
export type ContradictionKind = (typeof places)[number];

/** A kind of contradiction, with how often it could be looked for and was found. */
export interface KindCount {
  kind: ContradictionKind;
  label: string;
  meaning: string;
  comparable: number;
  contradictions: number;
}

export interface SubjectCount {
  subject: string;
  teacher: string | null;
  comparable: number;
  contradictions: number;
}

/** Two facts about a student that do not seem to say the same. */
export interface Contradiction {
  kind: ContradictionKind;
  key: string;
  name: string;
  yearGroup: string;
  tutorGroup: string | null;
  subject: string;
  teacher: string | null;
  /** The later of the two. */
  date: string;
  one: string;
  other: string;
}

interface Fact {
  student_id: string;
  subject: string;
  teacher: string | null;
  review_date: string;
  criteria: number;
}

interface CommentRow extends Fact {
  date: string;
  tone: "praise" | "concern";
  comment: string | null;
  up: number;
  down: number;
  moved_against: boolean;
  stands_against: boolean;
}

interface PredictionRow extends Fact {
  earlier_grade: string;
  grade: string;
  up: number;
  down: number;
  opposed: boolean;
}

interface AbsentRow extends Fact {
  possible: number;
  attended: number;
  all_top: boolean;
}

interface Looked {
  kind: ContradictionKind;
  row: Fact;
  /** Null where the two facts agree. */
  found: Pick<Contradiction, "date" | "one" | "other"> | null;
}

const order = new Intl.Collator("en-GB", { numeric: true });

/** Where what teachers wrote, graded and predicted, and attendance, do not seem to say the same of a student. */
export async function contradictions(
  { settings }: Programme,
  warehouse: Warehouse,
  students: readonly OnRollRow[],
): Promise<{ kinds: KindCount[]; bySubject: SubjectCount[]; cases: Contradiction[] }> {
  const looked = await look(warehouse);
  const of = new Map(students.map((student) => [student.student_id, student]));
  const cases = looked.flatMap(({ kind, row, found }): Contradiction[] => {
    if (!found) return [];
    const student = of.get(row.student_id)!;
    return [
      {
        kind,
        key: studentKey(settings, row.student_id),
        name: displayName(student),
        yearGroup: student.year_group,
        tutorGroup: student.tutor_group,
        subject: row.subject,
        teacher: row.teacher,
        ...found,
      },
    ];
  });
  return {
    kinds: kindsOf(settings.atRisk).map((kind) => {
      const own = looked.filter((one) => one.kind === kind.kind);
      return { ...kind, comparable: own.length, contradictions: own.filter(({ found }) => found).length };
    }),
    bySubject: [...group(looked, ({ row }) => JSON.stringify([row.subject, row.teacher])).values()]
      .map((own) => ({
        subject: own[0]!.row.subject,
        teacher: own[0]!.row.teacher,
        comparable: own.length,
        contradictions: own.filter(({ found }) => found).length,
      }))
      .sort((a, b) => order.compare(a.subject, b.subject) || order.compare(a.teacher ?? "", b.teacher ?? "")),
    cases: cases.sort(
      (a, b) =>
        places.indexOf(a.kind) - places.indexOf(b.kind) ||
        (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) ||
        order.compare(a.name, b.name) ||
        order.compare(a.subject, b.subject),
    ),
  };
}

async function look(warehouse: Warehouse): Promise<Looked[]> {
  const comments = await warehouse.rows<CommentRow>(
    "comment_reviews",
    "student_id, subject, date, tone, comment, teacher",
  );
  const predictions = await warehouse.rows<PredictionRow>("prediction_moves", "student_id, subject");
  const absent = await warehouse.rows<AbsentRow>("absent_reviews", "student_id, subject");
  return [
    ...comments.map((row): Looked => ({ kind: row.tone, row, found: commentFound(row) })),
    ...predictions.map(
      (row): Looked => ({
        kind: "prediction",
        row,
        found: row.opposed
          ? {
              date: row.review_date,
              one: `Predicted grade up from ${row.earlier_grade} to ${row.grade}`,
              other: `${moved(row)}, both in the review of ${longDate(row.review_date)}`,
            }
          : null,
      }),
    ),
    ...absent.map(
      (row): Looked => ({
        kind: "absence",
        row,
        found: row.all_top
          ? {
              date: row.review_date,
              one: `${sentenceCase(all(row.criteria))} at the top grade in the review of ${longDate(row.review_date)}`,
              other: `attended ${row.attended} of ${row.possible} possible sessions this year`,
            }
          : null,
      }),
    ),
  ];
}

function commentFound(row: CommentRow): Looked["found"] {
  if (!row.moved_against && !row.stands_against) return null;
  const words = row.comment ? `: \u201c${row.comment}\u201d` : "";
  const stands = row.tone === "praise" ? "at the lowest grades" : "at the top grade";
  const what = [
    ...(row.moved_against ? [moved(row)] : []),
    ...(row.stands_against ? [`${all(row.criteria)} ${stands}`] : []),
  ];
  return {
    date: row.date > row.review_date ? row.date : row.review_date,
    one: `${row.tone === "praise" ? "Praise" : "Concern"} of ${longDate(row.date)}${words}`,
    other: `${what.join(", ")} in the review of ${longDate(row.review_date)}`,
  };
}

function all(criteria: number): string {
  if (criteria < 3) return criteria === 1 ? "the criterion" : "both criteria";
  return `all ${count(criteria, "criterion", "criteria")}`;
}

const moved = ({ up, down, criteria }: { up: number; down: number; criteria: number }): string =>
  `${down} down and ${up} up of ${count(criteria, "criterion", "criteria")}`;

/** What each kind is, for readers; the models of these names hold the same. */
function kindsOf({
  persistentAbsence,
  minimumSessions,
  staleDays,
}: Programme["settings"]["atRisk"]): Pick<KindCount, "kind" | "label" | "meaning">[] {
  const near =
    "the nearest review of the same student and subject within 21 days, by the same teacher where both name one";
  return [
    {
      kind: "praise",
      label: "Praise beside low or falling grades",
      meaning: `A praise and ${near}, in which more criteria went down than up since the review before, or all stand at the two lowest grades of their scale (at the lowest, of a scale of fewer than four).`,
    },
    {
      kind: "concern",
      label: "Concern beside top or rising grades",
      meaning: `A concern and ${near}, in which more criteria went up than down since the review before, or all stand at the top grade of their scale.`,
    },
    {
      kind: "prediction",
      label: "Predicted grade up, review grades down",
      meaning:
        "The latest predicted grade rose, and in the review of the same day more criteria of the subject went down than up since the same review before.",
    },
    {
      kind: "absence",
      label: "Top review grades, persistent absence",
      meaning: `All criteria of the latest review of a subject, no older than ${staleDays} days, stand at the top grade, and the student missed at least ${Math.round(1000 * persistentAbsence) / 10}% of the year's possible sessions (looked at from ${minimumSessions} possible sessions).`,
    },
  ];
}
