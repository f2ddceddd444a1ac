import type { AtRiskPage, AtRiskStudent } from "../../loaders/editions/page-data.ts";
import type { FilterField } from "./filter-form.js";
import { yearGroup } from "./format.js";

/** Letters without case and accents, so that "zoe" finds "Zoë". */
export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const numeric = new Intl.Collator("en-GB", { numeric: true });

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter((value) => value !== null))].sort(numeric.compare);

const same = (values: readonly string[]): [string, string][] => values.map((value) => [value, value]);

/** The controls of the list, with the values that its students have. */
export function atRiskFields({ students, rules, lastPanel }: AtRiskPage): FilterField[] {
  const groups = distinct(students.map(({ tutorGroup }) => tutorGroup));
  const subjects = distinct(students.flatMap(({ flags }) => flags.flatMap((flag) => flag.subjects)));
  return [
    { name: "q", label: "Name", search: true },
    {
      name: "state",
      label: "Show",
      choices: [
        ["flagged", "Flagged"],
        ["unknown", "Unknown: not flagged, not judged"],
        ...(lastPanel ? ([["gone", "Flag gone since the last panel"]] as const) : []),
        ["clear", "Clear"],
        ["all", "Everybody on roll"],
      ],
    },
    {
      name: "year",
      label: "Year group",
      choices: [
        ["", "All"],
        ...distinct(students.map((one) => one.yearGroup)).map((year) => [year, yearGroup(year)] as const),
      ],
    },
    ...(groups.length > 0
      ? [{ name: "group", label: "Tutor group", choices: [["", "All"] as const, ...same(groups)] }]
      : []),
    ...(subjects.length > 0
      ? [{ name: "subject", label: "Subject", choices: [["", "Any"] as const, ...same(subjects)] }]
      : []),
    {
      name: "rule",
      label: "Reason",
      choices: [
        ["", "Any"],
        ...rules.filter(({ off }) => off === null).map(({ rule, label }) => [rule, label] as const),
        ["unknown", "A main rule is unknown"],
      ],
    },
    {
      name: "mentored",
      label: "Mentored",
      choices: [
        ["", "All"],
        ["yes", "Mentored"],
        ["no", "Not mentored"],
      ],
    },
    ...(lastPanel
      ? [
          {
            name: "change",
            label: "Since the last panel",
            choices: [
              ["", "Any"] as const,
              ...["new", "worse", "same", "better"].map((one) => [one, one] as const),
            ],
          },
        ]
      : []),
    {
      name: "sort",
      label: "Order",
      choices: [
        ["", "Most points first"],
        ["name", "Year group, then surname"],
        ["changed", "New and worse first"],
        ["oldest", "Oldest data first"],
      ],
    },
  ];
}

/** A reason keeps the students it flags; "unknown" keeps those for whom some main rule cannot be judged. */
export function filterStudents(
  students: readonly AtRiskStudent[],
  filter: Readonly<Record<string, string>>,
): AtRiskStudent[] {
  const { q = "", state = "", year, group, subject, rule, mentored, change, sort } = filter;
  const words = folded(q).split(/\s+/).filter(Boolean);
  const found = students.filter((student) => {
    if (
      state === "gone"
        ? student.since?.change !== "gone"
        : state !== "all" && student.state !== (state || "flagged")
    )
      return false;
    if (year && student.yearGroup !== year) return false;
    if (group && student.tutorGroup !== group) return false;
    if (mentored && student.mentored !== (mentored === "yes")) return false;
    if (change && student.since?.change !== change) return false;
    if (subject && !student.flags.some((flag) => flag.subjects.includes(subject))) return false;
    if (rule === "unknown" && student.unknown.length === 0) return false;
    if (rule && rule !== "unknown" && !student.flags.some((flag) => flag.rule === rule)) return false;
    return words.length === 0 || words.every((word) => foldedName(student).includes(word));
  });
  const order = orders[sort ?? ""];
  return order ? found.sort(order) : found;
}

const names = new WeakMap<AtRiskStudent, string>();

function foldedName(student: AtRiskStudent): string {
  const name = names.get(student) ?? folded(student.name);
  names.set(student, name);
  return name;
}

const changes = ["new", "worse", "better", "same"];
const placeOf = ({ since }: AtRiskStudent): number => {
  const place = changes.indexOf(since?.change ?? "");
  return place < 0 ? changes.length : place;
};
const oldest = ({ flags }: AtRiskStudent): number =>
  Math.max(-1, ...flags.map(({ ageDays }) => ageDays ?? -1));

/** Students that tie stay in the order of the page: most points first. */
const orders: Record<string, (a: AtRiskStudent, b: AtRiskStudent) => number> = {
  name: (a, b) => numeric.compare(a.yearGroup, b.yearGroup) || a.place - b.place,
  changed: (a, b) => placeOf(a) - placeOf(b),
  oldest: (a, b) => oldest(b) - oldest(a),
};
