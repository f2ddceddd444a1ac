import { leadersEdition } from "../../loaders/editions/leaders.ts";
import type { StudentEntry, StudentPage } from "../../loaders/editions/student.ts";
import type { StudentDetails } from "../../loaders/editions/student-details.ts";
import type { Edition, EditionPage } from "../../loaders/publish/edition.ts";
import { evaluateFolder } from "./programme-records.ts";

/** One page a component of the design system; src/examples holds them. They are never published. */
export const examplePages: EditionPage[] = [
  { name: "Components", path: "/index" },
  { name: "Card", path: "/card", group: "Frames" },
  { name: "Finding", path: "/finding", group: "Frames" },
  { name: "Chips", path: "/chips", group: "Frames" },
  { name: "Print sheet", path: "/print-sheet", group: "Frames" },
  { name: "Diverging bar", path: "/diverging-bar", group: "Charts" },
  { name: "Interval plot", path: "/interval-plot", group: "Charts" },
  { name: "Love plot", path: "/love-plot", group: "Charts" },
  { name: "Heat map", path: "/heat-map", group: "Charts" },
  { name: "Timeline", path: "/timeline", group: "Charts" },
  { name: "Spark line", path: "/spark-line", group: "Charts" },
  { name: "Counts by week", path: "/counts-by-week", group: "Charts" },
  { name: "Ranked list", path: "/ranked-list", group: "Lists" },
];

/** The data of the leaders' edition of a sample, by file. */
export async function sampleData(name: "college" | "school"): Promise<Record<string, unknown>> {
  const loaded = await evaluateFolder(`data/${name}`);
  try {
    const { data } = await leadersEdition(loaded);
    return { ...data, "example-student.json": exampleStudent(data) };
  } finally {
    loaded.warehouse.close();
  }
}

/** One mentee with everything that the student page shows of him or her. */
function exampleStudent(data: Record<string, unknown>): {
  page: StudentPage;
  entry: StudentEntry;
  details: StudentDetails;
} {
  const page = data["students.json"] as StudentPage;
  const entry = page.students.find(({ mentored }) => mentored)!;
  const shard = data[`student-details-${entry.shard}.json`] as Record<string, StudentDetails>;
  return { page: { ...page, students: [entry] }, entry, details: shard[entry.key]! };
}

/** The examples of every component, on the data of both samples. */
export async function examplesEdition(): Promise<Edition> {
  const data: Record<string, unknown> = {};
  for (const sample of ["college", "school"] as const) {
    for (const [file, content] of Object.entries(await sampleData(sample)))
      data[`${sample}-${file}`] = content;
  }
  return { name: "examples", title: "Components", institution: "for developers", pages: examplePages, data };
}
