import type { Extract } from "../extract/extract.ts";
import type { StoredTable } from "../extract/tables.ts";
import type { ProgrammeSettings } from "../programme/schema.ts";

/** A view of the pages, whether the folder's files switch it on, and what would. */
interface View {
  view: string;
  available: boolean;
  needs: string;
  sentence: string;
}

/** Every view that depends on optional files or settings, in the order pages show them. */
export function views(extract: Extract, settings: ProgrammeSettings): View[] {
  const has = (...tables: StoredTable[]) => tables.some((table) => extract.counts[table].rows > 0);
  const { predictions } = extract.columns;
  const predicted = predictions.has("kind", "predicted");
  const results = predictions.has("kind", "result");
  const startingPoints = extract.rows.students.some(({ row }) => row.prior_attainment !== null);
  const targets = predictions.has("kind", "target") || predictions.has("kind", "minimum_target");
  const view = (name: string, available: boolean, needs: string, sentence: string): View => ({
    view: name,
    available,
    needs,
    sentence,
  });
  return [
    view(
      "review grades",
      has("reviews"),
      "reviews",
      "Review grades are not shown: add a reviews or marksheet file.",
    ),
    view(
      "predicted grades",
      predicted,
      "predictions",
      "Predicted grades are not shown: add a predictions or marksheet file with grades of kind predicted.",
    ),
    view(
      "on track",
      settings.onTrack !== undefined && predicted,
      settings.onTrack ? "predictions" : "onTrack",
      settings.onTrack
        ? "On track is not counted: add predicted grades."
        : "On track is not counted: add onTrack to programme.json.",
    ),
    view(
      "predicted against target",
      predicted && targets,
      "predictions",
      "Predicted grades are not set against targets: add target grades (kind target or minimum_target) to the predictions or marksheets.",
    ),
    view(
      "progress from starting points",
      predicted && startingPoints,
      predicted ? "students" : "predictions",
      predicted
        ? "Progress from starting points is not shown: add prior attainment to the student list."
        : "Progress from starting points is not shown: add predicted grades.",
    ),
    view(
      "accuracy of predictions",
      predicted && results,
      "predictions",
      "Predicted grades are not set against results: add grades of kind result.",
    ),
    view(
      "survey",
      has("survey"),
      "survey",
      settings.survey.length > 0
        ? "The survey is not shown: add a survey file."
        : "The survey is not shown: add a survey file, and its questions to programme.json.",
    ),
    view("dose", has("meetings"), "meetings", "Meetings held and missed are not shown: add a meetings file."),
    view("cost", has("costs"), "costs", "Cost is not shown: add a costs file."),
    view(
      "weeks without holidays",
      has("calendar"),
      "calendar",
      "Weeks count every week with a weekday, holidays too: add a calendar file.",
    ),
    view(
      "below target",
      predicted && targets,
      "predictions",
      "Students below target are not found: add target grades (kind target or minimum_target) to the predictions or marksheets.",
    ),
    view(
      "attendance",
      has("attendance_marks", "attendance_totals"),
      "attendance",
      "Attendance is not judged: add an attendance file.",
    ),
    view(
      "referrals",
      has("referrals"),
      "referrals",
      "Invitations and answers are not shown: add a referrals file.",
    ),
    view("actions due", has("actions"), "actions", "Actions due are not shown: add an actions file."),
    view("praise", has("feedback"), "feedback", "Praise and concerns are not shown: add a feedback file."),
    view("behaviour", has("behaviour"), "behaviour", "Behaviour is not shown: add a behaviour file."),
    view(
      "panel's decisions",
      has("panel"),
      "panel",
      "What the panel agreed is not shown: add a panel file, such as the one that the agenda saves.",
    ),
    view("mentors' names", has("staff"), "staff", "Mentors are shown by their identifier: add a staff file."),
  ];
}
