import { leadersEdition } from "../../loaders/editions/leaders.ts";
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
  { name: "Ranked list", path: "/ranked-list", group: "Lists" },
];

/** The data of the leaders' edition of a sample, by file. */
export async function sampleData(name: "college" | "school"): Promise<Record<string, unknown>> {
  const loaded = await evaluateFolder(`data/${name}`);
  try {
    return (await leadersEdition(loaded)).data;
  } finally {
    loaded.warehouse.close();
  }
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
