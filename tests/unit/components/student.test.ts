// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from "vitest";
import type { StudentPage, StudentShard } from "../../../loaders/editions/student.ts";
import type { StudentDetails } from "../../../loaders/editions/student-details.ts";
import { heatMap } from "../../../src/components/heat-map.js";
import { onOnePage } from "../../../src/components/one-page.js";
import { sparkLine } from "../../../src/components/spark-line.js";
import { studentPage } from "../../../src/components/student.js";
import { timeline } from "../../../src/components/timeline.js";
import { atRiskPage, HOSTILE } from "./pages.ts";

afterEach(() => {
  document.body.replaceChildren();
  window.history.replaceState(null, "", "/");
});

const details = (over: Partial<StudentDetails> = {}): StudentDetails => ({
  sentence: "Year 12. Not mentored.",
  atRisk: null,
  agreements: [],
  dates: ["2010-10-08", "2010-12-03"],
  grades: [
    {
      subject: HOSTILE,
      outcome: 0,
      cells: [
        [0, "3", 3, 0, null, "B"],
        [1, "2", 2, 0, -1, "F"],
      ],
    },
    { subject: "Art", outcome: 1, cells: [[1, "D", 4, 1, null, ""]] },
  ],
  targets: [{ subject: "Art", grade: "B", rank: 6, scale: 1, gap: 2 }],
  attendance: {
    weekly: true,
    parts: [{ from: "2010-10-04", to: "2010-10-08", possible: 10, attended: 9, late: 1 }],
  },
  meetings: [{ day: "2010-11-01", status: "missed_by_student" }],
  actions: [],
  panel: [],
  feedback: [{ date: "2010-11-02", subject: null, teacher: null, tone: "praise", comment: HOSTILE }],
  behaviour: [],
  missing: ["No target in Drama."],
  ...over,
});

function pageOf(over: Partial<StudentPage> = {}): StudentPage {
  const { site, freshness } = atRiskPage();
  const entry = (key: string, name: string) => ({
    key,
    name,
    yearGroup: "12",
    tutorGroup: "12A",
    mentored: false,
    onRoll: true,
    shard: 3,
  });
  return {
    site: { ...site, missingViews: [] },
    freshness,
    headline: "",
    from: "2010-09-01",
    to: "2011-06-24",
    outcomes: [
      { id: "focus", label: "Focus" },
      { id: "predictions", label: "Predicted grade" },
      { id: "test results", label: "Result" },
    ],
    scales: [
      { label: "Review grade", size: 5 },
      { label: "A level", size: 7 },
    ],
    closed: [],
    rules: [],
    students: [entry("j", "Jasmine Dodd"), entry("s", "Zoë Smith"), entry("h", HOSTILE)],
    ...over,
  };
}

const drawn = async (root: HTMLElement): Promise<void> => {
  await vi.waitFor(() => expect(root.querySelector(".student-sheet")).not.toBeNull());
};
const shard = async (): Promise<StudentShard> => ({ j: details(), s: details(), h: details() });

describe("the search for a student", () => {
  test("finds parts of a name without accents, those that begin with them first, and a tutor group", () => {
    const root = studentPage(pageOf(), shard);
    const field = root.querySelector<HTMLInputElement>("input[name=q]")!;
    const find = (text: string): string[] => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      return [...root.querySelectorAll(".results a")].map((link) => link.textContent);
    };
    expect(find("smi")).toEqual(["Zoë Smith", "Jasmine Dodd"]);
    expect(find("smith ZOE")).toEqual(["Zoë Smith"]);
    expect(find("12a")).toHaveLength(3);
    expect(find("onerror")).toEqual([HOSTILE]);
    expect(find("nobody")).toEqual([]);
    expect(root.querySelector("[role=status]")!.textContent).toBe(
      "No student on roll and no mentee matches.",
    );
    expect(find("")).toEqual([]);
    find("smi");
    expect(window.location.hash).toBe("#q=smi");
  });

  test("reads the file that holds the chosen student, and only then", async () => {
    const load = vi.fn(shard);
    studentPage(pageOf(), load);
    expect(load).not.toHaveBeenCalled();
    window.history.replaceState(null, "", "#student=s");
    const root = studentPage(pageOf(), load);
    await drawn(root);
    expect(load.mock.calls).toEqual([[3]]);
    expect(root.querySelector("h2")!.textContent).toBe("Zoë Smith");
  });

  test("an unknown student and a file that cannot be read are told in a sentence", async () => {
    window.history.replaceState(null, "", "#student=constructor");
    expect(studentPage(pageOf(), shard).textContent).toContain(
      "No student of this programme has this address",
    );
    window.history.replaceState(null, "", "#student=s");
    const root = studentPage(pageOf(), () => Promise.reject(new Error("offline")));
    await vi.waitFor(() => expect(root.textContent).toContain("could not be read"));
  });
});

