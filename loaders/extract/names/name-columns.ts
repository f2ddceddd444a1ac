import type { SourceSettings } from "../../programme/schema.ts";
import { headerKey, mapColumns } from "../columns.ts";
import { readCombinedName } from "../values.ts";
import { type PersonName, personName } from "./person-name.ts";

const parts = ["surname", "forename", "preferred_name", "name_combined"] as const;
type Part = (typeof parts)[number];

/** Headers of a student's name that are used for nothing but this, as headerKey makes them. */
const others =
  /^(?:(?:student|pupil|learner|mentee)'?s?(full|sur|last|fore|first|preferred)?name|(?:name|full name)of(?:student|pupil|learner|mentee))$/;

/** The columns of a file that give a student's name. */
export interface NameColumns {
  places: readonly number[];
  /** The header of the first of them. */
  label: string;
  read(cells: readonly string[]): PersonName;
}

/** Finds the columns that give a student's name; null where there are none. */
export function nameColumns(
  labels: readonly string[],
  source: Pick<SourceSettings, "columns"> | null,
): NameColumns | null {
  const { index, repeated } = mapColumns(labels, new Set(parts), source);
  const declared = new Set(Object.keys(source?.columns ?? {}).map(headerKey));
  const found: { part: Part; at: number }[] = [
    ...[...index].map(([column, at]) => ({ part: column as Part, at })),
    ...repeated.map(({ column, at }) => ({ part: column as Part, at })),
  ];
  labels.forEach((label, at) => {
    const part = declared.has(headerKey(label)) ? null : partOf(headerKey(label));
    if (part && !found.some((column) => column.at === at)) found.push({ part, at });
  });
  if (found.length === 0) return null;
  const places = found.map(({ at }) => at).sort((a, b) => a - b);
  return { places, label: labels[places[0]!]!, read: (cells) => nameOf(found, cells) };
}

function partOf(key: string): Part | null {
  const match = others.exec(key);
  if (!match) return null;
  const [, which] = match;
  if (which === "sur" || which === "last") return "surname";
  if (which === "fore" || which === "first") return "forename";
  return which === "preferred" ? "preferred_name" : "name_combined";
}

function nameOf(columns: readonly { part: Part; at: number }[], cells: readonly string[]): PersonName {
  const surnames: string[] = [];
  const forenames: string[] = [];
  const unparted: string[] = [];
  for (const { part, at } of columns) {
    const text = cells[at] ?? "";
    if (part === "surname") surnames.push(text);
    else if (part !== "name_combined") forenames.push(text);
    else {
      const { surname, forename } = readCombinedName(text);
      if (forename === "") unparted.push(surname);
      else {
        surnames.push(surname);
        forenames.push(forename);
      }
    }
  }
  return personName(surnames, forenames, unparted);
}
