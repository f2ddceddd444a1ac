import type { AgendaAction, AgendaPage, AgendaStudent } from "../../loaders/editions/agenda.ts";
import { csvButton } from "./csv.js";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { flagList } from "./flag-list.js";
import { count, date, NOT_KNOWN, plain, plural, shortDate, yearGroup } from "./format.js";
import { actionKey, type NewAction, panelFile, type Review } from "./panel-file.js";
import { lastAction, mentoring, sinceLine } from "./student-facts.js";
import { dataTable } from "./table.js";

/** The cover of the panel's papers: who is on the agenda and why, who waits, and who was there. */
export function agendaOverview(page: AgendaPage, options: Options = {}): Node {
  const b = builder(options);
  const { h } = b;
  if (page.students.length === 0) return b.nothing();
  return card(
    b,
    "The agenda",
    { class: "agenda" },
    dataTable(b, {
      caption: "Students in the order in which they are discussed",
      filename: "agenda",
      columns: [
        { label: "Student" },
        { label: "Year group" },
        { label: "On the agenda for" },
        { label: "Points", numeric: true },
        { label: "Since the last panel" },
      ],
      rows: page.students.map(({ atRisk, carried }) => [
        atRisk.name,
        yearGroup(atRisk.yearGroup),
        carried.length > 0 ? carriedWords(carried) : `Place ${count(atRisk.rank)} by points`,
        { text: plain(atRisk.points), value: atRisk.points },
        atRisk.since?.change ?? (page.hasLastPanel ? "no flag then or now" : NOT_KNOWN),
      ]),
      notes: [
        `The panel takes ${plural(page.maxStudents, "student")} at most: those with an open action first, the longest overdue before the others, then those with most points. Overdue is counted on ${date(page.site.asOf)}, the date of the data.`,
        ...(page.passedOver.students > 0
          ? [
              `Flagged, and without a place on this agenda: ${plural(page.passedOver.students, "student")}; most points: ${page.passedOver.first.map(({ name, points }) => `${name} (${plain(points)})`).join(", ")}.`,
            ]
          : []),
        ...(page.waiting.length > 0
          ? [
              `With an open action, and no place on this agenda: ${page.waiting.map(({ name, reason }) => `${name}, ${reason}`).join("; ")}.`,
            ]
          : []),
        ...page.left.map(
          ({ name, action }) =>
            `${name} is not on roll any more, with an action open since ${date(action.agreedOn)}: ${action.action}. Close it in the panel's file.`,
        ),
      ],
    }),
    h(
      "div",
      { class: "present" },
      h("h3", {}, `Present (a panel of ${page.members})`),
      h(
        "ul",
        { class: "lines" },
        Array.from({ length: page.members }, () => h("li", {})),
      ),
    ),
  );
}

function carriedWords(carried: readonly AgendaAction[]): string {
  const overdue = carried.filter(({ overdueDays }) => overdueDays > 0).length;
  return `${plural(carried.length, "action")} carried forward${overdue > 0 ? `, ${count(overdue)} overdue` : ""}`;
}

/** One sheet a student, a page each on paper, with room for what the panel agrees; saved as the panel's file. */
export function agendaSheets(page: AgendaPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  if (page.students.length === 0) return card(b, "Students", {}, quiet(b, page.headline));
  const reviews = new Map<string, Review>();
  const agreed = new Map<string, NewAction>();
  const complete = () => [...agreed.values()].filter((one) => one.action !== "" && one.owner !== "");
  const status = h("p", { class: "note", role: "status" });
  const tell = (): void => {
    const half = [...agreed.values()].filter((one) => (one.action === "") !== (one.owner === ""));
    status.textContent = `${plural(complete().length, "new action")} and ${plural(reviews.size, "action")} carried forward will be saved.${half.length > 0 ? ` ${plural(half.length, "new action")} without ${half[0]!.action === "" ? "words" : "an owner"} will not be: give both.` : ""}`;
  };
  tell();
  const save = csvButton(b, "panel", "the panel's file, with what was entered here", () =>
    panelFile(page.panel, reviews, complete(), page.panelDate ?? page.site.asOf),
  );
  return h(
    "div",
    { class: "sheets" },
    page.students.map((student, i) => sheet(b, page, student, i, { reviews, agreed, tell })),
    card(
      b,
      "After the panel",
      { class: "screen" },
      h(
        "p",
        {},
        "What is entered on this page stays on it until the page is closed. Save the panel's file and put it in the place of the one in the programme folder: it holds every earlier row, the actions carried forward with their new status, and the new actions.",
      ),
      status,
      save,
    ),
  );
}

interface Entered {
  reviews: Map<string, Review>;
  agreed: Map<string, NewAction>;
  tell: () => void;
}

