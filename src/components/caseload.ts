import type { CaseloadMentee, CaseloadMentor, CaseloadPage } from "../../loaders/editions/page-data.ts";
import { type CsvValue, csvButton } from "./csv.js";
import { type Builder, builder, type Options, quiet, uniqueId } from "./dom.js";
import { count, date, NOT_KNOWN, plural, shortDate, steps, yearGroup } from "./format.js";
import { onHash, readHash, writeHash } from "./hash.js";
import { dataTable, numberCell } from "./table.js";

const STATUS: Record<string, string> = {
  held: "held",
  missed_by_student: "missed by the student",
  missed_by_mentor: "missed by the mentor",
  cancelled: "cancelled",
};

/** A mentor's mentees; which mentor is kept in the address. */
export function caseload(page: CaseloadPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const view = b.document.defaultView;
  const first = page.mentors[0];
  if (!first)
    return h(
      "section",
      { class: "card" },
      quiet(b, page.empty ?? "No mentor is named in this programme's agreements."),
    );

  const choice = h(
    "select",
    { name: "mentor" },
    page.mentors.map((mentor) =>
      h("option", { value: mentor.key }, `${mentor.name} (${plural(mentor.mentees.length, "mentee")})`),
    ),
  );
  const shown = h("div", { class: "mentor" });
  const status = h("p", { class: "hidden", role: "status" });
  const draw = (): void => {
    const mentor = page.mentors.find((each) => each.key === choice.value) ?? first;
    shown.replaceChildren(...mentorSection(b, mentor, page));
  };
  const restore = (): void => {
    const wanted = readHash(view).get("mentor");
    choice.value = page.mentors.some((mentor) => mentor.key === wanted) ? wanted! : first.key;
    draw();
  };
  choice.addEventListener("change", () => {
    writeHash(view, { mentor: choice.value });
    draw();
    status.textContent = `Showing ${choice.selectedOptions[0]?.textContent ?? ""}`;
  });
  onHash(view, restore);
  restore();
  return h(
    "div",
    { class: "caseload" },
    page.mentors.length > 1 &&
      h("form", { class: "filters" }, h("label", {}, h("span", {}, "Mentor"), choice)),
    page.empty && quiet(b, page.empty),
    status,
    shown,
  );
}

function mentorSection(b: Builder, mentor: CaseloadMentor, page: CaseloadPage): HTMLElement[] {
  const { h } = b;
  const facts = [
    mentor.role,
    plural(mentor.mentees.length, "mentee"),
    mentor.capacity === null ? null : `${plural(mentor.capacity, "place")} in all`,
  ].filter((text) => text);
  const head = h(
    "div",
    { class: "list-head" },
    h("div", {}, h("h2", {}, mentor.name), h("p", { class: "note" }, facts.join(" · "))),
    mentor.mentees.length > 0 &&
      csvButton(b, "caseload", `latest grades of the mentees of ${mentor.name}`, () => csvRows(mentor, page)),
  );
  if (mentor.mentees.length === 0) return [head, quiet(b, `${mentor.name} has no mentees at present.`)];
  return [head, ...mentor.mentees.map((mentee) => menteeCard(b, mentee, page))];
}

/** Whether the folder holds what a view needs: without it nothing is known, which is not the same as none. */
const hasFile = (page: CaseloadPage, view: string): boolean =>
  page.site.missingViews.every((missing) => missing.view !== view);

function weekWords(mentee: CaseloadMentee): string {
  return mentee.week > mentee.agreedWeeks
    ? `Week ${count(mentee.week)}; ${plural(mentee.agreedWeeks, "week")} agreed`
    : `Week ${count(mentee.week)} of ${count(mentee.agreedWeeks)}`;
}

function menteeCard(b: Builder, mentee: CaseloadMentee, page: CaseloadPage): HTMLElement {
  const { h } = b;
  const id = uniqueId("mentee");
  const fact = (label: string, ...value: (string | Node)[]): HTMLElement =>
    h("div", {}, h("dt", {}, label), h("dd", {}, ...value));
  const where = [yearGroup(mentee.yearGroup), mentee.tutorGroup].filter((text) => text).join(" · ");
  const last = mentee.lastMeeting;
  const meetings = hasFile(page, "dose");
  const actions = hasFile(page, "actions due");
  return h(
    "section",
    { class: "card mentee", "aria-labelledby": id },
    h(
      "div",
      { class: "mentee-head" },
      h("div", {}, h("h3", { id }, mentee.name), h("p", { class: "note" }, where)),
      h("p", { class: "week" }, weekWords(mentee), h("span", {}, `since ${date(mentee.startsOn)}`)),
    ),
    h(
      "p",
      { class: mentee.positive ? "positive" : "positive none" },
      mentee.positive
        ? [h("strong", {}, "Start with: "), mentee.positive]
        : "Nothing positive to start with is recorded in the data.",
    ),
    h(
      "dl",
      { class: "facts" },
      fact(
        "Last meeting",
        last
          ? `${date(last.date)}, ${STATUS[last.status] ?? last.status.replaceAll("_", " ")}`
          : meetings
            ? "none recorded"
            : NOT_KNOWN,
      ),
      fact(
        "Next meeting",
        mentee.nextMeeting ? date(mentee.nextMeeting) : meetings ? "none planned" : NOT_KNOWN,
      ),
      fact("Meetings missed in a row", meetings ? count(mentee.missedInARow) : NOT_KNOWN),
    ),
    h("h4", {}, "Actions due"),
    mentee.actionsDue.length === 0
      ? quiet(b, actions ? "No action is due and unchecked." : "Not known: there is no actions file.")
      : h(
          "ul",
          { class: "actions" },
          mentee.actionsDue.map((action) =>
            h(
              "li",
              { class: action.overdueDays > 0 ? "overdue" : null },
              h("span", { class: "tick", "aria-hidden": "true" }),
              h(
                "div",
                {},
                h("span", {}, action.subject && `${action.subject}: `, action.action),
                h(
                  "span",
                  { class: "note" },
                  [
                    `due ${date(action.dueOn)}`,
                    action.overdueDays > 0 ? `${plural(action.overdueDays, "day")} overdue` : null,
                    action.owner && `owner: ${action.owner}`,
                  ]
                    .filter((text) => text)
                    .join(" · "),
                ),
              ),
            ),
          ),
        ),
    h("h4", {}, "Latest grades, and how they changed"),
    mentee.grades.length === 0
      ? quiet(b, "No grade has been read for this student.")
      : gradesTable(b, mentee, page),
    mentee.notes.length > 0 &&
      h(
        "ul",
        { class: "notes" },
        mentee.notes.map((note) => h("li", {}, note)),
      ),
  );
}

