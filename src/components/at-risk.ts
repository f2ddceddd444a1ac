import type { AtRiskPage, AtRiskStudent, Flag } from "../../loaders/editions/page-data.ts";
import { type CsvValue, csvButton } from "./csv.js";
import { type Builder, builder, card, type Options, quiet } from "./dom.js";
import { type Figure, figureList } from "./figure-list.js";
import { age, count, date, NOT_KNOWN, plural, yearGroup } from "./format.js";
import { onHash, readHash, writeHash } from "./hash.js";
import { dataTable, details, numberCell } from "./table.js";

/** How many students there are of each kind, and what each rule means. */
export function atRiskSummary(page: AtRiskPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const { counts } = page;
  const figures: Figure[] = [
    ["On roll", counts.onRoll, "students"],
    ["Flagged", counts.flagged, "by one or more rules"],
    ["Something unknown", counts.unknown, "no flag, but a rule cannot be judged"],
    ["Clear", counts.clear, "no flag, all rules judged; not listed"],
  ];
  return card(
    b,
    "Flagged, unknown and clear",
    { class: "figures" },
    figureList(b, figures),
    h("p", { class: "note" }, "Unknown is not the same as not at risk."),
    details(
      b,
      "What each rule means",
      "rules",
      dataTable(b, {
        caption: "The rules, and how many students each concerns",
        filename: "at-risk-rules",
        columns: [
          { label: "Rule" },
          { label: "What it means" },
          { label: "Flagged", numeric: true },
          { label: "Unknown", numeric: true },
        ],
        rows: page.rules.map((rule) => [
          rule.label,
          rule.explanation,
          numberCell(rule.flagged, count),
          numberCell(rule.unknown, count),
        ]),
      }),
    ),
  );
}

interface AtRiskFilter {
  year: string;
  rule: string;
  mentored: string;
  q: string;
}

const NO_FILTER: AtRiskFilter = { year: "", rule: "", mentored: "", q: "" };

/** Letters without case and accents, so that "zoe" finds "Zoë". */
const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A rule keeps the students it flags; "unknown" keeps those for whom some rule cannot be judged. */
export function filterStudents(students: readonly AtRiskStudent[], filter: AtRiskFilter): AtRiskStudent[] {
  const words = folded(filter.q).split(/\s+/).filter(Boolean);
  return students.filter((student) => {
    if (filter.year && student.yearGroup !== filter.year) return false;
    if (filter.mentored && student.mentored !== (filter.mentored === "yes")) return false;
    if (filter.rule === "unknown" && student.unknown.length === 0) return false;
    if (filter.rule && filter.rule !== "unknown" && !student.flags.some((flag) => flag.rule === filter.rule))
      return false;
    const name = folded(student.name);
    return words.every((word) => name.includes(word));
  });
}

const FIRST = 100;
const RULE_WORDS: Record<Flag["rule"], string> = {
  off_target: "Target",
  criterion_decline: "Criterion",
  attendance: "Attendance",
};