function sheet(
  b: Builder,
  page: AgendaPage,
  student: AgendaStudent,
  place: number,
  entered: Entered,
): HTMLElement {
  const { h } = b;
  const { atRisk } = student;
  const who = [yearGroup(atRisk.yearGroup), atRisk.tutorGroup].filter((text) => text).join(" · ");
  const labels = new Map(page.rules.map(({ rule, label }) => [rule, label]));
  const points =
    atRisk.rank === null ? "not flagged" : `${plain(atRisk.points)} points, place ${count(atRisk.rank)}`;
  return card(
    b,
    `${place + 1}. ${atRisk.name}`,
    { class: "sheet" },
    h(
      "p",
      { class: "note" },
      `${who} · ${points} · `,
      h("a", { href: `./student.html#student=${atRisk.key}` }, "everything known"),
    ),
    h(
      "div",
      { class: "sheet-facts" },
      h(
        "div",
        {},
        h("h3", {}, "Why"),
        flagList(b, atRisk, (rule) => labels.get(rule) ?? rule),
      ),
      h(
        "div",
        { class: "help" },
        h("h3", {}, "Since the last panel"),
        atRisk.since
          ? sinceLine(b, atRisk.since)
          : h(
              "p",
              { class: "note" },
              page.hasLastPanel ? "No flag then or now." : "No earlier panel is known.",
            ),
        mentoring(b, atRisk),
        atRisk.lastAction && lastAction(b, atRisk),
      ),
    ),
    h("h3", {}, "Carried forward"),
    student.carried.length === 0
      ? h("p", { class: "note" }, "No action is open.")
      : h(
          "ul",
          { class: "carried" },
          student.carried.map((action) => carriedAction(b, student, action, entered)),
        ),
    h("h3", {}, "New action"),
    newAction(b, page, student, entered),
    subjectTable(b, page, student),
    student.closed.length > 0 &&
      h(
        "div",
        {},
        h("h3", {}, "Agreed before"),
        h(
          "ul",
          { class: "agreed-before" },
          student.closed
            .slice(0, 4)
            .map((action) =>
              h(
                "li",
                {},
                `${shortDate(action.agreedOn)}: ${action.action} (${action.owner}), ${action.status}${action.outcome ? `: ${action.outcome}` : ""}`,
              ),
            ),
        ),
      ),
  );
}

function carriedAction(
  b: Builder,
  student: AgendaStudent,
  action: AgendaAction,
  { reviews, tell }: Entered,
): HTMLElement {
  const { h } = b;
  const key = actionKey({
    panel_date: action.agreedOn,
    student_id: student.studentId,
    action: action.action,
  });
  const status = h(
    "select",
    { "aria-label": `Status of: ${action.action}` },
    ["open", "done", "dropped"].map((value) => h("option", { value }, value)),
  );
  const outcome = h("input", {
    type: "text",
    "aria-label": `Outcome of: ${action.action}`,
    placeholder: "Outcome",
  });
  const changed = (): void => {
    if (status.value === "open" && outcome.value.trim() === "") reviews.delete(key);
    else reviews.set(key, { status: status.value, outcome: outcome.value.trim() });
    tell();
  };
  status.addEventListener("input", changed);
  outcome.addEventListener("input", changed);
  const late = action.overdueDays > 0;
  return h(
    "li",
    { class: late ? "late" : null },
    h(
      "div",
      {},
      h("strong", {}, action.action),
      h(
        "span",
        { class: "note" },
        `${action.owner} · ${action.dueOn ? `due ${date(action.dueOn)}` : "no due date"} · agreed ${date(action.agreedOn)}${action.successMeasure ? ` · to be met: ${action.successMeasure}` : ""}`,
      ),
    ),
    h("span", { class: "chip" }, late ? `Overdue ${plural(action.overdueDays, "day")}` : "Open"),
    h("div", { class: "entry screen" }, status, outcome),
    h(
      "div",
      { class: "entry paper" },
      h("span", {}, "☐ done  ☐ open  ☐ dropped"),
      h("span", { class: "line" }),
    ),
  );
}

const FIELDS: readonly { name: keyof NewAction; label: string; type: string }[] = [
  { name: "action", label: "What", type: "text" },
  { name: "owner", label: "Owner", type: "text" },
  { name: "due_on", label: "By when", type: "date" },
  { name: "success_measure", label: "Success looks like", type: "text" },
];

function newAction(
  b: Builder,
  page: AgendaPage,
  student: AgendaStudent,
  { agreed, tell }: Entered,
): HTMLElement {
  const { h } = b;
  const entry: NewAction = {
    student_id: student.studentId,
    action: "",
    owner: "",
    due_on: page.dueDate ?? "",
    success_measure: "",
  };
  agreed.set(student.studentId, entry);
  return h(
    "div",
    { class: "new-action" },
    FIELDS.map(({ name, label, type }) => {
      const field = h("input", { type, name, value: entry[name], autocomplete: "off" });
      const line = h("span", { class: "line paper" });
      field.addEventListener("input", () => {
        entry[name] = field.value.trim();
        line.textContent = type === "date" ? (field.value ? date(field.value) : "") : field.value;
        tell();
      });
      if (type === "date" && entry[name]) line.textContent = date(entry[name]);
      return h("label", { class: name }, h("span", {}, label), field, line);
    }),
  );
}

function subjectTable(b: Builder, page: AgendaPage, { subjects, atRisk }: AgendaStudent): HTMLElement {
  const { h } = b;
  if (subjects.length === 0) return h("p", { class: "note" }, "No grade this year.");
  const cell = ({ grade, direction }: { grade: string | null; direction: number | null }): string => {
    if (grade === null) return "–";
    return `${grade}${direction === null ? "" : direction > 0 ? " ↑" : direction < 0 ? " ↓" : ""}`;
  };
  return h(
    "div",
    { class: "subjects" },
    dataTable(b, {
      caption: `Latest grades of ${atRisk.name} by subject (↑ ↓: up or down since the review before)`,
      filename: `agenda-${atRisk.key}`,
      columns: [
        { label: "Subject" },
        { label: "Predicted" },
        { label: "Target" },
        { label: "Grades to target" },
        ...page.criteria.map(({ label }) => ({ label })),
        { label: "Latest" },
      ],
      rows: subjects.map((row) => [
        row.subject,
        row.predicted ?? "–",
        row.target ?? "–",
        row.gap === null
          ? "–"
          : row.gap > 0
            ? `${plain(row.gap)} below`
            : row.gap < 0
              ? `${plain(-row.gap)} above`
              : "on target",
        ...row.criteria.map(cell),
        shortDate(row.newest),
      ]),
    }),
  );
}