function gradesTable(b: Builder, mentee: CaseloadMentee, page: CaseloadPage): HTMLElement {
  const { h } = b;
  const id = uniqueId("table");
  const dates = mentee.grades
    .flatMap((row) => row.cells.map((cell) => cell.reviewDate))
    .filter((text) => text !== null);
  const newest = dates.sort().at(-1) ?? null;
  const cell = (row: CaseloadMentee["grades"][number], outcome: string): HTMLElement => {
    const found = row.cells.find((each) => each.outcome === outcome);
    if (!found || found.grade === null) return h("td", { class: "unknown" }, NOT_KNOWN);
    const { change, previous } = found;
    const move = change === null ? null : steps(change);
    return h(
      "td",
      {},
      h("span", { class: "grade" }, found.grade),
      move === null
        ? h("span", { class: "note" }, "change not known")
        : h(
            "span",
            { class: `change ${change! > 0 ? "up" : change! < 0 ? "down" : "same"}` },
            h("span", { "aria-hidden": "true" }, `${move.sign} `),
            move.words,
            change !== 0 && previous !== null && `, from ${previous}`,
          ),
      found.reviewDate !== null &&
        found.reviewDate !== newest &&
        h("time", { class: "note", datetime: found.reviewDate }, shortDate(found.reviewDate)),
    );
  };
  return h(
    "div",
    { class: "data-table" },
    h(
      "div",
      { class: "scroll", role: "region", tabindex: 0, "aria-labelledby": id },
      h(
        "table",
        { class: "grades" },
        h(
          "caption",
          { id },
          h("span", { class: "hidden" }, `Latest grades of ${mentee.name}. `),
          newest === null ? null : h("span", {}, `Reviewed ${date(newest)} unless a date is given`),
        ),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, "Subject"),
            page.outcomes.map((outcome) => h("th", { scope: "col" }, outcome.label)),
          ),
        ),
        h(
          "tbody",
          {},
          mentee.grades.map((row) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, row.subject),
              page.outcomes.map((outcome) => cell(row, outcome.id)),
            ),
          ),
        ),
      ),
    ),
  );
}

function csvRows(mentor: CaseloadMentor, page: CaseloadPage): CsvValue[][] {
  const labels = new Map(page.outcomes.map((outcome) => [outcome.id, outcome.label]));
  return [
    [
      "Student",
      "Year group",
      "Tutor group",
      "Subject",
      "Outcome",
      "Grade",
      "Review date",
      "Previous grade",
      "Change in steps",
    ],
    ...mentor.mentees.flatMap((mentee) =>
      mentee.grades.flatMap((row) =>
        row.cells.map((cell): CsvValue[] => [
          mentee.name,
          mentee.yearGroup,
          mentee.tutorGroup,
          row.subject,
          labels.get(cell.outcome) ?? cell.outcome,
          cell.grade,
          cell.reviewDate,
          cell.previous,
          cell.change,
        ]),
      ),
    ),
  ];
}

/** Mentors and how many mentees each has: the table behind the choice. */
export function mentorsTable(page: CaseloadPage, options: Options = {}): Node {
  const b = builder(options);
  if (page.mentors.length < 2) return b.nothing();
  return b.h(
    "section",
    { class: "card mentors" },
    b.h("h2", {}, "All mentors"),
    dataTable(b, {
      caption: "Mentors and their mentees",
      filename: "mentors",
      columns: [
        { label: "Mentor" },
        { label: "Role" },
        { label: "Mentees", numeric: true },
        { label: "Capacity", numeric: true },
        { label: "Actions due", numeric: true },
      ],
      rows: page.mentors.map((mentor) => [
        mentor.name,
        mentor.role ?? NOT_KNOWN,
        numberCell(mentor.mentees.length, count),
        numberCell(mentor.capacity, count),
        numberCell(hasFile(page, "actions due") ? sumOfActions(mentor) : null, count),
      ]),
    }),
  );
}

const sumOfActions = (mentor: CaseloadMentor): number =>
  mentor.mentees.reduce((sum, mentee) => sum + mentee.actionsDue.length, 0);
