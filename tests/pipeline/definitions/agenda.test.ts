import { expect, test } from "vitest";
import { csvText } from "../../../src/components/csv.ts";
import { panelFile } from "../../../src/components/panel-file.ts";
import { evaluateTiny, plusDays, type TinyProgramme, tinyFiles } from "../../support/tiny-programme.ts";

const asOf = "2024-05-31"; // the default of a tiny programme
const panelDay = plusDays(asOf, -21);
const below = (id: string, grade: string) =>
  ["Maths", "Art"].flatMap((subject) => [
    `${id}, ${subject}, ${plusDays(asOf, -10)}, predicted, ${grade}`,
    `${id}, ${subject}, 2023-10-02, target, 5`,
  ]);

const programme: TinyProgramme = {
  agreements: [`zoe, m, ${plusDays(asOf, -20)}`],
  settings: { panel: { maxStudents: 4, everyWeeks: 3, next: plusDays(asOf, 7) } },
  students: [`gus, 11, , , ${plusDays(asOf, -3)}`],
  predictions: [...below("ann", "3"), ...below("bob", "4"), ...below("cat", "4"), ...below("dan", "4")],
  panel: [
    `eve, ${panelDay}, Later, Head of Year, ${plusDays(asOf, 5)}, , open`,
    `fay, ${panelDay}, Sooner, Head of Year, ${plusDays(asOf, -1)}, , open`,
    `bob, ${panelDay}, Undated, Head of Year, , , open`,
    `ann, ${panelDay}, Closed, Head of Year, , , done, Met`,
    `gus, ${panelDay}, Of one who left, Head of Year, , , open`,
  ],
};

test("open actions come first, the longest overdue before all; then most points, up to the places there are", async () => {
  const { agenda } = await evaluateTiny(programme);
  expect(agenda.students.map(({ atRisk }) => atRisk.name.split(" ")[0])).toEqual([
    "fay",
    "eve",
    "bob",
    "ann",
  ]);
  expect(agenda.students[0]!.carried).toMatchObject([{ action: "Sooner", overdueDays: 1, status: "open" }]);
  expect(agenda.students[3]).toMatchObject({ carried: [], closed: [{ action: "Closed", outcome: "Met" }] });
  expect(agenda.panelDate).toBe(plusDays(asOf, 7));
  expect(agenda.dueDate).toBe(plusDays(asOf, 28));
  expect(agenda.left).toMatchObject([{ name: "gus Student", action: { action: "Of one who left" } }]);
  expect(agenda.headline).toBe(
    "Four students for the panel on 7 June 2024: three have an action carried forward, one has one that is overdue.",
  );
});

test("with more open actions than places, those left over are named", async () => {
  const { agenda } = await evaluateTiny({
    ...programme,
    settings: { panel: { maxStudents: 2, next: plusDays(asOf, 7) } },
  });
  expect(agenda.waiting.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
    "bob Student: Undated (no date)",
  ]);
});

test("the file saved after the panel is read again without a problem: closed, carried forward and new actions", async () => {
  const { agenda } = await evaluateTiny(programme);
  const key = (action: string) => {
    const { panel_date, student_id } = agenda.panel.find((row) => row.action === action)!;
    return JSON.stringify([panel_date, student_id, action]);
  };
  const rows = panelFile(
    agenda.panel,
    new Map([
      [key("Sooner"), { status: "done", outcome: 'Said "yes", at last' }],
      [key("Later"), { status: "open", outcome: "Begun" }],
    ]),
    [{ student_id: "ann", action: "New", owner: "Tutor", due_on: plusDays(asOf, 28), success_measure: "" }],
    agenda.panelDate!,
  );
  const files = tinyFiles(programme);
  files.set("panel.csv", csvText(rows).trimEnd().split("\r\n"));
  const after = await evaluateTiny(
    { ...programme, settings: { ...programme.settings, asOf: plusDays(asOf, 8) } },
    files,
  );
  const read = (action: string) => after.agenda.panel.find((row) => row.action === action);
  expect(read("Sooner")).toMatchObject({ status: "done", outcome: 'Said "yes", at last' });
  expect(read("Later")).toMatchObject({ status: "open", outcome: "Begun" });
  expect(read("New")).toMatchObject({ panel_date: plusDays(asOf, 7), student_id: "ann", status: "open" });
  const carried = after.agenda.students.flatMap((student) => student.carried.map(({ action }) => action));
  expect(carried.sort()).toEqual(["Later", "New", "Undated"]);
  expect(after.agenda.panel).toHaveLength(programme.panel!.length + 1);
});

test("an action that stands twice, open in the old file and done in the new one, is done", async () => {
  const { agenda } = await evaluateTiny({
    ...programme,
    panel: [
      ...programme.panel!,
      `fay, ${panelDay}, Sooner, Head of Year, ${plusDays(asOf, -1)}, , done, Met`,
    ],
  });
  expect(agenda.students.some(({ atRisk }) => atRisk.name === "fay Student")).toBe(false);
});