/** The list, with filters that stay in the address. */
export function atRiskList(page: AtRiskPage, options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const view = b.document.defaultView;
  const labels = new Map(page.rules.map((rule) => [rule.rule, rule.label]));
  const ruleLabel = (rule: Flag["rule"]): string => labels.get(rule) ?? RULE_WORDS[rule];
  if (page.students.length === 0)
    return card(
      b,
      "Students",
      {},
      quiet(b, "No student is flagged, and no rule is unknown for any student."),
    );

  const years = [...new Set(page.students.map((student) => student.yearGroup))].sort((one, other) =>
    one.localeCompare(other, "en-GB", { numeric: true }),
  );
  const select = (name: keyof AtRiskFilter, label: string, choices: [string, string][]): HTMLElement =>
    h(
      "label",
      {},
      h("span", {}, label),
      h(
        "select",
        { name },
        choices.map(([value, text]) => h("option", { value }, text)),
      ),
    );
  const form = h(
    "form",
    { class: "filters", role: "search", "aria-label": "Filter the students" },
    h("label", {}, h("span", {}, "Name"), h("input", { type: "search", name: "q", autocomplete: "off" })),
    select("year", "Year group", [
      ["", "All"],
      ...years.map((year): [string, string] => [year, yearGroup(year)]),
    ]),
    select("rule", "Rule", [
      ["", "Any"],
      ...page.rules.map((rule): [string, string] => [rule.rule, rule.label]),
      ["unknown", "Something unknown"],
    ]),
    select("mentored", "Mentored", [
      ["", "All"],
      ["yes", "Mentored"],
      ["no", "Not mentored"],
    ]),
    h("button", { type: "reset" }, "Clear filters"),
  );
  const status = h("p", { class: "status", role: "status", "aria-live": "polite" });
  const list = h("ol", { class: "students" });
  const more = h("button", { type: "button", class: "more" });

  let found: AtRiskStudent[] = [];
  let drawn = 0;
  const control = (name: string): HTMLInputElement | HTMLSelectElement =>
    form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  const names = Object.keys(NO_FILTER) as (keyof AtRiskFilter)[];

  const draw = (upTo: number): void => {
    const batch = b.nothing();
    for (const student of found.slice(drawn, upTo)) batch.appendChild(studentRow(b, student, ruleLabel));
    list.appendChild(batch);
    drawn = Math.min(upTo, found.length);
    more.textContent = `Show all ${count(found.length)}`;
    more.hidden = drawn >= found.length;
    const all = found.length === page.students.length;
    const matching = `${plural(found.length, "student")}${all ? "" : ` of ${count(page.students.length)}`}`;
    status.textContent =
      found.length === 0
        ? "No student matches these filters."
        : `${matching}${drawn < found.length ? `, the first ${count(drawn)} shown` : ""}.`;
  };
  const update = (): void => {
    const filter = Object.fromEntries(
      names.map((name) => [name, control(name).value.trim()]),
    ) as unknown as AtRiskFilter;
    found = filterStudents(page.students, filter);
    list.replaceChildren();
    drawn = 0;
    draw(FIRST);
    writeHash(view, { ...filter });
  };
  const restore = (): void => {
    const state = readHash(view);
    for (const name of names) {
      const field = control(name);
      field.value = state.get(name) ?? "";
      // An address may name a year or a rule that this page does not have.
      if ("selectedIndex" in field && field.selectedIndex < 0) field.value = "";
    }
    update();
  };

  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of names) control(name).value = "";
    update();
  });
  more.addEventListener("click", () => {
    const next = drawn;
    draw(found.length);
    const item = list.children[next];
    if (item) {
      item.setAttribute("tabindex", "-1");
      (item as HTMLElement).focus();
    }
  });
  view?.addEventListener("beforeprint", () => draw(found.length));
  onHash(view, restore);
  restore();

  return card(
    b,
    "Students, most flags first",
    { class: "at-risk" },
    form,
    h(
      "div",
      { class: "list-head" },
      status,
      csvButton(b, "at-risk", "the students listed", () => csvRows(found, ruleLabel)),
    ),
    list,
    more,
  );
}

function studentRow(
  b: Builder,
  student: AtRiskStudent,
  ruleLabel: (rule: Flag["rule"]) => string,
): HTMLElement {
  const { h } = b;
  const facts = [
    yearGroup(student.yearGroup),
    student.tutorGroup,
    student.mentored ? (student.mentor ? `mentor: ${student.mentor}` : "mentored") : "not mentored",
  ].filter((text) => text);
  return h(
    "li",
    { class: "student" },
    h("div", { class: "who" }, h("h3", {}, student.name), h("p", { class: "note" }, facts.join(" · "))),
    h(
      "ul",
      { class: "flags" },
      student.flags.map((flag) =>
        h(
          "li",
          { class: `flag ${flag.severity}` },
          h("span", { class: "chip" }, flag.severity === "red" ? "Red" : "Amber"),
          h(
            "div",
            {},
            h("strong", {}, flag.label),
            h("span", { class: "detail" }, flag.detail),
            h("span", { class: "note" }, flagDate(b, flag)),
          ),
        ),
      ),
      student.unknown.map((unknown) =>
        h(
          "li",
          { class: "flag unknown-rule" },
          h("span", { class: "chip" }, "Unknown"),
          h(
            "div",
            {},
            h("strong", {}, ruleLabel(unknown.rule)),
            h("span", { class: "detail" }, unknown.reason),
          ),
        ),
      ),
    ),
  );
}

function flagDate(b: Builder, flag: Flag): (Node | string)[] {
  if (flag.date === null) return [`Date ${NOT_KNOWN}`];
  const days = age(flag.ageDays);
  return [b.h("time", { datetime: flag.date }, date(flag.date)), days === null ? "" : `, ${days}`];
}

/** One row a flag and one an unknown, so that each can be sorted by date and rule. */
function csvRows(
  students: readonly AtRiskStudent[],
  ruleLabel: (rule: Flag["rule"]) => string,
): CsvValue[][] {
  const rows: CsvValue[][] = [
    [
      "Student",
      "Year group",
      "Tutor group",
      "Mentored",
      "Mentor",
      "Rule",
      "State",
      "Reason",
      "Detail",
      "Date",
      "Age in days",
    ],
  ];
  for (const student of students) {
    const who = [
      student.name,
      student.yearGroup,
      student.tutorGroup,
      student.mentored ? "yes" : "no",
      student.mentor,
    ];
    for (const flag of student.flags)
      rows.push([
        ...who,
        ruleLabel(flag.rule),
        flag.severity,
        flag.label,
        flag.detail,
        flag.date,
        flag.ageDays,
      ]);
    for (const unknown of student.unknown)
      rows.push([...who, ruleLabel(unknown.rule), "unknown", unknown.reason, null, null, null]);
  }
  return rows;
}
