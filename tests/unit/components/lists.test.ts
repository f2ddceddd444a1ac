// @vitest-environment jsdom
import { afterEach, describe, expect, test } from "vitest";
import { atRiskList, atRiskSummary } from "../../../src/components/at-risk.js";
import { filterStudents } from "../../../src/components/at-risk-filter.js";
import { caseload } from "../../../src/components/caseload.js";
import { headerHtml } from "../../../src/components/shell.js";
import { atRiskPage, caseloadPage, HOSTILE } from "./pages.ts";

afterEach(() => window.history.replaceState(null, "", "/"));

const names = (root: Element): string[] =>
  [...root.querySelectorAll(".student h3")].map((name) => name.textContent);

describe("students at risk", () => {
  test("are found by year group, rule, mentoring and name without accents", () => {
    const { students } = atRiskPage();
    const keys = (filter: Record<string, string>) => filterStudents(students, filter).map(({ key }) => key);
    expect(keys({})).toEqual(["a", "b"]);
    expect(keys({ state: "all" })).toEqual(["a", "b", "c", "d"]);
    expect(keys({ state: "unknown" })).toEqual(["c"]);
    expect(keys({ state: "clear" })).toEqual(["d"]);
    expect(keys({ state: "gone" })).toEqual(["d"]);
    expect(keys({ year: "10" })).toEqual(["b"]);
    expect(keys({ rule: "off_target", mentored: "no" })).toEqual(["b"]);
    expect(keys({ rule: "unknown", state: "all" })).toEqual(["c"]);
    expect(keys({ subject: "Art" })).toEqual(["a"]);
    expect(keys({ change: "new" })).toEqual(["b"]);
    expect(keys({ q: "brown zoe" })).toEqual(["b"]);
    expect(keys({ sort: "changed" })).toEqual(["b", "a"]);
    expect(keys({ sort: "oldest" })).toEqual(["b", "a"]);
    expect(keys({ sort: "name" })).toEqual(["b", "a"]);
  });

  test("the filter is announced and kept in the address", () => {
    const list = atRiskList(atRiskPage());
    const field = list.querySelector<HTMLInputElement>("input[name=q]")!;
    field.value = "zoe";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    expect(names(list)).toEqual(["Zoë Brown"]);
    expect(list.querySelector("[role=status]")!.textContent).toBe("1 student of 4.");
    expect(window.location.hash).toBe("#q=zoe");
    expect(names(atRiskList(atRiskPage()))).toEqual(["Zoë Brown"]);
  });

  test("a name that the filters leave out is said to be on roll", () => {
    window.history.replaceState(null, "", "#q=dunn");
    const said = atRiskList(atRiskPage()).querySelector("[role=status]")!.textContent;
    expect(said).toContain("1 student of that name is on roll");
  });

  test("the change since the last panel, the points and the last action stand with the student", () => {
    const row = atRiskList(atRiskPage()).querySelectorAll(".student")[1]!;
    expect(row.textContent).toContain("New since the last panel");
    expect(row.textContent).toContain("Place 1 · 2 points");
    expect(row.textContent).toContain(
      "agreed by the panel on 3 June 2011 · Head of Maths · due 17 June 2011 · overdue",
    );
    expect(row.textContent).toContain("No predicted grade since 3 June 2011 to compare.");
    expect(atRiskSummary(atRiskPage()).textContent).toContain("1 student new, 0 worse, 1 the same");
  });

  test("each flag has its date and age, or says that they are not known; an unknown rule is listed", () => {
    const list = atRiskList(atRiskPage());
    expect(list.textContent).toContain("3 June 2011, 21 days old");
    expect(list.textContent).toContain("Date not known");
    window.history.replaceState(null, "", "#state=unknown");
    expect(atRiskList(atRiskPage()).textContent).toContain("Only 12 sessions");
  });

  test("a hostile name stays text", () => {
    const list = atRiskList(atRiskPage());
    expect(list.querySelector("img")).toBeNull();
    expect(names(list)[0]).toBe(HOSTILE);
  });
});

describe("a caseload", () => {
  test("opens on the mentor of the address, and says so where there is no mentee", () => {
    window.history.replaceState(null, "", "#mentor=m2");
    expect(caseload(caseloadPage()).textContent).toContain("Mr Nobody has no mentees at present.");
  });

  test("shows the week, the change with sign and words, and names as text", () => {
    const section = caseload(caseloadPage());
    expect(section.querySelector("img")).toBeNull();
    expect(section.textContent).toContain(HOSTILE);
    expect(section.textContent).toContain("Week 4 of 6");
    expect(section.querySelector(".change")!.textContent).toBe("↓ down 1, from 3");
    expect(section.textContent).toContain("10 June 2011, missed by the student");
  });

  test("without mentors is a sentence", () => {
    const page = { ...caseloadPage(), mentors: [], empty: "All agreements had ended." };
    expect(caseload(page).textContent).toBe("All agreements had ended.");
  });
});

test("the header escapes names and marks the page it stands on", () => {
  const pages = [
    { name: "Impact", path: "/" },
    { name: "<b>", path: "/at-risk" },
  ];
  const html = headerHtml(pages, { path: "/at-risk", institution: HOSTILE });
  expect(html).not.toContain("<img");
  expect(html).toContain('href="./at-risk.html" aria-current="page">&lt;b&gt;');
  expect(headerHtml(pages, { path: "/index" })).toContain('href="./index.html" aria-current="page"');
});
