import type { StudentEntry, StudentPage, StudentShard } from "../../loaders/editions/student.ts";
import { folded } from "./at-risk-filter.js";
import { type Builder, builder, type Options, quiet } from "./dom.js";
import { plural, yearGroup } from "./format.js";
import { onHash, readHash, writeHash } from "./hash.js";
import { onOnePage } from "./one-page.js";
import { studentSheet } from "./student-sheet.js";

const SHOWN = 20;

/**
 * A search for a student, and what is known about the one chosen; both are kept in the address.
 * @param load Reads the file of this number that holds the details of some students.
 */
export function studentPage(
  page: StudentPage,
  load: (shard: number) => Promise<StudentShard>,
  options: Options = {},
): HTMLElement {
  const b = builder(options);
  const { h } = b;
  const view = b.document.defaultView;
  const byKey = new Map(page.students.map((student) => [student.key, student]));
  const shown = h("div", { class: "student-shown" });
  const status = h("p", { class: "note", role: "status" });
  const results = h("ul", { class: "results", "aria-label": "Students found" });
  const field = h("input", { type: "search", name: "q", autocomplete: "off" });
  const form = h(
    "form",
    { class: "filters", role: "search", "aria-label": "Find a student" },
    h("label", {}, h("span", {}, "Student's name or tutor group"), field),
  );
  let sheet: HTMLElement | null = null;
  let chosen = "";

  const find = (): void => {
    const found = search(page.students, field.value);
    results.replaceChildren(...found.slice(0, SHOWN).map((student) => result(b, student)));
    status.textContent = statusOf(field.value, found.length);
  };
  const choose = async (key: string): Promise<void> => {
    chosen = key;
    sheet = null;
    const entry = byKey.get(key);
    if (!entry) {
      shown.replaceChildren(
        quiet(
          b,
          key === ""
            ? "Choose a student: search above, or follow a student's name on another page."
            : "No student of this programme has this address: the link may be of another year or school. Search above.",
        ),
      );
      return;
    }
    shown.replaceChildren(quiet(b, `Reading what is known about ${entry.name}.`));
    const details = await load(entry.shard).then(
      (shard) => shard[key],
      () => undefined,
    );
    if (chosen !== key) return;
    if (!details) {
      shown.replaceChildren(
        quiet(b, `What is known about ${entry.name} could not be read: load the page again.`),
      );
      return;
    }
    sheet = studentSheet(page, entry, details, options);
    shown.replaceChildren(sheet);
    sheet.querySelector("h2")?.setAttribute("tabindex", "-1");
  };
  const restore = (): void => {
    const state = readHash(view);
    const hadFocus = results.contains(b.document.activeElement);
    field.value = state.get("q") ?? "";
    const key = state.get("student") ?? "";
    void choose(key).then(() => {
      if (hadFocus && chosen === key) sheet?.querySelector("h2")?.focus();
    });
    find();
  };
  field.addEventListener("input", () => {
    writeHash(view, { q: field.value.trim(), student: chosen });
    find();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("a")?.click();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    results.querySelector("a")?.focus();
  });
  results.addEventListener("keydown", (event) => {
    const links = [...results.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = links.indexOf(b.document.activeElement as HTMLAnchorElement) + step;
    if (next < 0) field.focus();
    else links[next]?.focus();
  });
  onHash(view, restore);
  onOnePage(view, () => sheet);
  restore();
  return h(
    "div",
    { class: "student-page" },
    h("section", { class: "card student-search", "aria-label": "Find a student" }, form, status, results),
    shown,
  );
}

/**
 * Those whose name or tutor group holds every word, in the order of the page, but first those of whom each word begins
 * a part: "smi" finds Smith before Jasmine. Nobody without a word.
 */
function search(students: readonly StudentEntry[], text: string): StudentEntry[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const texts = new Map(
    students.map((student) => [student, folded(` ${student.name} ${student.tutorGroup ?? ""}`)]),
  );
  const begins = (student: StudentEntry) =>
    words.every((word) =>
      texts
        .get(student)!
        .split(/[\s'’-]/)
        .some((part) => part.startsWith(word)),
    );
  const found = students.filter((student) => words.every((word) => texts.get(student)!.includes(word)));
  return [...found.filter(begins), ...found.filter((student) => !begins(student))];
}

function statusOf(text: string, found: number): string {
  if (text.trim() === "") return "";
  if (found === 0) return "No student on roll and no mentee matches.";
  const more = found > SHOWN ? `, the first ${SHOWN} shown: type more of the name` : "";
  return `${plural(found, "student")}${more}. Enter opens the first.`;
}

function result({ h }: Builder, student: StudentEntry): HTMLElement {
  const facts = [
    yearGroup(student.yearGroup),
    student.tutorGroup,
    student.mentored && "mentored",
    !student.onRoll && "not on roll",
  ];
  return h(
    "li",
    {},
    h("a", { href: `#student=${student.key}` }, student.name),
    h("span", { class: "note" }, facts.filter((text) => text).join(" · ")),
  );
}
