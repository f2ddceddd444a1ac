import type { StoredTable } from "../extract/tables.ts";

type Row = Record<string, string>;

/** The surname of the invented students of the templates. */
export const exampleSurname = "Example";

/** Whether an identifier is one of the templates' invented students'. */
export function isExampleStudent(studentId: string): boolean {
  return studentId === ann || studentId === ben;
}

const ann = "EX001";
const ben = "EX002";

/**
 * The example rows of the templates: two invented Year 10 students and their two mentors. Ann has been mentored for seven
 * weeks and has finished; Ben has begun. Ann's attendance stands as totals and Ben's as marks, for the two kinds are never
 * added up. A UPN or ULN is left empty, for an invented one could be a child's.
 * @param asOf The day the programme is looked at, YYYY-MM-DD; every record is of that day or the fifteen weeks before it.
 * @param academicYear As in programme.json, for what depends on a student's age.
 */
export function templateRows(asOf: string, academicYear: string): Record<StoredTable, readonly [Row, Row]> {
  const day = daysBefore(mondayOf(asOf));
  const year = Number(academicYear.slice(0, 4));
  return {
    students: [
      {
        student_id: ann,
        surname: exampleSurname,
        forename: "Ann",
        preferred_name: "Annie",
        school: "Example School",
        year_group: "10",
        tutor_group: "10A",
        sex: "F",
        date_of_birth: `${year - 15}-11-20`,
        pupil_premium: "yes",
        fsm: "no",
        sen: "N",
        eal: "no",
        looked_after: "no",
        prior_attainment: "104",
        prior_scale: "KS2 scaled score",
        joined_on: `${year - 3}-09-04`,
      },
      {
        student_id: ben,
        surname: exampleSurname,
        forename: "Ben",
        school: "Example School",
        year_group: "10",
        tutor_group: "10B",
        sex: "M",
        date_of_birth: `${year - 14}-03-08`,
        pupil_premium: "no",
        fsm: "no",
        sen: "K",
        eal: "yes",
        looked_after: "no",
        prior_attainment: "98",
        prior_scale: "KS2 scaled score",
        joined_on: `${year - 3}-09-04`,
      },
    ],
    reviews: [
      {
        student_id: ann,
        subject: "Maths",
        review_date: day(84),
        criterion: "Focus",
        grade: "2",
        review: "Review 1",
        teacher: "Mr C Example",
      },
      {
        student_id: ann,
        subject: "Maths",
        review_date: day(21),
        criterion: "Focus",
        grade: "3",
        review: "Review 2",
        teacher: "Mr C Example",
      },
    ],
    predictions: [
      {
        student_id: ann,
        subject: "Maths",
        review_date: day(84),
        grade: "4",
        kind: "predicted",
        qualification: "GCSE",
        review: "Review 1",
        teacher: "Mr C Example",
      },
      {
        student_id: ann,
        subject: "Maths",
        review_date: day(84),
        grade: "5",
        kind: "target",
        qualification: "GCSE",
        review: "Review 1",
        teacher: "Mr C Example",
      },
    ],
    attendance_marks: [
      { student_id: ben, date: day(14), session: "AM", mark: "/" },
      { student_id: ben, date: day(14), session: "PM", mark: "L" },
    ],
    attendance_totals: [
      {
        student_id: ann,
        period_start: day(98),
        period_end: day(52),
        possible: "70",
        attended: "64",
        late: "3",
      },
      {
        student_id: ann,
        period_start: day(42),
        period_end: day(3),
        possible: "60",
        attended: "58",
        late: "1",
      },
    ],
    behaviour: [
      { student_id: ann, date: day(70), kind: "incident", points: "-1", note: "Homework not handed in" },
      { student_id: ben, date: day(20), kind: "achievement", points: "2", note: "Helped a new student" },
    ],
    referrals: [
      {
        student_id: ann,
        referred_on: day(90),
        referred_by: "Form tutor",
        reason: "Homework and deadlines",
        concern_subjects: "Maths; Science",
        invited_on: day(86),
        response: "accepted",
        mentor_id: "EXM1",
        mentor_response: "accepted",
      },
      {
        student_id: ben,
        referred_on: day(28),
        referred_by: "Head of Year",
        reason: "Predicted below target",
        concern_subjects: "English",
        invited_on: day(21),
        response: "accepted",
        mentor_id: "EXM2",
        mentor_response: "accepted",
      },
    ],
    agreements: [
      {
        student_id: ann,
        mentor_id: "EXM1",
        starts_on: day(77),
        referred_on: day(90),
        referred_by: "Form tutor",
        reason: "Homework and deadlines",
        concern_subjects: "Maths; Science",
        agreed_on: day(80),
        volunteer: "yes",
        parents_informed_on: day(80),
        agreed_weeks: "6",
        extended_to: day(28),
        ended_on: day(28),
        end_reason: "completed",
      },
      {
        student_id: ben,
        mentor_id: "EXM2",
        starts_on: day(14),
        referred_on: day(28),
        referred_by: "Head of Year",
        reason: "Predicted below target",
        concern_subjects: "English",
        agreed_on: day(17),
        volunteer: "yes",
        parents_informed_on: day(17),
        agreed_weeks: "6",
      },
    ],
    meetings: [
      {
        student_id: ann,
        planned_on: day(70),
        status: "held",
        held_on: day(70),
        minutes: "20",
        positive: "Brought the planner, filled in",
        note: "Agreed on one subject to begin with",
      },
      { student_id: ben, planned_on: day(7), status: "missed_by_student" },
    ],
    actions: [
      {
        student_id: ann,
        set_on: day(70),
        action: "Bring notes up to date",
        due_on: day(63),
        term: "short",
        subject: "Maths",
        strategy: "Copy from a partner, then write a summary card",
        owner: "Student",
        checked_on: day(63),
        outcome: "done",
      },
      {
        student_id: ben,
        set_on: day(14),
        action: "Read one chapter and note three questions",
        due_on: day(0),
        term: "short",
        subject: "English",
        strategy: "Twenty minutes each evening",
        owner: "Student",
        outcome: "open",
      },
    ],
    feedback: [
      {
        student_id: ann,
        date: day(56),
        subject: "Maths",
        teacher: "Mr C Example",
        tone: "praise",
        comment: "Homework complete and on time",
      },
      {
        student_id: ben,
        date: day(10),
        subject: "English",
        teacher: "Ms D Example",
        tone: "concern",
        comment: "Came without the book",
      },
    ],
    survey: [
      { response_id: "R1", question: "How much use was mentoring?", answer: "a lot", date: day(20) },
      { response_id: "R2", question: "How much use was mentoring?", answer: "some", date: day(20) },
    ],
    panel: [
      {
        panel_date: day(28),
        student_id: ben,
        action: "Offer a mentor",
        owner: "Head of Year",
        due_on: day(21),
        success_measure: "First meeting held",
        status: "done",
        outcome: "Agreement made",
      },
      {
        panel_date: day(7),
        student_id: ben,
        action: "Reading group on Thursdays",
        owner: "Head of English",
        due_on: day(0),
        success_measure: "Attends two sessions",
        status: "open",
      },
    ],
    staff: [
      { staff_id: "EXM1", name: "Ms A Example", role: "Head of Year", trained_on: day(98), capacity: "3" },
      { staff_id: "EXM2", name: "Mr B Example", role: "Teacher", trained_on: day(98), capacity: "2" },
    ],
    calendar: [
      { starts_on: day(98), ends_on: day(-25), kind: "term", label: "Example term" },
      { starts_on: day(49), ends_on: day(45), kind: "holiday", label: "Example half-term" },
    ],
    costs: [
      { item: "Mentors: weekly meetings", hours: "12", rate: "26.50", amount: "318.00" },
      { item: "Training, two mentors", hours: "4", rate: "26.50", amount: "106.00" },
    ],
  };
}

const dayMs = 86_400_000;

/** The Monday on or before a day, in milliseconds. */
function mondayOf(date: string): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  return time - ((new Date(time).getUTCDay() + 6) % 7) * dayMs;
}

function daysBefore(monday: number): (days: number) => string {
  return (days) => new Date(monday - days * dayMs).toISOString().slice(0, 10);
}