describe("what is known of a student", () => {
  test("is told in text and attributes only, with the gap to the target in words", async () => {
    window.history.replaceState(null, "", "#student=h");
    const root = studentPage(pageOf(), shard);
    await drawn(root);
    expect(root.querySelector("img")).toBeNull();
    expect(root.textContent).toContain(HOSTILE);
    expect(root.querySelector(".targets-table tbody tr")!.textContent).toContain("2 grades below target");
    expect(root.querySelector("svg.timeline")!.getAttribute("aria-label")).toContain(
      "Attendance by week: 9 of 10 (90%).",
    );
    expect([...root.querySelectorAll(".heat-map sup")].map((mark) => mark.textContent)).toEqual(["B", "F"]);
  });

  test("leaves out what no file tells, for that is not the same as none", async () => {
    window.history.replaceState(null, "", "#student=s");
    const names = ["attendance", "dose", "praise", "behaviour", "panel's decisions", "actions due"];
    const { site } = pageOf();
    const missingViews = names.map((view) => ({ view, needs: "", sentence: "" }));
    const root = studentPage(pageOf({ site: { ...site, missingViews } }), shard);
    await drawn(root);
    expect([...root.querySelectorAll(".timeline .lane")].map((lane) => lane.textContent)).toEqual([
      "Grades: on 2 dates",
    ]);
    expect(root.querySelectorAll(".student-list")).toHaveLength(0);
    expect(root.textContent).not.toContain("none recorded");
  });
});

describe("a timeline", () => {
  const lane = (days: string[]) => ({
    label: "Meetings: 2 held",
    events: days.map((day) => ({ day, sign: "good" as const })),
  });
  const base = {
    description: "A year.",
    from: "2010-09-01",
    to: "2011-06-24",
    lanes: [lane(["2010-11-01", "2010-11-03", "2010-11-15"])],
    windows: [{ from: "2010-07-01", to: "2010-12-01" }],
    windowLabel: "Mentored",
    closed: [],
    lines: [
      { day: "2010-10-01", letter: "B" },
      { day: "2010-10-04", letter: "B" },
      { day: "2011-03-01", letter: "F" },
      { day: "2009-01-01", letter: "B" },
    ],
  };

  test("says its lanes, stacks events of one week, and draws a window from the axis on", () => {
    const svg = timeline(base);
    expect(svg.getAttribute("aria-label")).toBe("A year. Meetings: 2 held.");
    const rows = [...svg.querySelectorAll("svg")].map((event) => event.getAttribute("y"));
    expect(rows[0]).toBe(rows[2]);
    expect(Number(rows[1])).toBeGreaterThan(Number(rows[0]));
    expect(svg.querySelector(".window")!.getAttribute("x")).toBe("0%");
  });

  test("leaves out a line before the axis, and a letter that would touch the one before it", () => {
    const svg = timeline(base);
    expect(svg.querySelectorAll(".mark")).toHaveLength(3);
    expect([...svg.querySelectorAll(".letter")].map((letter) => letter.textContent)).toEqual(["B", "F"]);
  });
});

describe("a heat map", () => {
  test("states each grade, its direction and its mark in words, and leaves an empty cell unshaded", () => {
    const map = heatMap({
      title: "Focus",
      rowHeader: "Subject",
      columns: [
        { lines: ["8", "Oct"], words: "8 October 2010", onPaper: true },
        { lines: ["3", "Dec"], words: "3 December 2010", onPaper: false },
      ],
      rows: [
        {
          label: "Art",
          cells: [null, { text: "2", level: 0.25, direction: -1, mark: { letter: "F", words: "follow-up" } }],
        },
      ],
    });
    const [empty, cell] = map.querySelectorAll("td");
    expect(empty!.textContent).toBe("no grade");
    expect(empty!.getAttribute("class")).toBeNull();
    expect(cell!.textContent).toBe("2↓ downF follow-up");
    expect(cell!.className).toBe("heat-2 marked screen");
  });
});

describe("a spark line", () => {
  const y = (svg: Element, name: string): number =>
    Number(svg.querySelector(`.${name}`)!.getAttribute(name === "dot" ? "cy" : "y1"));

  test("puts a better grade higher, and the target above what is below it", () => {
    const svg = sparkLine({
      description: "D, then C",
      points: [
        { at: 0, value: 4 },
        { at: 1, value: 5 },
      ],
      target: 6,
    });
    expect(y(svg, "dot")).toBeLessThan(y(svg, "line"));
    expect(y(svg, "target")).toBeLessThan(y(svg, "dot"));
    expect(svg.getAttribute("aria-label")).toBe("D, then C");
  });

  test("of one point is a dot in the middle", () => {
    const svg = sparkLine({ description: "D", points: [{ at: 0, value: 4 }], target: null });
    expect(svg.querySelectorAll("line")).toHaveLength(0);
    expect(y(svg, "dot")).toBe(10);
  });
});

describe("one page of paper", () => {
  test("takes the largest text that fits, says what its lists leave out, and puts everything back", () => {
    const sheet = document.createElement("div");
    const list = document.createElement("ul");
    list.append(...Array.from({ length: 20 }, () => document.createElement("li")));
    const line = document.createElement("p");
    line.className = "left-out";
    sheet.append(list, line);
    sheet.getBoundingClientRect = () => {
      const items = list.querySelectorAll("li:not(.off-paper)").length;
      return new DOMRect(0, 0, 700, Number.parseFloat(sheet.style.fontSize) * (100 + 7 * items));
    };
    onOnePage(window, () => sheet);
    window.dispatchEvent(new Event("beforeprint"));
    expect(sheet.className).toBe("on-paper");
    expect(sheet.style.fontSize).toBe("7.75pt");
    expect(line.textContent).toBe("16 more on the screen.");
    window.dispatchEvent(new Event("afterprint"));
    expect([sheet.className, sheet.style.fontSize, line.textContent]).toEqual(["", "", ""]);
    expect(list.querySelectorAll(".off-paper")).toHaveLength(0);
  });
});
