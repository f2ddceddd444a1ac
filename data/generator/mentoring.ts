import type { Calendar } from "./calendar.ts";
import type { Cell } from "./csv.ts";
import { addDays } from "./dates.ts";
import { actions, comments, notes, positives } from "./phrases.ts";
import type { Random } from "./random.ts";

/** One mentee's time on the programme, as the records of meetings need it. */
export interface Mentoring {
  studentId: string;
  subjects: readonly { name: string; teacher: string }[];
  startsOn: string;
  /** The end of the agreement, or the programme's asOf. */
  endsOn: string;
}

interface Rhythm {
  calendar: Calendar;
  everyDays: number;
  asOf: string;
  /** How this institution writes dates. */
  written: (date: string) => string;
}

interface Meeting {
  plannedOn: string;
  status: "held" | "missed_by_student" | "missed_by_mentor" | "cancelled";
  heldOn: string;
}

/** The meetings, actions and teachers' comments of all mentees. */
export function mentoringTables(random: Random, mentorings: readonly Mentoring[], rhythm: Rhythm) {
  const meetings: Cell[][] = [
    ["student_id", "planned_on", "status", "held_on", "minutes", "positive", "note"],
  ];
  const steps: Cell[][] = [
    [
      "student_id",
      "set_on",
      "action",
      "due_on",
      "term",
      "subject",
      "strategy",
      "owner",
      "checked_on",
      "outcome",
    ],
  ];
  const feedback: Cell[][] = [["student_id", "date", "subject", "teacher", "tone", "comment"]];
  const { written } = rhythm;
  for (const mentoring of mentorings) {
    const planned = plannedMeetings(random, mentoring, rhythm);
    for (const [index, meeting] of planned.entries()) {
      const held = meeting.status === "held";
      const minutes = index === 0 ? random.between(25, 30) : random.between(11, 19);
      meetings.push([
        mentoring.studentId,
        written(meeting.plannedOn),
        meeting.status,
        held ? written(meeting.heldOn) : "",
        held ? minutes : "",
        held ? random.pick(positives) : "",
        held ? random.pick(notes) : "",
      ]);
      if (held) steps.push(...actionsOf(random, mentoring, meeting, rhythm));
      if (random.chance(0.6)) feedback.push(commentOn(random, mentoring, meeting, written));
    }
  }
  return { meetings, actions: steps, feedback };
}

function plannedMeetings(random: Random, mentoring: Mentoring, { calendar, everyDays }: Rhythm): Meeting[] {
  const meetings: Meeting[] = [];
  for (let day = mentoring.startsOn; day <= mentoring.endsOn; day = addDays(day, everyDays)) {
    if (!calendar.isPlannedDay(day)) continue;
    const fate = random.unit();
    const status = calendar.isClosed(day)
      ? "cancelled"
      : fate < 0.12 && meetings.length > 0
        ? "missed_by_student"
        : fate < 0.16 && meetings.length > 0
          ? "missed_by_mentor"
          : "held";
    const later = addDays(day, 1);
    const moved = random.chance(0.08) && calendar.isSchoolDay(later) && later <= mentoring.endsOn;
    meetings.push({ plannedOn: day, status, heldOn: moved ? later : day });
  }
  return meetings;
}

/** One or two actions a meeting, due at the next; what falls due at the end of the data is still open. */
function actionsOf(random: Random, mentoring: Mentoring, meeting: Meeting, rhythm: Rhythm): Cell[][] {
  const { calendar, everyDays, asOf, written } = rhythm;
  let dueOn = addDays(meeting.plannedOn, everyDays);
  while (!calendar.isSchoolDay(dueOn)) dueOn = addDays(dueOn, everyDays);
  const chosen = random.shuffled(actions).slice(0, random.chance(0.4) ? 2 : 1);
  return chosen.map(({ action, strategy, term }) => {
    const due =
      term === "medium" && calendar.isSchoolDay(addDays(dueOn, everyDays))
        ? addDays(dueOn, everyDays)
        : dueOn;
    const fate = random.unit();
    const open = due > asOf || (due >= addDays(asOf, -4) ? fate < 0.7 : fate < 0.03);
    const outcome = open ? "open" : fate < 0.58 ? "done" : fate < 0.78 ? "partly" : "not_done";
    return [
      mentoring.studentId,
      written(meeting.heldOn),
      action,
      written(due),
      term,
      random.pick(mentoring.subjects).name,
      strategy,
      random.pick(["Student", "Student", "Student", "Mentor"]),
      outcome === "open" ? "" : written(due),
      outcome,
    ];
  });
}

function commentOn(
  random: Random,
  mentoring: Mentoring,
  meeting: Meeting,
  written: (date: string) => string,
): Cell[] {
  const subject = random.pick(mentoring.subjects);
  const { tone, comment } = random.pick(comments);
  return [mentoring.studentId, written(meeting.plannedOn), subject.name, subject.teacher, tone, comment];
}
