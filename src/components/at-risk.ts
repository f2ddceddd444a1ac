import type { AtRiskPage, AtRiskStudent } from "../../loaders/editions/page-data.ts";
import { atRiskFields, filterStudents } from "./at-risk-filter.js";
import { type CsvValue, csvButton } from "./csv.js";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { type Figure, figureList } from "./figure-list.js";
import { filterForm } from "./filter-form.js";
import { flagList } from "./flag-list.js";
import { count, date, plain, plural, yearGroup } from "./format.js";
import { FIRST_ROWS, longList } from "./long-list.js";
import { lastAction, mentoring, sinceLine } from "./student-facts.js";
import { dataTable, details, numberCell } from "./table.js";

type RuleLabel = (rule: AtRiskStudent["flags"][number]["rule"]) => string;

/** How many students there are of each kind, how they changed since the last panel, and what each rule means. */
export function atRiskSummary(page: AtRiskPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const { counts, changes, lastPanel } = page;
  const figures: Figure[] = [
    ["On roll", counts.onRoll, "students"],
    ["Flagged", counts.flagged, "by one or more rules"],
    ["Unknown", counts.unknown, "no flag, but a main rule cannot be judged"],
    ["Clear", counts.clear, "no flag, all main rules judged"],
  ];
  return card(
    b,
    "Flagged, unknown and clear",
    { class: "figures" },
    figureList(b, figures),
    h("p", { class: "note" }, "Unknown is not the same as not at risk."),
    lastPanel &&
      changes &&
      h(
        "p",
        {},
        `Since the last panel on ${date(lastPanel.day)}${lastPanel.recorded ? "" : " (reckoned back from the next one)"}: ${plural(changes.new, "student")} new, ${count(changes.worse)} worse, ${count(changes.same)} the same, ${count(changes.better)} better, ${count(changes.gone)} no longer flagged`,
        changes["not known"] > 0 ? `, ${count(changes["not known"])} not known for want of newer data.` : ".",
      ),
    details(
      b,
      "The rules, their points, and how students are ranked",
      "rules",
      h(
        "p",
        {},
        "Each rule that flags a student gives its points; a red flag gives them twice. Students stand in the order of their points, and with the same points in the order of red flags, then of surnames. Rules and points are settings of the school (atRisk in programme.json).",
      ),
      dataTable(b, {
        caption: "The rules, and how many students each concerns",
        filename: "at-risk-rules",
        columns: [
          { label: "Rule" },
          { label: "What it means" },
          { label: "Points", numeric: true },
          { label: "Flagged", numeric: true },
          { label: "Not judged", numeric: true },
        ],
        rows: page.rules.map((rule) => [
          rule.label,
          rule.off === null ? rule.explanation : `${rule.explanation} Not applied. ${rule.off}`,
          rule.off === null ? numberCell(rule.weight, plain) : "–",
          rule.off === null ? numberCell(rule.flagged, count) : "–",
          rule.off === null ? numberCell(rule.unknown, count) : "–",
        ]),
        notes: [
          "Not judged: students for whom the data of that rule are missing or too old. A main rule (below target, not on track, review grades down, attendance) that is not judged makes a student without a flag unknown.",
        ],
      }),
    ),
  );
}

/** The list, with filters and an order that stay in the address. */
export function atRiskList(page: AtRiskPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  if (page.students.length === 0)
    return card(b, "Students", {}, quiet(b, "No student is on roll at this date."));
  const labels = new Map(page.rules.map((rule) => [rule.rule, rule.label]));
  const ruleLabel: RuleLabel = (rule) => labels.get(rule) ?? rule;
  const status = h("p", { class: "status", role: "status", "aria-live": "polite" });
  const list = longList<AtRiskStudent>(b, "students", (student) => studentRow(b, student, ruleLabel));
  let found: AtRiskStudent[] = [];
  const form = filterForm(b, "Filter the students", atRiskFields(page), (state) => {
    found = filterStudents(page.students, state);
    list.show(found);
    status.textContent = statusOf(page, found, state);
  });
  form.start();
  return card(
    b,
    "Students, most points first",
    { class: "at-risk" },
    form.element,
    h(
      "div",
      { class: "list-head" },
      status,
      csvButton(b, "at-risk", "the students listed", () => csvRows(found, ruleLabel)),
    ),
    list.elements,
  );
}

/** What is listed; where a name is not among those shown, how many others have it. */
function statusOf(page: AtRiskPage, found: readonly AtRiskStudent[], state: Record<string, string>): string {
  const shown = found.length > FIRST_ROWS ? `, the first ${FIRST_ROWS} shown` : "";
  if (found.length > 0)
    return `${plural(found.length, "student")} of ${count(page.students.length)}${shown}.`;
  const others = state.q ? filterStudents(page.students, { q: state.q, state: "all" }).length : 0;
  return others === 0
    ? "No student matches these filters."
    : `No student matches these filters; ${plural(others, "student")} of that name ${others === 1 ? "is" : "are"} on roll (show everybody to see them).`;
}

function studentRow(b: Builder, student: AtRiskStudent, ruleLabel: RuleLabel): HTMLElement {
  const { h } = b;
  const facts = [yearGroup(student.yearGroup), student.tutorGroup].filter((text) => text);
  const parts = student.flags.map((flag) => plain(flag.points)).join(" + ");
  const points = `${plain(student.points)} ${student.points === 1 ? "point" : "points"}${student.flags.length > 1 ? `: ${parts}` : ""}`;
  return h(
    "li",
    { class: "student" },
    h(
      "div",
      { class: "who" },
      h("h3", {}, h("a", { href: `./student.html#student=${student.key}` }, student.name)),
      h("p", { class: "note" }, facts.join(" · ")),
      student.rank !== null && h("p", { class: "note" }, `Place ${count(student.rank)} · ${points}`),
      student.since && sinceLine(b, student.since),
    ),
    flagList(b, student, ruleLabel),
    h("div", { class: "help" }, mentoring(b, student), lastAction(b, student)),
  );
}

/** One row a flag and one an unknown, so that each can be sorted by date and rule. */
function csvRows(students: readonly AtRiskStudent[], ruleLabel: RuleLabel): CsvValue[][] {
  const header = [
    "Student",
    "Year group",
    "Tutor group",
    "Mentored",
    "Mentor",
    "Place",
    "Points",
    "Since the last panel",
    "Rule",
    "State",
    "Reason",
    "Detail",
    "Date",
    "Age in days",
  ];
  const rows = students.flatMap((student): CsvValue[][] => {
    const who = [
      student.name,
      student.yearGroup,
      student.tutorGroup,
      student.mentored ? "yes" : "no",
      student.mentor,
      student.rank,
      student.points,
      student.since?.change ?? null,
    ];
    const said: CsvValue[][] = [
      ...student.flags.map((flag) => [
        ruleLabel(flag.rule),
        flag.severity,
        flag.label,
        flag.detail,
        flag.date,
        flag.ageDays,
      ]),
      ...student.unknown.map(({ rule, reason }) => [ruleLabel(rule), "unknown", reason, null, null, null]),
    ];
    const none: CsvValue[] = [null, student.state, null, null, null, null];
    return (said.length > 0 ? said : [none]).map((row) => [...who, ...row]);
  });
  return [header, ...rows];
}
